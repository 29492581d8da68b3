import { answerOf } from './child.mjs';
import { least } from './statistics.mjs';

const RUNS = 15;

/** What importing the library costs, beside importing cdktf and the bindings that the library uses. */
export function importCost() {
  const library = ['cdktf-azureml'];
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

function load(specifiers) {
  return answerOf('import/load.mjs', specifiers);
}
