import type { StringMap } from '../../../azapi/azapi-types';
import type { Duration } from '../../../core/duration';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import type { IEnvironment } from '../../environment/environment-types';
import type { DataType } from '../data-type';
import type { Distribution } from './distribution';
import type { StepInputs, StepOutputs } from './step';
import type { StepIdentity } from './step-identity';
import type { StepResources } from './step-resources';

/** Types of inputs by their names. */
export type InputTypes = { readonly [name: string]: DataType };

/** What every step that runs a command takes beside the command. */
export interface CommandStepOptions {
  /** Where it runs: image and packages. */
  readonly environment: IEnvironment;
  /**
   * What the inputs are bound to.
   *
   * @default - none
   */
  readonly inputs?: StepInputs;
  /**
   * Types of inputs that are not those of their bindings. Bindings are checked against them.
   *
   * @default - each input has the type of its binding
   */
  readonly inputTypes?: InputTypes;
  /**
   * What the command writes.
   *
   * @default - none
   */
  readonly outputs?: StepOutputs;
  /**
   * Where it runs: machines. With `pipeline.computeInput(name)`, each run says where.
   *
   * @default - the default compute of the pipeline
   */
  readonly compute?: ICompute;
  /**
   * Whether the service provides the machines (serverless compute), in place of a compute;
   * `resources.instanceType` then says which.
   *
   * @default false
   */
  readonly serverless?: boolean;
  /**
   * Nodes that run the command at the same time, at least 1.
   *
   * @default 1
   */
  readonly instanceCount?: number;
  /**
   * How the nodes share the work.
   *
   * @default - they do not: the command runs on the first
   */
  readonly distribution?: Distribution;
  /**
   * Machines and containers.
   *
   * @default - those of the compute
   */
  readonly resources?: StepResources;
  /**
   * How long it may run: at least 1 second; it is cancelled then.
   *
   * @default - the service's own, as long as it takes
   */
  readonly timeout?: Duration;
  /**
   * As whom it reaches data and other services.
   *
   * @default - the identity of the compute where that has one, else that of whoever started the run
   */
  readonly identity?: StepIdentity;
  /**
   * Environment variables; no secrets, they are shown in the studio.
   *
   * @default - none
   */
  readonly environmentVariables?: StringMap;
  /**
   * Whether the service may reuse the outputs of an earlier run of the same step on the same inputs.
   *
   * @default true
   */
  readonly reuse?: boolean;
  /**
   * Shown in the studio.
   *
   * @default - the name
   */
  readonly displayName?: string;
  /**
   * Shown in the studio.
   *
   * @default - none
   */
  readonly description?: string;
}

/** Properties of a {@link CommandStep}. */
export interface CommandStepProps extends CommandStepOptions {
  /**
   * What runs, such as `python train.py --data ${{inputs.data}} --model ${{outputs.model}}`. Inputs and
   * outputs are named so; each must be declared. What stands in `$[[…]]` is left out where the optional input
   * in it has no value.
   */
  readonly command: string;
  /**
   * Files beside the command.
   *
   * @default - none, the command finds all it needs in the environment
   */
  readonly code?: Code;
}
