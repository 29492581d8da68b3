import type { ArmObject } from '../../../../azapi/azapi-types';
import type { SparkSize } from '../spark-size';
import type { SparkStepProps } from '../spark-step';
import type { ComponentContext } from '../step';
import { StepIdentity } from '../step-identity';
import { componentHead, renderModedPorts } from './component-spec';

/**
 * The specification of a Spark component, without its version. Pure.
 *
 * @returns `{ $schema, name, display_name, description?, type: "spark", is_deterministic, code, entry, py_files?, jars?, files?, archives?, conf, args?, environment?, inputs?, outputs?, _source }`
 */
export function renderSparkSpec(
  stepName: string,
  props: SparkStepProps,
  context: ComponentContext,
): ArmObject {
  const { codeId } = context;
  return {
    ...componentHead('spark', stepName, props, context),
    ...(codeId === undefined ? {} : { code: `azureml:${codeId}` }),
    entry:
      props.entryFile === undefined ? { class_name: props.entryClass } : { file: props.entryFile },
    ...attachments(props),
    conf: { ...props.conf, ...confOf(props.size, props.size.executorInstances) },
    ...(props.environment === undefined
      ? {}
      : { environment: props.environment.environmentReference }),
    ...renderModedPorts(context, () => 'direct'),
  };
}

/**
 * What a node of a Spark component holds. Pure. azure-ai-ml starts dynamic allocation at the fewest
 * executors and writes that into the node; so does this.
 *
 * @returns `{ type: "spark", entry, py_files?, jars?, files?, archives?, conf, args?, resources?, identity }`
 */
export function renderSparkNode(props: SparkStepProps): ArmObject {
  const { size, serverless } = props;
  const identity =
    props.identity ?? (serverless === undefined ? StepIdentity.MANAGED : StepIdentity.USER);
  return {
    type: 'spark',
    entry:
      props.entryFile === undefined
        ? { spark_job_entry_type: 'SparkJobScalaEntry', class_name: props.entryClass }
        : { spark_job_entry_type: 'SparkJobPythonEntry', file: props.entryFile },
    ...attachments(props),
    conf: {
      ...props.conf,
      ...confOf(size, size.executorInstances ?? size.allocation?.minExecutors),
    },
    ...(serverless === undefined
      ? {}
      : {
          resources: {
            instance_type: serverless.instanceType,
            runtime_version: serverless.runtimeVersion,
          },
        }),
    identity: identity._renderSpark(),
  };
}

function attachments({ pyFiles, jars, files, archives, args }: SparkStepProps): ArmObject {
  return {
    ...(pyFiles === undefined ? {} : { py_files: pyFiles }),
    ...(jars === undefined ? {} : { jars }),
    ...(files === undefined ? {} : { files }),
    ...(archives === undefined ? {} : { archives }),
    ...(args === undefined ? {} : { args }),
  };
}

function confOf(
  { props, allocation }: SparkSize,
  executorInstances: number | undefined,
): ArmObject {
  return {
    'spark.driver.cores': props.driverCores,
    'spark.driver.memory': props.driverMemory,
    'spark.executor.cores': props.executorCores,
    'spark.executor.memory': props.executorMemory,
    ...(executorInstances === undefined ? {} : { 'spark.executor.instances': executorInstances }),
    ...(allocation === undefined
      ? {}
      : {
          'spark.dynamicAllocation.enabled': true,
          'spark.dynamicAllocation.minExecutors': allocation.minExecutors,
          'spark.dynamicAllocation.maxExecutors': allocation.maxExecutors,
        }),
  };
}
