import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf, ROOT } from './child.mjs';
import { least } from './statistics.mjs';

const RUNS = 15;

/** What importing what the quickstart uses costs, beside importing cdktf and the bindings that this needs. */
export function importCost() {
  const library = [`cdktf-azureml#${namesInQuickstart().join()}`];
  const alone = ['cdktf', 'constructs', ...load(library).bindings];
  const runs = Array.from({ length: RUNS }, () => ({
    library: load(library).cpuSeconds,
    alone: load(alone).cpuSeconds,
  }));
  const [withLibrary, without] = [
    least(runs.map((run) => run.library)),
    least(runs.map((run) => run.alone)),
  ];
  return { library: withLibrary, alone: without, more: withLibrary - without, goal: 0.15 };
}

function namesInQuickstart() {
  const source = readFileSync(join(ROOT, 'examples', '01-quickstart', 'main.ts'), 'utf8');
  return /import \{([^}]*)\} from 'cdktf-azureml';/.exec(source)[1].match(/\w+/g);
}

function load(specifiers) {
  return answerOf('import/load.mjs', specifiers);
}
