import type { Problem } from '../../../core/errors';
import { nearest } from '../../../core/nearest';
import { Is, problem, type Rule, type Shape } from '../../../core/validation';
import type { DataFactoryParameters } from '../../data-factory-parameter';
import { DATA_FACTORY_PIPELINE, objectNameFinding } from '../../private/property-types';
import { BLOB_PARAMETERS } from '../../private/triggering-blob';
import type { DataFactoryTriggerProps } from '../data-factory-trigger-props';

/** Properties of a trigger with their defaults. */
export type ResolvedTriggerProps = Required<Omit<DataFactoryTriggerProps, 'description'>> &
  Pick<DataFactoryTriggerProps, 'description'>;

export const TRIGGER_SHAPE: Shape<ResolvedTriggerProps> = {
  pipeline: DATA_FACTORY_PIPELINE,
  name: Is.text,
  description: Is.optional(Is.text),
  annotations: Is.list(Is.text),
  enabled: Is.boolean,
  parameters: Is.known(Is.map(Is.string)),
};

export const TRIGGER_RULES: readonly Rule<ResolvedTriggerProps>[] = [
  { code: 'DataFactoryTriggerNameInvalid', check: ({ name }) => objectNameFinding(name) },
];

/** What is wrong with the values that a trigger gives; nothing is known of an existing pipeline. Pure. */
export function triggerParameterProblems(
  given: object,
  parameters: DataFactoryParameters | undefined,
): readonly Problem[] {
  if (parameters === undefined) return [];
  const names = Object.keys(parameters);
  return [
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(parameters, name))
      .map((name) => {
        const similar = nearest(name, names);
        return problem('TriggerParameterUnknown', {
          property: `parameters.${name}`,
          must: 'be a parameter of the pipeline',
          got: name,
          ...(similar === undefined ? {} : { fix: `did you mean "${similar}"?` }),
        });
      }),
    ...Object.entries(parameters)
      .filter(
        ([name, { defaultValue }]) => defaultValue === undefined && !Object.hasOwn(given, name),
      )
      .map(([name]) =>
        problem('TriggerParameterMissing', {
          property: `parameters.${name}`,
          must: 'be given, since the pipeline has no default for it',
          got: undefined,
          ...(isOfBlob(name) ? { fix: 'start the pipeline by a BlobEventTrigger' } : {}),
        }),
      ),
  ];
}

function isOfBlob(name: string): boolean {
  return Object.values<string>(BLOB_PARAMETERS).includes(name);
}
