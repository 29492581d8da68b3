import type { ArmObject } from '../../azapi/azapi-types';
import type { ArmActivity } from '../activities/private/activity-body';
import type { DataFactoryParameter, DataFactoryParameters } from '../data-factory-parameter';
import type { DataFactoryVariable, DataFactoryVariables } from '../data-factory-variable';

/** A pipeline with its activities rendered. */
export interface DataFactoryPipelineParts {
  readonly activities: readonly ArmActivity[];
  readonly parameters: DataFactoryParameters;
  readonly variables?: DataFactoryVariables;
  readonly description?: string | undefined;
  readonly concurrency?: number | undefined;
  readonly folder?: string | undefined;
  readonly annotations: readonly string[];
}

/**
 * A pipeline. Pure.
 *
 * @returns `{ properties: { description?, activities, parameters?, variables?, concurrency?, folder?: { name }, annotations } }`
 * @see Microsoft.DataFactory/factories/pipelines@2018-06-01
 */
export function renderDataFactoryPipelineBody(parts: DataFactoryPipelineParts): ArmObject {
  const { activities, description, concurrency, folder, annotations } = parts;
  const parameters = Object.entries(parts.parameters).map(
    ([name, parameter]) => [name, renderSpecification(parameter)] as const,
  );
  const variables = Object.entries(parts.variables ?? {}).map(
    ([name, variable]) => [name, renderSpecification(variable)] as const,
  );
  return {
    properties: {
      ...(description === undefined ? {} : { description }),
      activities,
      ...(parameters.length === 0 ? {} : { parameters: Object.fromEntries(parameters) }),
      ...(variables.length === 0 ? {} : { variables: Object.fromEntries(variables) }),
      ...(concurrency === undefined ? {} : { concurrency }),
      ...(folder === undefined ? {} : { folder: { name: folder } }),
      annotations,
    },
  };
}

function renderSpecification({
  type,
  defaultValue,
}: DataFactoryParameter | DataFactoryVariable): ArmObject {
  return { type, ...(defaultValue === undefined ? {} : { defaultValue }) };
}
