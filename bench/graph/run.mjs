// Declares a pipeline of many steps, checks its graph and renders its specification, and tells the CPU
// seconds of each run.
//
//   node --expose-gc run.mjs STEPS RUNS
import { TerraformStack, Testing } from 'cdktf';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../child.mjs';

const require = createRequire(import.meta.url);
const { CommandStep, ComputeCluster, Environment, Pipeline, StepOutput, Workspace } = require(
  join(ROOT, 'dist'),
);
const { renderPipelineSpec } = require(
  join(ROOT, 'dist/machine-learning/pipeline/private/component-body'),
);
const { stepContexts } = require(
  join(ROOT, 'dist/machine-learning/pipeline/private/step-contexts'),
);

/** Steps that each step reads from: the one before, and one far before. */
const FAR = 7;
const WARM_UP = { steps: 100, runs: 20 };

const [steps, runs] = process.argv.slice(2).map(Number);
const workspaceId =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws';

for (let run = 0; run < WARM_UP.runs; run += 1) measured(WARM_UP.steps);
console.log(JSON.stringify(Array.from({ length: runs }, () => measured(steps))));

function measured(count) {
  globalThis.gc();
  const before = process.cpuUsage();
  work(count);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function work(count) {
  const stack = new TerraformStack(Testing.app(), 'bench');
  const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
    workspaceId,
    location: 'westeurope',
  });
  const defaultCompute = ComputeCluster.fromComputeName(stack, 'Cpu', workspace, 'cpu');
  const pipeline = new Pipeline(stack, 'Graph', { workspace, defaultCompute });
  const environment = Environment.curated('sklearn-1.5', '1');
  const made = [];
  for (let index = 0; index < count; index += 1) {
    const [near, far] = [made[index - 1], made[index - FAR]];
    const inputs = {
      ...(near === undefined ? {} : { near: near.output('data') }),
      ...(far === undefined ? {} : { far: far.output('data') }),
    };
    const named = Object.keys(inputs).map((name) => `\${{inputs.${name}}}`);
    made.push(
      pipeline.addStep(
        new CommandStep(`step_${index}`, {
          command: ['run', ...named, '${{outputs.data}}'].join(' '),
          environment,
          inputs,
          outputs: { data: StepOutput.folder() },
        }),
      ),
    );
  }
  pipeline.close('bench');
  const contexts = stepContexts(pipeline);
  for (const step of pipeline.steps) step.renderSpec(contexts.get(step.name));
  const { jobs } = renderPipelineSpec(pipeline, new Map());
  if (Object.keys(jobs).length !== count) throw new Error('not every step was rendered');
}
