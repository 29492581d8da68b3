import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsIn } from '../support/imports';
import { librarySources, ROOT } from '../support/repository';

interface Rewriter {
  readonly rewritten: (
    fileName: string,
    text: string,
    modules?: readonly (readonly [string, string])[],
  ) => string;
}

interface Modules {
  readonly ENGINE_MODULES: readonly (readonly [string, string])[];
  readonly LIBRARY_MODULES: readonly (readonly [string, string])[];
}

const { rewritten } = jest.requireActual<Rewriter>(join(ROOT, 'scripts/cdktn/rewrite.js'));
const { ENGINE_MODULES, LIBRARY_MODULES } = jest.requireActual<Modules>(
  join(ROOT, 'scripts/cdktn/modules.js'),
);

const SUBPATH = '@cdktf/provider-azurerm/lib/subnet';

function inCdktn(text: string): string {
  return rewritten('file.ts', text);
}

describe('the sources for CDK Terrain', () => {
  test.each([
    [`import { App } from 'cdktf';`, `import { App } from 'cdktn';`],
    [`import { App } from "cdktf";`, `import { App } from "cdktn";`],
    [`import type { App } from 'cdktf';`, `import type { App } from 'cdktn';`],
    [`import * as cdktf from 'cdktf';`, `import * as cdktf from 'cdktn';`],
    [`import 'cdktf/lib/testing';`, `import 'cdktn/lib/testing';`],
    [`export { App } from 'cdktf';`, `export { App } from 'cdktn';`],
    [`export * from '${SUBPATH}';`, `export * from '@cdktn/provider-azurerm/lib/subnet';`],
    [`import core = require('cdktf');`, `import core = require('cdktn');`],
    [`type A = import('cdktf').App;`, `type A = import('cdktn').App;`],
    [`type A = typeof import('cdktf');`, `type A = typeof import('cdktn');`],
    [`const a = await import('cdktf');`, `const a = await import('cdktn');`],
    [`const a = () => require('cdktf');`, `const a = () => require('cdktn');`],
    [`require.resolve('cdktf');`, `require.resolve('cdktn');`],
    ['const a = require(`cdktf`);', 'const a = require(`cdktn`);'],
    [`declare module 'cdktf' {}`, `declare module 'cdktn' {}`],
    [
      `import { OWN_ENGINE } from '../engine/own-cdktf';`,
      `import { OWN_ENGINE } from '../engine/own-cdktn';`,
    ],
  ])('name its modules: %s', (source, expected) => {
    expect(inCdktn(source)).toBe(expected);
  });

  test.each([
    `const name = 'cdktf';`,
    `// import { App } from 'cdktf';`,
    `/** See {@link import('cdktf').App}. */ const a = 1;`,
    'const text = `import { App } from "cdktf"`;',
    `import { App } from 'cdktf-cli';`,
    `import { App } from './cdktf';`,
    `load('cdktf');`,
    `import { Key } from '@cdktf/provider-aws';`,
  ])('keep everything else: %s', (source) => {
    expect(inCdktn(source)).toBe(source);
  });

  test('keep the library’s own name, which programs that use it do not', () => {
    const program = `import { MlStack } from 'cdktf-azureml';\nimport { Match } from 'cdktf-azureml/testing';`;
    expect(inCdktn(program)).toBe(program);
    expect(rewritten('main.ts', program, [...ENGINE_MODULES, ...LIBRARY_MODULES])).toBe(
      program.replaceAll('cdktf', 'cdktn'),
    );
  });

  test('name no module of cdktf any more', () => {
    const sources = librarySources().map((file) => readFileSync(file, 'utf8'));
    const named = (texts: readonly string[]) =>
      texts
        .flatMap((text) => importsIn(text))
        .filter(({ specifier }) => /^@?cdktf\b|own-cdktf$/.test(specifier)).length;
    expect(named(sources)).toBeGreaterThan(50);
    expect(named(sources.map(inCdktn))).toBe(0);
  });
});
