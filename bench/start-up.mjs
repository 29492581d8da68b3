// What it costs to load the library, and to synthesize the quickstart.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cpuOf, leastInTurns, REPORT } from './cpu.mjs';

const RUNS = 7;
const require = createRequire(import.meta.url);

/** CPU seconds of the import, beside cdktf and the L1s that the library loads. */
export function importCost(root) {
  const l1s = l1sOfLibrary();
  const load = (modules) => () =>
    cpuOf(['-e', modules.map((name) => `require('${name}');`).join('') + REPORT], { cwd: root });
  const [library, base] = leastInTurns(RUNS, [
    load(['cdktf', ...l1s, 'cdktf-azureml']),
    load(['cdktf', ...l1s]),
  ]);
  return [
    {
      subject: 'import of the library',
      beside: `cdktf and its ${l1s.length} L1s`,
      unit: 's more',
      value: library - base,
      goal: 0.15,
      detail: `${library.toFixed(2)} s beside ${base.toFixed(2)} s`,
    },
  ];
}

/** CPU seconds of what `npm run synth` runs, npm itself aside: the script and the example it starts. */
export function synthCost(root) {
  const [value] = leastInTurns(RUNS, [
    () => cpuOf([fileURLToPath(new URL('./synth-run.mjs', import.meta.url))], { cwd: root }),
  ]);
  return [{ subject: 'npm run synth', beside: 'npm itself aside', unit: 's', value, goal: 1.5 }];
}

/** Names of the L1 modules that are loaded with the library. */
function l1sOfLibrary() {
  require('cdktf-azureml');
  const found = Object.keys(require.cache).flatMap(
    (file) => /@cdktf\/provider-azurerm\/(lib\/[^/]+)\/index\.js$/.exec(file)?.[1] ?? [],
  );
  return [...new Set(found)].map((path) => `@cdktf/provider-azurerm/${path}`);
}
