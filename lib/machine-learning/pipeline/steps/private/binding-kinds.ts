import { type Problem, shown, UnscopedValidationError } from '../../../../core/errors';
import { isUnresolved } from '../../../../core/validation';

/** What is often given in place of a binding: by what it is known, and what to write. */
interface Habit {
  readonly members: readonly string[];
  readonly kind: string;
  readonly fix: string;
}

const HABITS: readonly Habit[] = [
  {
    members: ['_renderSpec', 'output'],
    kind: 'a step',
    fix: "name the output that is meant: step.output('<name>')",
  },
  {
    members: ['_renderNodeOutput'],
    kind: 'a StepOutput',
    fix: "declare it under outputs of the step that writes it, and bind step.output('<name>') of that step",
  },
  {
    members: ['addStep', 'input'],
    kind: 'a Pipeline',
    fix: "name the input that is meant: pipeline.input('<name>')",
  },
  {
    members: ['required', 'optional', 'type'],
    kind: 'a PipelineInput',
    fix: "declare it under inputs of the pipeline, and bind pipeline.input('<name>')",
  },
  {
    members: ['dataAssetId'],
    kind: 'a data asset',
    fix: 'wrap it: StepInput.data(asset)',
  },
  {
    members: ['datastoreId'],
    kind: 'a datastore',
    fix: "name a path of it: StepInput.folder(datastore, 'a/b') or StepInput.file",
  },
  {
    members: ['uri'],
    kind: 'a place of data',
    fix: 'wrap it: StepInput.at(location, DataType.URI_FOLDER)',
  },
];

/**
 * Refuses what is bound to an input, or passed as an argument, and is neither: each by its name. What is
 * no list or object at all is left to the shape of the step.
 *
 * @throws UnscopedValidationError PropertyTypeInvalid
 */
export function refuseOtherKinds(given: {
  readonly inputs?: unknown;
  readonly arguments?: unknown;
}): void {
  const [first, ...rest] = [...inputProblems(given.inputs), ...argumentProblems(given.arguments)];
  if (first !== undefined) throw new UnscopedValidationError([first, ...rest]);
}

function inputProblems(inputs: unknown): readonly Problem[] {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) return [];
  if (isUnresolved(inputs)) return [];
  return Object.entries(inputs)
    .filter(([, value]) => !isBinding(value))
    .map(([name, value]) => kindProblem(`inputs.${name}`, 'a StepInput', value, bindingFix(value)));
}

function argumentProblems(given: unknown): readonly Problem[] {
  if (!Array.isArray(given) || isUnresolved(given)) return [];
  return given.flatMap((value: unknown, index) =>
    typeof value === 'string' || isBinding(value)
      ? []
      : [
          kindProblem(
            `arguments[${String(index)}]`,
            'text or a StepInput',
            value,
            argumentFix(value),
          ),
        ],
  );
}

function isBinding(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '_renderNodeInput' in value;
}

function kindProblem(property: string, must: string, value: unknown, fix: string): Problem {
  const got = habitOf(value)?.kind ?? shown(value);
  return { code: 'PropertyTypeInvalid', property, must: `be ${must}`, got, fix };
}

function bindingFix(value: unknown): string {
  if (isLiteral(value)) return `wrap it: StepInput.literal(${shown(value)})`;
  return (
    habitOf(value)?.fix ??
    'use StepInput.literal, .at or .data, step.output(name) or pipeline.input(name)'
  );
}

/** Data has no name of its own, so as an argument it needs one. */
function argumentFix(value: unknown): string {
  const isData = ['dataAssetId', 'datastoreId', 'uri'].some((member) =>
    hasMembers(value, [member]),
  );
  return isData
    ? `name it under inputs, and pass \${{inputs.<name>}}; there, ${bindingFix(value)}`
    : bindingFix(value);
}

function isLiteral(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function habitOf(value: unknown): Habit | undefined {
  return HABITS.find(({ members }) => hasMembers(value, members));
}

function hasMembers(value: unknown, members: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && members.every((name) => name in value);
}
