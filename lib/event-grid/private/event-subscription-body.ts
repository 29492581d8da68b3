import type { ArmObject } from '../../azapi/azapi-types';

/** What the body of an event subscription is made of. */
export interface EventSubscriptionBodyProps {
  readonly containerName: string;
  /** Folder without slashes around it; `undefined` for the whole container. */
  readonly folder: string | undefined;
  readonly suffix: string | undefined;
  readonly queueAccountId: string;
  readonly queueName: string;
  readonly deadLetterAccountId: string;
  readonly deadLetterContainerName: string;
}

/**
 * What Data Lake Gen2 and SFTP tell of a file that is there but not yet written; the event of the file as a
 * whole is `FlushWithClose` or `SftpCommit`.
 *
 * @see https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage
 */
const NOT_WRITTEN_YET = ['CreateFile', 'SftpCreate'];

const IDENTITY: ArmObject = { type: 'SystemAssigned' };

/**
 * The body of a subscription that puts events of new blobs into a queue, with the identity of the topic. Pure.
 *
 * @returns `{ properties: { deliveryWithResourceIdentity, deadLetterWithResourceIdentity, eventDeliverySchema, filter, retryPolicy } }`
 * @see https://learn.microsoft.com/azure/templates/microsoft.eventgrid/2022-06-15/systemtopics/eventsubscriptions
 */
export function renderEventSubscription(props: EventSubscriptionBodyProps): ArmObject {
  const { containerName, folder, suffix } = props;
  const blobs = `/blobServices/default/containers/${containerName}/blobs/`;
  return {
    properties: {
      deliveryWithResourceIdentity: {
        identity: IDENTITY,
        destination: {
          endpointType: 'StorageQueue',
          properties: { resourceId: props.queueAccountId, queueName: props.queueName },
        },
      },
      deadLetterWithResourceIdentity: {
        identity: IDENTITY,
        deadLetterDestination: {
          endpointType: 'StorageBlob',
          properties: {
            resourceId: props.deadLetterAccountId,
            blobContainerName: props.deadLetterContainerName,
          },
        },
      },
      eventDeliverySchema: 'EventGridSchema',
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated'],
        subjectBeginsWith: folder === undefined ? blobs : `${blobs}${folder}/`,
        ...(suffix === undefined ? {} : { subjectEndsWith: suffix }),
        advancedFilters: [
          { operatorType: 'StringNotIn', key: 'data.api', values: NOT_WRITTEN_YET },
        ],
      },
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 },
    },
  };
}
