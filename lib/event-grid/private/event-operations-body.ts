import type { ArmObject } from '../../azapi/azapi-types';
import type { Duration } from '../../core/duration';
import { renderRecurrence } from '../../logic-apps/private/recurrence';

/** A queue, by way of a connection. */
export interface QueueBodyProps {
  readonly connectionReference: string;
  readonly storageAccountName: string;
  readonly queueName: string;
}

/** Seconds that a message is hidden from the next look: longer than a run of the workflow takes. */
const HIDDEN_SECONDS = 300;

/**
 * The definition of a trigger "when there are messages in a queue (V2)". Pure.
 *
 * @returns `{ type: 'ApiConnection', recurrence, splitOn, inputs }`
 * @see https://learn.microsoft.com/connectors/azurequeues/#when-there-are-messages-in-a-queue-(v2)
 */
export function renderQueueTrigger(
  props: QueueBodyProps & { readonly pollEvery: Duration },
): ArmObject {
  return {
    type: 'ApiConnection',
    recurrence: renderRecurrence(props.pollEvery),
    // One run for each message; without it triggerBody() is a list.
    splitOn: "@triggerBody()?['QueueMessagesList']?['QueueMessage']",
    inputs: {
      host: { connection: { name: props.connectionReference } },
      method: 'get',
      path: `${queuePath(props)}/message_trigger`,
      queries: { visibilitytimeout: String(HIDDEN_SECONDS) },
    },
  };
}

/**
 * The event that a message holds. Event Grid encodes messages in Base64, and the connector may have decoded
 * it; both branches of a condition are evaluated, so each must be able to read either. Pure.
 */
export function renderEvent(): ArmObject {
  const text = "triggerBody()?['MessageText']";
  return {
    type: 'Compose',
    inputs: `@json(base64ToString(if(startsWith(${text}, '{'), base64(${text}), ${text})))`,
  };
}

/**
 * A blob of the event's id, which can be made once only. Pure.
 *
 * @see https://learn.microsoft.com/rest/api/storageservices/put-blob
 */
export function renderMark(props: {
  readonly containerUri: string;
  readonly authentication: ArmObject;
}): ArmObject {
  return {
    type: 'Http',
    inputs: {
      method: 'PUT',
      uri: `${props.containerUri}/@{outputs('Event')?['id']}`,
      headers: {
        'If-None-Match': '*',
        'x-ms-blob-type': 'BlockBlob',
        'x-ms-version': '2021-12-02',
      },
      body: "@{outputs('Event')?['subject']}",
      authentication: props.authentication,
      // A second try after a lost answer would find the mark of the first, and take the event for a duplicate.
      retryPolicy: { type: 'none' },
    },
  };
}

/**
 * The definition of an action "delete message (V2)". Pure.
 *
 * @see https://learn.microsoft.com/connectors/azurequeues/#delete-message-(v2)
 */
export function renderDelete(props: QueueBodyProps): ArmObject {
  return {
    type: 'ApiConnection',
    inputs: {
      host: { connection: { name: props.connectionReference } },
      method: 'delete',
      path: `${queuePath(props)}/messages/@{encodeURIComponent(triggerBody()?['MessageId'])}`,
      queries: { popreceipt: "@triggerBody()?['PopReceipt']" },
    },
  };
}

/** Deletes the message where the mark was there; where it could not be asked for, the message comes again. Pure. */
export function renderForget(props: QueueBodyProps & { readonly mark: string }): ArmObject {
  const status = `@outputs('${props.mark}')?['statusCode']`;
  return {
    type: 'If',
    expression: { or: [{ equals: [status, 409] }, { equals: [status, 412] }] },
    actions: { Delete_duplicate: { ...renderDelete(props), runAfter: {} } },
    else: { actions: {} },
  };
}

function queuePath({ storageAccountName, queueName }: QueueBodyProps): string {
  return `/v2/storageAccounts/@{encodeURIComponent(encodeURIComponent('${storageAccountName}'))}/queues/@{encodeURIComponent('${queueName}')}`;
}
