import { AssumptionError } from '../../../core/errors';
import { Is, isOutside, type Rule, type Shape } from '../../../core/validation';
import { TAGS, RESOURCE_GROUP } from '../../../logic-apps/private/prop-types';
import { PIPELINE, PIPELINE_REQUEST_SHAPE } from '../../../logic-apps/private/run-pipeline-rules';
import { WORKFLOW_IDENTITY } from '../../../logic-apps/private/workflow-rules';
import type { IStorageContainer } from '../../../storage/storage-container';
import type { IDatastore } from '../../datastore/datastore-types';
import { DATASTORE } from '../../datastore/private/datastore-path-rule';
import type { DatastoreChangeScheduleProps } from '../datastore-change-schedule';
import { ScheduleStatus } from '../schedule-status';

type Resolved = DatastoreChangeScheduleProps &
  Required<Pick<DatastoreChangeScheduleProps, 'pollingInterval' | 'arguments' | 'status'>>;

const { arguments: ARGUMENTS, experimentName, continueOnStepFailure } = PIPELINE_REQUEST_SHAPE;

export const DATASTORE_CHANGE_SHAPE: Shape<Resolved> = {
  pipeline: PIPELINE,
  datastore: DATASTORE,
  pathOnDatastore: Is.optional(Is.string),
  pollingInterval: Is.known(Is.integer),
  dataPathParameterName: Is.optional(Is.known(Is.text)),
  arguments: ARGUMENTS.optional,
  experimentName,
  continueOnStepFailure,
  status: Is.known(Is.oneOf(Object.values(ScheduleStatus))),
  name: Is.optional(Is.text),
  identity: Is.optional(WORKFLOW_IDENTITY),
  resourceGroup: Is.optional(RESOURCE_GROUP),
  location: Is.optional(Is.text),
  tags: Is.optional(TAGS),
};

/** 500 days: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config */
const MOST_MINUTES = 720_000;

export const DATASTORE_CHANGE_RULES: readonly Rule<Resolved>[] = [
  {
    code: 'DatastoreContainerUnknown',
    check: ({ datastore }) =>
      containerOf(datastore) === undefined
        ? {
            property: 'datastore',
            must: 'be over a blob container that is known here',
            got: datastore,
            fix: 'declare a BlobDatastore, or give container to Datastore.fromDatastoreAttributes',
          }
        : undefined,
  },
  {
    code: 'DatastorePollingIntervalOutOfRange',
    check: ({ pollingInterval }) =>
      isOutside(pollingInterval, 1, MOST_MINUTES)
        ? {
            property: 'pollingInterval',
            must: 'be between 1 and 720000 minutes, inclusive',
            got: pollingInterval,
          }
        : undefined,
  },
  {
    code: 'DatastoreParameterTwice',
    check: ({ dataPathParameterName: name, arguments: given }) =>
      name !== undefined && Object.hasOwn(given, name)
        ? {
            property: `arguments.${name}`,
            must: 'not be given: the changed blob is passed as dataPathParameterName',
            got: given[name],
          }
        : undefined,
  },
];

/** The container of a datastore that the rules let pass. */
export function watchedContainer(datastore: IDatastore): IStorageContainer {
  const container = containerOf(datastore);
  if (container === undefined)
    throw new AssumptionError('rules let a datastore without container pass');
  return container;
}

function containerOf(datastore: IDatastore): IStorageContainer | undefined {
  const { container } = datastore as IDatastore & { readonly container?: IStorageContainer };
  return container;
}
