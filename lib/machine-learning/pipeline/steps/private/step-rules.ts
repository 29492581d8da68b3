import {
  type Finding,
  Is,
  isUnresolved,
  mismatches,
  type PropertyType,
  type Rule,
} from '../../../../core/validation';
import type { StepInputs, StepOutputs } from '../step';

/** What all kinds of steps are made of. */
export interface StepBasics {
  readonly name: string;
  readonly inputs: StepInputs;
  readonly outputs: StepOutputs;
}

const INPUT = Is.having('a StepInput: what the input is bound to', '_renderNodeInput');

/** Types of the properties that kinds of steps share. */
export const STEP_TYPES = {
  input: INPUT,
  inputs: Is.map(INPUT),
  outputs: Is.map(Is.having('a StepOutput', 'type', '_renderNodeOutput')),
  compute: Is.having('a compute', 'computeId', 'computeName'),
  code: Is.having('Code', 'snapshot', 'hash'),
  environment: Is.having('an environment', 'environmentReference'),
  distribution: Is.having('a Distribution', 'spec'),
  identity: Is.having('a StepIdentity', '_render'),
} as const satisfies Readonly<Record<string, PropertyType>>;

/** azure-ai-ml 1.4.0 takes node names that are Python identifiers in lower case. */
const STEP_NAME = /^[a-z][a-z0-9_]{0,254}$/;

/** Words by which expressions tell what they refer to. */
const SCOPES = ['inputs', 'jobs', 'outputs', 'parent'];

/** azure-ai-ml 1.4.0 takes input and output names that are Python identifiers. */
const PORT_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;

/** Rules on what all kinds of steps are made of. */
export const STEP_RULES: readonly Rule<StepBasics>[] = [
  {
    code: 'StepNameInvalid',
    check: ({ name }) =>
      isUnresolved(name) || mismatches(name, STEP_NAME)
        ? {
            property: 'name',
            must: 'be lower-case letters, digits and "_", starting with a letter, known now',
            got: name,
          }
        : undefined,
  },
  {
    code: 'StepNameReserved',
    check: ({ name }) =>
      SCOPES.includes(name)
        ? {
            property: 'name',
            must: `differ from the words of expressions: ${SCOPES.join(', ')}`,
            got: name,
          }
        : undefined,
  },
  {
    code: 'StepPortNameInvalid',
    check: (props) => {
      const stray = portsOf(props).find(([, name]) => !PORT_NAME.test(name));
      return stray === undefined
        ? undefined
        : named(stray, 'be named by letters, digits and "_", starting with a letter or "_"');
    },
  },
  {
    code: 'StepPortNameTaken',
    check: (props) =>
      twin(Object.keys(props.inputs), 'inputs') ?? twin(Object.keys(props.outputs), 'outputs'),
  },
];

type Port = readonly [kind: string, name: string];

function portsOf({ inputs, outputs }: StepBasics): readonly Port[] {
  return [
    ...Object.keys(inputs).map((name): Port => ['inputs', name]),
    ...Object.keys(outputs).map((name): Port => ['outputs', name]),
  ];
}

/** The service tells names apart by more than case only. */
function twin(names: readonly string[], kind: string): Finding | undefined {
  const seen = new Set<string>();
  const stray = names.find((name) => seen.size === seen.add(name.toLowerCase()).size);
  return stray === undefined
    ? undefined
    : named([kind, stray], 'differ from the others by more than case');
}

function named([kind, name]: Port, must: string): Finding {
  return { property: `${kind}.${name}`, must, got: name };
}
