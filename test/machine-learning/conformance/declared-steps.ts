import type { StringMap } from '../../../lib/azapi/azapi-types';
import { Duration } from '../../../lib/core/duration';
import { Code } from '../../../lib/machine-learning/code/code';
import type { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { CommandStep } from '../../../lib/machine-learning/pipeline/steps/command-step';
import type { InputTypes } from '../../../lib/machine-learning/pipeline/steps/command-step-props';
import { ComponentStep } from '../../../lib/machine-learning/pipeline/steps/component-step';
import { ComponentType } from '../../../lib/machine-learning/pipeline/steps/component-type';
import type { DataCopyMode } from '../../../lib/machine-learning/pipeline/steps/data-transfer-options';
import { DataTransferStep } from '../../../lib/machine-learning/pipeline/steps/data-transfer-step';
import { Distribution } from '../../../lib/machine-learning/pipeline/steps/distribution';
import { EarlyTermination } from '../../../lib/machine-learning/pipeline/steps/early-termination';
import type { ParallelLoggingLevel } from '../../../lib/machine-learning/pipeline/steps/parallel-options';
import { ParallelStep } from '../../../lib/machine-learning/pipeline/steps/parallel-step';
import { SamplingAlgorithm } from '../../../lib/machine-learning/pipeline/steps/sampling-algorithm';
import { SearchDistribution } from '../../../lib/machine-learning/pipeline/steps/search-distribution';
import type { SparkSettings } from '../../../lib/machine-learning/pipeline/steps/spark-options';
import { SparkSize } from '../../../lib/machine-learning/pipeline/steps/spark-size';
import { SparkStep } from '../../../lib/machine-learning/pipeline/steps/spark-step';
import type {
  Step,
  StepInputs,
  StepOutputs,
} from '../../../lib/machine-learning/pipeline/steps/step';
import { StepIdentity } from '../../../lib/machine-learning/pipeline/steps/step-identity';
import type { StepResources } from '../../../lib/machine-learning/pipeline/steps/step-resources';
import { SweepStep } from '../../../lib/machine-learning/pipeline/steps/sweep-step';
import type { ICompute } from '../../../lib/machine-learning/compute/compute-types';
import { folderOf } from '../../support/folder';
import { ENVIRONMENT } from '../setup';
import { entriesOf, objectAt, type SampleObject } from './samples';

/** What of a node is declared already, by whoever knows the pipeline. */
export interface DeclaredParts {
  readonly inputs: StepInputs;
  readonly inputTypes: InputTypes;
  readonly outputs: StepOutputs;
  readonly compute?: ICompute;
}

type Settings = SampleObject;
type Declare = (name: string, settings: Settings, parts: DeclaredParts) => Step;

const text = (value: unknown) => value as string;
const numberOf = (value: unknown) => Number(value);
const CODE = Code.fromDirectory(folderOf({ 'main.py': '' }));

/** Props without those that are undefined. */
function given<P extends object>(props: P): { [K in keyof P]: Exclude<P[K], undefined> } {
  return Object.fromEntries(
    Object.entries(props).filter(([, value]) => value !== undefined),
  ) as never;
}

function optional<T>(value: unknown, map: (value: unknown) => T): T | undefined {
  return value === undefined || value === null ? undefined : map(value);
}

const DECLARE: Readonly<Record<string, Declare>> = {
  command: (name, all, parts) =>
    new CommandStep(
      name,
      given({
        ...parts,
        command: text(all['command']),
        environment: ENVIRONMENT,
        code: optional(all['code'], () => CODE),
        ...sizeOf(all),
        distribution: optional(all['distribution'], distributionOf),
        identity: optional(all['identity'], identityOf),
        timeout: optional(objectAt(all, 'limits')['timeout'], (iso) => Duration.parse(text(iso))),
        environmentVariables: optional(all['environment_variables'], (v) => v as StringMap),
        reuse: all['is_deterministic'] as boolean,
      }),
    ),
  parallel: (name, all, parts) => {
    const task = objectAt(all, 'task');
    const retry = all['retry_settings'] as SampleObject | undefined;
    return new ParallelStep(
      name,
      given({
        ...parts,
        code: CODE,
        entryScript: text(task['entry_script']),
        environment: ENVIRONMENT,
        programArguments: optional(task['program_arguments'], text),
        appendRowTo: optional(task['append_row_to'], portName),
        inputData: portName(all['input_data']),
        miniBatchSize: optional(all['mini_batch_size'], numberOf),
        partitionKeys: optional(all['partition_keys'], (v) => JSON.parse(text(v)) as string[]),
        ...sizeOf(all),
        identity: optional(all['identity'], identityOf),
        maxConcurrencyPerInstance: optional(all['max_concurrency_per_instance'], numberOf),
        errorThreshold: optional(all['error_threshold'], numberOf),
        miniBatchErrorThreshold: optional(all['mini_batch_error_threshold'], numberOf),
        retry: optional(retry, () =>
          given({
            maxRetries: optional(retry?.['max_retries'], numberOf),
            timeout: optional(retry?.['timeout'], (value) => Duration.seconds(numberOf(value))),
          }),
        ),
        loggingLevel: optional(all['logging_level'], (v) => v as ParallelLoggingLevel),
        environmentVariables: optional(all['environment_variables'], (v) => v as StringMap),
        reuse: all['is_deterministic'] as boolean,
      }),
    );
  },
  spark: (name, all, parts) => {
    const { instance_type: instanceType, runtime_version: runtimeVersion } = objectAt(
      all,
      'resources',
    );
    const serverless = { instanceType: text(instanceType), runtimeVersion: text(runtimeVersion) };
    const entry = objectAt(all, 'entry');
    const identity = objectAt(all, 'identity')['identity_type'];
    return new SparkStep(
      name,
      given({
        ...parts,
        code: CODE,
        entryFile: optional(entry['file'], text),
        entryClass: optional(entry['class_name'], text),
        ...sparkSettings(objectAt(all, 'conf')),
        args: optional(all['args'], text),
        pyFiles: optional(all['py_files'], (v) => v as string[]),
        jars: optional(all['jars'], (v) => v as string[]),
        files: optional(all['files'], (v) => v as string[]),
        archives: optional(all['archives'], (v) => v as string[]),
        environment: optional(all['environment'], () => ENVIRONMENT),
        serverless: parts.compute === undefined ? serverless : undefined,
        identity: optional(identity, (v) =>
          v === 'UserIdentity' ? StepIdentity.USER : StepIdentity.MANAGED,
        ),
        reuse: all['is_deterministic'] as boolean,
      }),
    );
  },
  sweep: (name, all, parts) => {
    const objective = objectAt(all, 'objective');
    const limits = objectAt(all, 'limits');
    const seconds = (value: unknown) => Duration.seconds(numberOf(value));
    return new SweepStep(
      name,
      given({
        ...parts,
        command: text(all['command']),
        environment: ENVIRONMENT,
        code: optional(all['code'], () => CODE),
        searchSpace: Object.fromEntries(
          entriesOf(objectAt(all, 'search_space')).map(([key, one]) => [key, distribution(one)]),
        ),
        samplingAlgorithm: samplingOf(all['sampling_algorithm']),
        objective: {
          goal: objective['goal'] as never,
          primaryMetric: text(objective['primary_metric']),
        },
        limits: given({
          maxTotalTrials: numberOf(limits['max_total_trials']),
          maxConcurrentTrials: optional(limits['max_concurrent_trials'], numberOf),
          timeout: optional(limits['timeout'], seconds),
          trialTimeout: optional(limits['trial_timeout'], seconds),
        }) as never,
        earlyTermination: optional(all['early_termination'], policyOf),
        inputTypes: {
          ...parts.inputTypes,
          ...typesOf(all['declared'] as SampleObject, Object.keys(objectAt(all, 'search_space'))),
        },
        ...sizeOf(all),
        distribution: optional(all['distribution'], distributionOf),
        reuse: all['is_deterministic'] as boolean,
      }),
    );
  },
  data_transfer: (name, all, parts) =>
    new DataTransferStep(
      name,
      given({
        inputs: parts.inputs,
        outputs: parts.outputs,
        compute: parts.compute,
        copyMode: optional(all['data_copy_mode'], (v) => v as DataCopyMode),
        reuse: all['is_deterministic'] as boolean,
      }),
    ),
};

/** Kinds of steps that are declared from the settings of a node and its component. */
export const STEP_KINDS = Object.keys(DECLARE);

/** The step that somebody would declare for a node and its component. */
export function declareStep(
  name: string,
  { type, ...settings }: Settings,
  parts: DeclaredParts,
): Step {
  const declare = DECLARE[text(type)];
  if (declare === undefined) throw new Error(`no step for ${text(type)}`);
  return declare(name, settings, parts);
}

const REGISTRY_ID =
  /^azureml:\/\/registries\/([^/]+)\/components\/([^/]+)\/(versions|labels)\/(.+)$/;
const WORKSPACE_ID = /\/components\/([^/]+)\/(versions|labels)\/([^/]+)$/;

/** A step that runs a component which exists, where the id says which version. */
export function declareExisting(
  name: string,
  node: SampleObject,
  { inputs, outputs, compute }: DeclaredParts,
): Step | undefined {
  const id = String(node['componentId']);
  const [, registry, ofRegistry, registryKind, registryValue] = REGISTRY_ID.exec(id) ?? [];
  const [, ofWorkspace, kind = registryKind, value = registryValue] = WORKSPACE_ID.exec(id) ?? [];
  const component = ofRegistry ?? ofWorkspace;
  const type = Object.values(ComponentType).find((one) => one === node['type']);
  if (component === undefined || type === undefined || value === undefined) return undefined;
  return new ComponentStep(
    name,
    given({
      component,
      registry,
      [kind === 'versions' ? 'version' : 'label']: value,
      type,
      inputs,
      outputs,
      compute,
      timeout: optional(objectAt(node, 'limits')['timeout'], (iso) => Duration.parse(text(iso))),
      identity: optional(node['identity'], identityOf),
      environmentVariables: optional(node['environment_variables'], (v) => v as StringMap),
    }),
  );
}

/** Machines and containers, of the node where it says them. */
function sizeOf(all: Settings): {
  readonly instanceCount?: number;
  readonly resources?: StepResources;
} {
  const resources = objectAt(all, 'resources');
  const others = given({
    instanceType: optional(resources['instance_type'], text),
    shmSize: optional(resources['shm_size'], text),
    dockerArgs: optional(resources['docker_args'], text),
  });
  return given({
    instanceCount: optional(resources['instance_count'], numberOf),
    resources: Object.keys(others).length === 0 ? undefined : others,
  });
}

function identityOf(value: unknown): StepIdentity {
  const all = [StepIdentity.USER, StepIdentity.MANAGED, StepIdentity.AML_TOKEN];
  const { type } = value as SampleObject;
  const found = all.find((one) => one._render()['type'] === type);
  if (found === undefined) throw new Error(`no identity ${String(type)}`);
  return found;
}

function distributionOf(value: unknown): Distribution {
  const all = value as SampleObject;
  const count = optional(all['process_count_per_instance'], numberOf);
  const type = text(all['type'] ?? all['distribution_type']).toLowerCase();
  if (type === 'mpi') return Distribution.mpi(count);
  if (type === 'pytorch') return Distribution.pyTorch(count);
  return Distribution.tensorFlow(
    optional(all['worker_count'], numberOf),
    optional(all['parameter_server_count'], numberOf),
  );
}

function portName(expression: unknown): string {
  return /\$\{\{(?:inputs|outputs)\.(\w+)\}\}/.exec(text(expression))?.[1] ?? '';
}

function sparkSettings(conf: SampleObject): {
  readonly size: SparkSize;
  readonly conf?: SparkSettings;
} {
  const { size, rest } = split(conf);
  const props = {
    driverCores: numberOf(size['driver.cores']),
    driverMemory: text(size['driver.memory']),
    executorCores: numberOf(size['executor.cores']),
    executorMemory: text(size['executor.memory']),
  };
  const instances = optional(size['executor.instances'], numberOf);
  const dynamic = String(size['dynamicAllocation.enabled']).toLowerCase() === 'true';
  const allocation = given({
    minExecutors: numberOf(size['dynamicAllocation.minExecutors']),
    maxExecutors: numberOf(size['dynamicAllocation.maxExecutors']),
    initialExecutors: instances,
  });
  return {
    size: dynamic ? SparkSize.dynamic(allocation, props) : SparkSize.fixed(instances ?? 1, props),
    ...(Object.keys(rest).length === 0 ? {} : { conf: rest as unknown as SparkSettings }),
  };
}

function split(conf: SampleObject): { readonly size: SampleObject; readonly rest: SampleObject } {
  const isSize = (key: string) =>
    /^spark\.(?:(?:driver|executor)\.(?:cores|memory|instances)|dynamicAllocation\.)/.test(key);
  const size = Object.entries(conf).filter(([key]) => isSize(key));
  const rest = Object.entries(conf).filter(([key]) => !isSize(key));
  return {
    size: Object.fromEntries(size.map(([key, value]) => [key.replace('spark.', ''), value])),
    rest: Object.fromEntries(rest),
  };
}

function distribution(one: SampleObject): SearchDistribution {
  const type = text(one['type']);
  const step = optional(one['q'], numberOf);
  const kind = type.replace(/^q/, '');
  const bounds = [numberOf(one['min_value']), numberOf(one['max_value']), step] as const;
  const normal = [numberOf(one['mu']), numberOf(one['sigma']), step] as const;
  if (kind === 'choice') return SearchDistribution.choice(one['values'] as string[]);
  if (kind === 'randint') return SearchDistribution.randint(numberOf(one['upper']));
  if (kind === 'uniform') return SearchDistribution.uniform(...bounds);
  if (kind === 'loguniform') return SearchDistribution.logUniform(...bounds);
  return kind === 'normal'
    ? SearchDistribution.normal(...normal)
    : SearchDistribution.logNormal(...normal);
}

function samplingOf(value: unknown): SamplingAlgorithm {
  const all = typeof value === 'string' ? { type: value } : (value as SampleObject);
  const options = given({ seed: optional(all['seed'], numberOf) });
  if (all['type'] === 'grid') return SamplingAlgorithm.GRID;
  if (all['type'] === 'bayesian') return SamplingAlgorithm.BAYESIAN;
  return all['rule'] === 'sobol'
    ? SamplingAlgorithm.sobol(options)
    : SamplingAlgorithm.random(options);
}

function policyOf(value: unknown): EarlyTermination {
  const all = value as SampleObject;
  const interval = given({
    evaluationInterval: optional(all['evaluation_interval'], numberOf),
    delayEvaluation: optional(all['delay_evaluation'], numberOf),
  });
  const slack = (key: string) => (numberOf(all[key] ?? 0) === 0 ? undefined : numberOf(all[key]));
  if (all['policy_type'] === 'MedianStopping') return EarlyTermination.medianStopping(interval);
  if (all['policy_type'] === 'TruncationSelection') {
    return EarlyTermination.truncationSelection(numberOf(all['truncation_percentage']), interval);
  }
  return EarlyTermination.bandit(
    given({ ...interval, slackFactor: slack('slack_factor'), slackAmount: slack('slack_amount') }),
  );
}

/** Types of the inputs of a component. */
export function typesOf(spec: SampleObject, names: readonly string[]): InputTypes {
  return Object.fromEntries(
    entriesOf(objectAt(spec, 'inputs'))
      .filter(([name]) => names.includes(name))
      .map(([name, { type }]) => [name, type as DataType]),
  );
}
