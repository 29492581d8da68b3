import { type Finding, Is, mismatches, type Rule, type Shape } from '../../../../core/validation';
import { LITERAL } from '../../private/literal';
import { InputMode } from '../input-mode';
import { OutputMode } from '../output-mode';
import type { SparkStepProps } from '../spark-step';
import { expressionRules, portNames } from './expression-rules';
import { INPUT_TYPE_RULES, INPUT_TYPES } from './input-types';
import { STEP_RULES, STEP_TYPES, type StepBasics } from './step-rules';

type Resolved = SparkStepProps & StepBasics;

const PATHS = Is.list(Is.text);

export const SPARK_STEP_SHAPE: Shape<Resolved> = {
  name: Is.text,
  inputs: STEP_TYPES.inputs,
  inputTypes: Is.optional(INPUT_TYPES),
  outputs: STEP_TYPES.outputs,
  code: STEP_TYPES.code,
  entryFile: Is.optional(Is.text),
  entryClass: Is.optional(Is.text),
  size: Is.having('a SparkSize', 'props', 'executorInstances'),
  conf: Is.optional(Is.map(LITERAL)),
  args: Is.optional(Is.text),
  pyFiles: Is.optional(PATHS),
  jars: Is.optional(PATHS),
  files: Is.optional(PATHS),
  archives: Is.optional(PATHS),
  environment: Is.optional(STEP_TYPES.environment),
  serverless: Is.optional(Is.having('serverless Spark', 'instanceType', 'runtimeVersion')),
  compute: Is.optional(STEP_TYPES.compute),
  identity: Is.optional(STEP_TYPES.identity),
  reuse: Is.optional(Is.boolean),
  displayName: Is.optional(Is.text),
  description: Is.optional(Is.string),
};

/** azure-ai-ml, `SparkResourceConfiguration.instance_type_list`. */
const INSTANCE_TYPE = /^standard_e(4|8|16|32|64)s_v3$/i;

const RUNTIME_VERSION = /^\d+(\.\d+)+$/;

/** What `SparkSize` sets. */
const SIZE_SETTINGS = [
  'spark.driver.cores',
  'spark.driver.memory',
  'spark.executor.cores',
  'spark.executor.memory',
  'spark.executor.instances',
  'spark.dynamicAllocation.enabled',
  'spark.dynamicAllocation.minExecutors',
  'spark.dynamicAllocation.maxExecutors',
];

export const SPARK_STEP_RULES: readonly Rule<Resolved>[] = [
  ...STEP_RULES,
  ...INPUT_TYPE_RULES,
  ...expressionRules<Resolved>('args', (props) => props.args ?? '', portNames),
  {
    code: 'SparkEntryInvalid',
    check: ({ entryFile, entryClass }) =>
      (entryFile === undefined) === (entryClass === undefined)
        ? {
            property: 'entryFile',
            must: 'be given, or entryClass, and not both',
            got: entryFile,
          }
        : undefined,
  },
  {
    code: 'SparkPlaceInvalid',
    check: ({ serverless, compute }) =>
      (serverless === undefined) === (compute === undefined)
        ? {
            property: 'serverless',
            must: 'be given, or a compute that is an attached Synapse Spark pool, and not both',
            got: serverless,
          }
        : undefined,
  },
  {
    code: 'SparkInstanceTypeInvalid',
    check: ({ serverless }) =>
      mismatches(serverless?.instanceType, INSTANCE_TYPE)
        ? {
            property: 'serverless.instanceType',
            must: 'be Standard_E4S_V3, Standard_E8S_V3, Standard_E16S_V3, Standard_E32S_V3 or Standard_E64S_V3',
            got: serverless?.instanceType,
          }
        : undefined,
  },
  {
    code: 'SparkRuntimeVersionInvalid',
    check: ({ serverless }) =>
      mismatches(serverless?.runtimeVersion, RUNTIME_VERSION)
        ? {
            property: 'serverless.runtimeVersion',
            must: 'be numbers between dots, such as 3.4',
            got: serverless?.runtimeVersion,
          }
        : undefined,
  },
  {
    code: 'SparkSettingTaken',
    check: ({ conf = {} }) => {
      const taken = Object.keys(conf).find((key) => SIZE_SETTINGS.includes(key));
      return taken === undefined
        ? undefined
        : {
            property: `conf.${taken}`,
            must: 'not be a setting that size makes',
            got: conf[taken],
            fix: 'set it by SparkSize',
          };
    },
  },
  {
    code: 'SparkModeInvalid',
    check: ({ inputs, outputs }) => {
      for (const [name, output] of Object.entries(outputs)) {
        const { mode } = output._renderPublishedOutput('');
        if (mode === undefined || mode === OutputMode.DIRECT) continue;
        return modeFinding(`outputs.${name}`, mode);
      }
      for (const [name, input] of Object.entries(inputs)) {
        const { mode } = input._renderNodeInput();
        if (input.binding.data !== undefined || mode === undefined) continue;
        if (mode === InputMode.DIRECT) continue;
        return modeFinding(`inputs.${name}`, mode);
      }
      return undefined;
    },
  },
];

function modeFinding(property: string, got: unknown): Finding {
  return {
    property,
    must: 'be read or written where it is: Spark takes mode Direct only',
    got,
    fix: 'leave the mode out',
  };
}
