import type { Problem } from '../../core/errors';
import { nearest } from '../../core/nearest';
import { type Finding, Is, isOutside, problem, type Rule, type Shape } from '../../core/validation';
import type { Activity } from '../activities/activity';
import type { DataFactoryPipelineProps } from '../data-factory-pipeline';
import type { DataFactoryParameters } from '../data-factory-parameter';
import type { ImportedDataFactoryPipelineProps } from '../imported-data-factory-pipeline';
import { FACTORY, objectNameFinding } from './property-types';

type Resolved = DataFactoryPipelineProps &
  Required<
    Pick<
      DataFactoryPipelineProps,
      'name' | 'activities' | 'parameters' | 'variables' | 'annotations'
    >
  >;

const ACTIVITY = Is.having('an Activity', 'name', 'dependencies', '_bind');

export const DATA_FACTORY_PIPELINE_SHAPE: Shape<Resolved> = {
  factory: FACTORY,
  name: Is.text,
  activities: Is.known(Is.list(ACTIVITY)),
  parameters: Is.known(Is.map(Is.having('a DataFactoryParameter', 'type', 'defaultValue'))),
  variables: Is.known(Is.map(Is.having('a DataFactoryVariable', 'type', 'defaultValue'))),
  description: Is.optional(Is.text),
  concurrency: Is.optional(Is.integer),
  folder: Is.optional(Is.text),
  annotations: Is.list(Is.text),
};

export const ADDED_ACTIVITY_SHAPE: Shape<{ readonly activity: Activity }> = {
  activity: ACTIVITY,
};

/** Names that an expression can read without quotes. */
const PLAIN_NAME = /^[A-Za-z_]\w*$/;

function namesFinding(property: string, named: object): Finding | undefined {
  const wrong = Object.keys(named).find((name) => !PLAIN_NAME.test(name));
  return wrong === undefined
    ? undefined
    : {
        property,
        must: 'have names of letters, digits and "_", not starting with a digit',
        got: wrong,
      };
}

export const DATA_FACTORY_PIPELINE_RULES: readonly Rule<Resolved>[] = [
  { code: 'DataFactoryPipelineNameInvalid', check: ({ name }) => objectNameFinding(name) },
  {
    code: 'DataFactoryParameterNameInvalid',
    check: ({ parameters }) => namesFinding('parameters', parameters),
  },
  {
    code: 'DataFactoryVariableNameInvalid',
    check: ({ variables }) => namesFinding('variables', variables),
  },
  {
    code: 'DataFactoryConcurrencyOutOfRange',
    check: ({ concurrency }) =>
      isOutside(concurrency, 1, Number.MAX_SAFE_INTEGER)
        ? { property: 'concurrency', must: 'be at least 1', got: concurrency }
        : undefined,
  },
];

export const IMPORTED_PIPELINE_SHAPE: Shape<ImportedDataFactoryPipelineProps> = {
  factory: FACTORY,
  name: Is.text,
};

export const IMPORTED_PIPELINE_RULES: readonly Rule<ImportedDataFactoryPipelineProps>[] = [
  { code: 'ImportedDataFactoryPipelineNameInvalid', check: ({ name }) => objectNameFinding(name) },
];

/** The problem with names that are taken already. */
export function takenProblems(
  names: readonly string[],
  taken: readonly string[],
): readonly Problem[] {
  return names
    .filter((name) => taken.includes(name))
    .map((name) =>
      problem('ActivityNameTaken', {
        property: 'name',
        must: 'be the name of one activity of the pipeline only, counting those that wait for a job',
        got: name,
      }),
    );
}

/** The problem with a parameter that a pipeline does not have. */
export function parameterProblems(
  name: string,
  declared: DataFactoryParameters,
): readonly Problem[] {
  if (Object.hasOwn(declared, name)) return [];
  const similar = typeof name === 'string' ? nearest(name, Object.keys(declared)) : undefined;
  return [
    problem('DataFactoryParameterUnknown', {
      property: 'name',
      must: 'be the name of a parameter of the pipeline',
      got: name,
      fix: similar === undefined ? 'declare it in parameters' : `did you mean "${similar}"?`,
    }),
  ];
}
