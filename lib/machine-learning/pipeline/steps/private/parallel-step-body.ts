import type { ArmObject } from '../../../../azapi/azapi-types';
import { InputMode } from '../input-mode';
import { OutputMode } from '../output-mode';
import type { ParallelRetry } from '../parallel-options';
import type { ParallelStepProps } from '../parallel-step';
import type { ComponentContext } from '../step';
import { componentHead, renderModedPorts } from './component-spec';
import { renderResources } from './step-resources-body';

/** Modes as components spell them; nodes spell them as ARM does. */
const MODES: Readonly<Record<string, string>> = {
  [InputMode.READ_ONLY_MOUNT]: 'ro_mount',
  [InputMode.READ_WRITE_MOUNT]: 'rw_mount',
  [InputMode.DOWNLOAD]: 'download',
  [InputMode.DIRECT]: 'direct',
  [InputMode.EVAL_MOUNT]: 'eval_mount',
  [InputMode.EVAL_DOWNLOAD]: 'eval_download',
  [OutputMode.UPLOAD]: 'upload',
};

/**
 * The specification of a parallel component, without its version. Pure.
 *
 * @returns `{ $schema, name, display_name, description?, type: "parallel", is_deterministic, task, input_data, mini_batch_size?, partition_keys?, resources?, retry_settings?, logging_level?, max_concurrency_per_instance?, error_threshold?, mini_batch_error_threshold?, inputs, outputs?, _source }`
 */
export function renderParallelSpec(
  stepName: string,
  props: ParallelStepProps,
  context: ComponentContext,
): ArmObject {
  const { inputs, outputs = {} } = props;
  return {
    ...componentHead('parallel', stepName, props, context),
    ...settingsOf(props, context.codeId),
    ...(props.miniBatchSize === undefined ? {} : { mini_batch_size: String(props.miniBatchSize) }),
    ...renderModedPorts(context, (kind, name) => {
      const rendered =
        kind === 'inputs' ? inputs[name]?._renderNodeInput() : outputs[name]?._renderNodeOutput();
      return MODES[String(rendered?.['mode'])];
    }),
  };
}

/**
 * What a node of a parallel component holds. Pure.
 *
 * @returns `{ type: "parallel", task, input_data, mini_batch_size?, partition_keys?, resources?, retry_settings?, logging_level?, max_concurrency_per_instance?, error_threshold?, mini_batch_error_threshold?, environment_variables?, identity? }`
 */
export function renderParallelNode(
  props: ParallelStepProps,
  codeId: string | undefined,
): ArmObject {
  const { miniBatchSize, environmentVariables, identity } = props;
  return {
    type: 'parallel',
    ...settingsOf(props, codeId),
    ...(miniBatchSize === undefined ? {} : { mini_batch_size: miniBatchSize }),
    ...(environmentVariables === undefined ? {} : { environment_variables: environmentVariables }),
    ...(identity === undefined ? {} : { identity: identity._render() }),
  };
}

/** What component and node both hold. */
function settingsOf(props: ParallelStepProps, codeId: string | undefined): ArmObject {
  const { partitionKeys, retry, loggingLevel } = props;
  return {
    task: taskOf(props, codeId),
    input_data: `\${{inputs.${props.inputData}}}`,
    ...(partitionKeys === undefined ? {} : { partition_keys: pythonList(partitionKeys) }),
    ...renderResources(props),
    ...(retry === undefined ? {} : { retry_settings: retryOf(retry) }),
    ...(loggingLevel === undefined ? {} : { logging_level: loggingLevel }),
    ...(props.maxConcurrencyPerInstance === undefined
      ? {}
      : { max_concurrency_per_instance: props.maxConcurrencyPerInstance }),
    ...(props.errorThreshold === undefined ? {} : { error_threshold: props.errorThreshold }),
    ...(props.miniBatchErrorThreshold === undefined
      ? {}
      : { mini_batch_error_threshold: props.miniBatchErrorThreshold }),
  };
}

function retryOf({ maxRetries, timeout }: ParallelRetry): ArmObject {
  return {
    ...(timeout === undefined ? {} : { timeout: timeout.toSeconds() }),
    ...(maxRetries === undefined ? {} : { max_retries: maxRetries }),
  };
}

function taskOf(props: ParallelStepProps, codeId: string | undefined): ArmObject {
  const { programArguments, appendRowTo } = props;
  return {
    type: 'run_function',
    ...(codeId === undefined ? {} : { code: `azureml:${codeId}` }),
    entry_script: props.entryScript,
    environment: props.environment.environmentReference,
    ...(programArguments === undefined ? {} : { program_arguments: programArguments }),
    ...(appendRowTo === undefined ? {} : { append_row_to: `\${{outputs.${appendRowTo}}}` }),
  };
}

/** A list as Python's `json.dumps` writes it: the service is sent the text. */
function pythonList(items: readonly string[]): string {
  return `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
}
