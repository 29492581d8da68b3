import { type Finding, Is, mismatches } from '../../core/validation';

/** Microsoft.DataFactory/factories/pipelines@2018-06-01, `name`; the same for triggers and linked services. */
const NAME = /^[A-Za-z0-9_][^<>*#.%&:\\+?/]{0,259}$/;

/** What is wrong with the name of a pipeline, trigger or linked service. */
export function objectNameFinding(name: string | undefined): Finding | undefined {
  return mismatches(name, NAME)
    ? {
        property: 'name',
        must: 'be 1 to 260 characters, starting with a letter, digit or "_", without < > * # . % & : \\ + ? /',
        got: name,
      }
    : undefined;
}

/** A length of time. */
export const DURATION = Is.having('a Duration', 'toSeconds', 'toTimespan');

/** A data factory. */
export const FACTORY = Is.having('a data factory', 'factoryId', 'factoryName', 'cloud');

/** A pipeline of a data factory. */
export const DATA_FACTORY_PIPELINE = Is.having(
  'a data factory pipeline',
  'pipelineName',
  'factory',
);

/** A workspace, with all that a linked service names. */
export const WORKSPACE = Is.having(
  'a workspace',
  'workspaceId',
  'workspaceName',
  'resourceGroup',
  'cloud',
);

/** A linked service. */
export const LINKED_SERVICE = Is.having('a linked service', 'linkedServiceName', 'factory');

/** A dataset. */
export const DATASET = Is.having('a dataset', 'datasetName', 'factory');
