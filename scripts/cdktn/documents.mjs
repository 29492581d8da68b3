// Documents for CDK Terrain: what readers type or import has the other name. Files that both packages share,
// such as cdktf-azureml.versions, and what is said about cdktf stay.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ENGINE_MODULES, LIBRARY_MODULES } = require('./modules.js');
const { rewritten } = require('./rewrite.js');

/** What explains the difference has both names. */
const OF_BOTH = new Set(['dependencies.md', 'engines.md']);

const TYPED = [
  [/(?<!<!-- )\bcdktf-azureml(?= [a-z]|\/[a-z])/g, 'cdktn-azureml'],
  [/@cdktf\/provider-azurerm/g, '@cdktn/provider-azurerm'],
  [/\bnpx cdktf(?= )/g, 'npx cdktn'],
  [/\bcdktf synth\b/g, 'cdktn synth'],
];

export function documentForCdktn(file, markdown) {
  if (OF_BOTH.has(file)) return markdown;
  const programs = markdown.replaceAll(
    /^```ts\n([\s\S]*?)^```$/gm,
    (_, program) =>
      `\`\`\`ts\n${rewritten('block.ts', program, [...ENGINE_MODULES, ...LIBRARY_MODULES])}\`\`\``,
  );
  return TYPED.reduce((text, [pattern, typed]) => text.replaceAll(pattern, typed), programs);
}
