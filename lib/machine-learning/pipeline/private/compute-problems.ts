import type { Problem } from '../../../core/errors';
import { problem } from '../../../core/validation';
import { ComputeCluster } from '../../compute/compute-cluster';
import { ComputeInstance } from '../../compute/compute-instance';
import type { ICompute } from '../../compute/compute-types';
import { DataLakeAnalyticsCompute } from '../../compute/data-lake-analytics-compute';
import { DatabricksCompute } from '../../compute/databricks-compute';
import { HDInsightCompute } from '../../compute/hdinsight-compute';
import { KubernetesCompute } from '../../compute/kubernetes-compute';
import { SynapseSparkCompute } from '../../compute/synapse-spark-compute';
import { VirtualMachineCompute } from '../../compute/virtual-machine-compute';
import type { Pipeline } from '../pipeline';
import type { Step } from '../steps/step';
import { isComputeInput } from './is-compute-input';

/** Computes of the v1 SDK, which run no step of a v2 pipeline. */
const V1_ONLY = [
  DatabricksCompute,
  DataLakeAnalyticsCompute,
  HDInsightCompute,
  VirtualMachineCompute,
];

/** Computes that run commands, and no Spark jobs or copies. */
const MACHINES = [ComputeCluster, ComputeInstance, KubernetesCompute];

/** What runs a kind of step, of the kinds that need something particular. */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ['spark', 'an attached Synapse Spark pool; or let the step run on serverless machines'],
  ['data_transfer', 'an attached Data Factory: Compute.fromComputeName names it'],
]);

/**
 * Steps on computes that are known not to run them. Imported computes may be of any kind, so they pass; of
 * those that an input names, the default is looked at. Pure; linear in steps.
 */
export function computeKindProblems({
  steps,
  defaultCompute,
  inputs,
}: Pipeline): readonly Problem[] {
  return steps.flatMap((step) => {
    const compute = isComputeInput(step.compute)
      ? inputs[step.compute._inputName]?._defaultCompute
      : (step.compute ?? (takesDefault(step) ? defaultCompute : undefined));
    const fix = compute === undefined ? undefined : unfit(compute, step);
    return compute === undefined || fix === undefined ? [] : [unfitProblem(step, compute, fix)];
  });
}

/** Steps on a compute that an input of another pipeline names. Pure; linear in steps. */
export function computeInputProblems(pipeline: Pipeline): readonly Problem[] {
  return pipeline.steps.flatMap(({ name, compute }) =>
    isComputeInput(compute) && compute._inputOwner !== pipeline
      ? [
          problem('StepComputeOfOtherPipeline', {
            property: `steps.${name}.compute`,
            must: 'be a compute, or an input of this pipeline',
            got: `input ${compute._inputName} of another pipeline`,
            fix: "ask this pipeline for it, by its own computeInput('<name>')",
          }),
        ]
      : [],
  );
}

function takesDefault({ _needsCompute: needsCompute, _serverless: serverless }: Step): boolean {
  return needsCompute && !serverless;
}

/** What to take in place of a compute that does not run a step; `undefined` where it may run it. */
function unfit(compute: ICompute, step: Step): string | undefined {
  const isAny = (kinds: readonly (abstract new (...given: never) => ICompute)[]) =>
    kinds.some((kind) => compute instanceof kind);
  const isKnown = isAny([...V1_ONLY, ...MACHINES, SynapseSparkCompute]);
  if (!isKnown) return undefined;
  const type = String(step._renderNode()['type']);
  const needed = NEEDED.get(type);
  if (needed !== undefined) {
    return type === 'spark' && compute instanceof SynapseSparkCompute
      ? undefined
      : `give it ${needed}`;
  }
  return isAny(V1_ONLY) || compute instanceof SynapseSparkCompute
    ? 'give it a compute cluster, a compute instance or a Kubernetes compute'
    : undefined;
}

function unfitProblem(step: Step, compute: ICompute, fix: string): Problem {
  return problem('StepComputeUnfit', {
    property: step.compute === undefined ? 'defaultCompute' : `steps.${step.name}.compute`,
    must: `run step ${step.name}, a ${step.constructor.name}, which this kind of compute does not`,
    got: compute,
    fix,
  });
}
