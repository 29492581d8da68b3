import { Is, isUnresolved, mismatches, type Rule, type Shape } from '../../../../core/validation';
import { DataType } from '../../data-type';
import type { ComponentStepProps } from '../component-step';
import { ComponentType } from '../component-type';
import { belowFinding } from './below-finding';
import { STEP_RULES, STEP_TYPES } from './step-rules';

type Resolved = ComponentStepProps & {
  readonly name: string;
} & Required<Pick<ComponentStepProps, 'inputs' | 'outputs' | 'inputTypes' | 'type'>>;

export const COMPONENT_STEP_SHAPE: Shape<Resolved> = {
  name: Is.text,
  component: Is.text,
  version: Is.optional(Is.text),
  label: Is.optional(Is.text),
  registry: Is.optional(Is.text),
  type: Is.known(Is.oneOf(Object.values(ComponentType))),
  inputs: STEP_TYPES.inputs,
  inputTypes: Is.map(Is.known(Is.oneOf(Object.values(DataType)))),
  outputs: STEP_TYPES.outputs,
  compute: Is.optional(STEP_TYPES.compute),
  timeout: Is.optional(Is.having('a Duration', 'toSeconds', 'toIsoString')),
  identity: Is.optional(STEP_TYPES.identity),
  environmentVariables: Is.optional(Is.map(Is.string)),
};

/** `Microsoft.MachineLearningServices/workspaces/components@2025-06-01`, `name`. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9\-_]{0,254}$/;

/** azure-ai-ml 1.4.0 resolves every other label of a workspace itself, by asking. */
const WORKSPACE_LABEL = 'default';

const SETTINGS = ['identity', 'environmentVariables'] as const;

/** Kinds whose nodes say such settings as command steps say them. */
const SET_BY_NODE: readonly ComponentType[] = [ComponentType.COMMAND, ComponentType.PARALLEL];

export const COMPONENT_STEP_RULES: readonly Rule<Resolved>[] = [
  ...STEP_RULES,
  {
    code: 'StepComponentNameInvalid',
    check: ({ component }) =>
      mismatches(component, NAME)
        ? {
            property: 'component',
            must: 'be 1 to 255 letters, digits, "-" and "_", starting with a letter or digit',
            got: component,
          }
        : undefined,
  },
  {
    code: 'StepComponentVersionUnclear',
    check: ({ version, label }) =>
      (version === undefined) === (label === undefined)
        ? {
            property: 'version',
            must: 'be given, or a label in its place',
            got: version,
          }
        : undefined,
  },
  {
    code: 'StepComponentLabelUnknown',
    check: ({ label, registry }) =>
      registry !== undefined ||
      label === undefined ||
      isUnresolved(label) ||
      label === WORKSPACE_LABEL
        ? undefined
        : {
            property: 'label',
            must: `be ${WORKSPACE_LABEL} for a component of the workspace`,
            got: label,
            fix: 'give a version',
          },
  },
  {
    code: 'StepTimeoutTooShort',
    check: ({ timeout }) => belowFinding('timeout', timeout?.toSeconds(), 1),
  },
  {
    code: 'StepTimeoutUnfit',
    check: ({ timeout, type }) =>
      timeout === undefined || type === ComponentType.COMMAND
        ? undefined
        : {
            property: 'timeout',
            must: 'be left out for components that run no command',
            got: timeout.toHuman(),
          },
  },
  {
    code: 'StepComponentSettingUnfit',
    check: (props) => {
      const stray = SETTINGS.find((name) => props[name] !== undefined);
      return stray === undefined || SET_BY_NODE.includes(props.type)
        ? undefined
        : {
            property: stray,
            must: 'be left out for components that are neither a command nor parallel',
            got: props.type,
          };
    },
  },
];
