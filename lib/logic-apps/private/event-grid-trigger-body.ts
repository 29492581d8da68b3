import type { ArmObject } from '../../azapi/azapi-types';
import { subscriptionOf } from '../../core/arm-id-parts';

/** What the definition of an Event Grid trigger is made of. */
export interface EventGridTriggerBodyProps {
  readonly connectionReference: string;
  readonly storageAccountId: string;
  readonly containerName: string;
  readonly folder: string | undefined;
  readonly suffix: string | undefined;
  readonly eventTypes: readonly string[];
  readonly escapeLiteral: (text: string) => string;
}

const RESOURCE_TYPE = 'Microsoft.Storage.StorageAccounts';

/**
 * The definition of a trigger "when a resource event occurs" for blobs. Pure.
 *
 * @returns `{ type: 'ApiConnectionWebhook', splitOn, inputs: { host, path, queries, body } }`
 * @see https://learn.microsoft.com/connectors/azureeventgrid/#when-a-resource-event-occurs
 */
export function renderEventGridTrigger(props: EventGridTriggerBodyProps): ArmObject {
  const { storageAccountId, containerName, folder, suffix, escapeLiteral } = props;
  const blobs = `/blobServices/default/containers/${containerName}/blobs/`;
  return {
    type: 'ApiConnectionWebhook',
    // One run for each event; without it triggerBody() is a list.
    splitOn: '@triggerBody()',
    inputs: {
      host: { connection: { name: props.connectionReference } },
      path: `/subscriptions/@{encodeURIComponent('${subscriptionOf(storageAccountId)}')}/providers/@{encodeURIComponent('${RESOURCE_TYPE}')}/resource/eventSubscriptions`,
      queries: { 'x-ms-api-version': '2017-09-15-preview' },
      body: {
        properties: {
          topic: storageAccountId,
          destination: {
            endpointType: 'webhook',
            properties: { endpointUrl: '@{listCallbackUrl()}' },
          },
          filter: {
            includedEventTypes: props.eventTypes.map(escapeLiteral),
            subjectBeginsWith: escapeLiteral(folder === undefined ? blobs : `${blobs}${folder}/`),
            ...(suffix === undefined ? {} : { subjectEndsWith: escapeLiteral(suffix) }),
          },
        },
      },
    },
  };
}
