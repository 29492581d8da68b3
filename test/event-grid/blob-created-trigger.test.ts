import { Testing } from 'cdktf';
import {
  BlobCreatedTrigger,
  type BlobCreatedTriggerProps,
  StorageSystemTopic,
} from '../../lib/event-grid';
import { Duration } from '../../lib/core/duration';
import { factsOf } from '../../lib/core/facts';
import { validateWorkflow } from '../../lib/logic-apps/definition/validate-workflow';
import { WorkflowIdentity } from '../../lib/logic-apps/workflow-identity';
import { BlobReference } from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { StorageAccount } from '../../lib/storage/storage-account';
import { StorageContainer } from '../../lib/storage/storage-container';
import { StorageNetworkAccess } from '../../lib/storage/storage-options';
import { Template } from '../../lib/testing';
import { codesOf, GROUP_ID, GUID, setUp, workflowProperties } from '../logic-apps/setup';
import { roleAssignments } from '../support/role-assignments';
import { tokensIn } from '../support/stack';

const ACCOUNT_ID = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stchurn`;

function triggered(
  props: Partial<BlobCreatedTriggerProps> = {},
  account: Parameters<typeof setUp>[0] = {},
) {
  const platform = setUp(account);
  const trigger = new BlobCreatedTrigger(platform.stack, 'OnCsv', {
    pipeline: platform.v2,
    container: platform.container,
    assign: { raw: BlobReference.triggeringBlob() },
    ...props,
  });
  return { ...platform, trigger };
}

interface Emitted {
  readonly name: string;
  readonly parent_id: string;
  readonly body: { readonly properties: object };
  readonly retry?: object;
  readonly depends_on?: readonly string[];
}

function emitted(stack: ReturnType<typeof setUp>['stack'], type: string): Emitted {
  return Template.fromStack(stack).resource('azapi_resource', { type }) as unknown as Emitted;
}

const TOPIC = 'Microsoft.EventGrid/systemTopics@2022-06-15';
const SUBSCRIPTION = 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15';
const QUEUE = 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01';

describe('a trigger on blobs that are created', () => {
  test('has a topic of the account, and a subscription that fills a queue with its identity', () => {
    const { stack } = triggered({ path: '/incoming/daily/', suffix: '.csv' });
    expect(emitted(stack, TOPIC)).toMatchObject({
      parent_id: GROUP_ID,
      identity: [{ type: 'SystemAssigned' }],
      body: {
        properties: { source: ACCOUNT_ID, topicType: 'Microsoft.Storage.StorageAccounts' },
      },
    });
    const queue = emitted(stack, QUEUE);
    expect(queue.parent_id).toBe(`${ACCOUNT_ID}/queueServices/default`);
    const { body, retry, depends_on: waitsFor } = emitted(stack, SUBSCRIPTION);
    expect(body).toEqual({
      properties: {
        deliveryWithResourceIdentity: {
          identity: { type: 'SystemAssigned' },
          destination: {
            endpointType: 'StorageQueue',
            properties: { resourceId: ACCOUNT_ID, queueName: queue.name },
          },
        },
        deadLetterWithResourceIdentity: {
          identity: { type: 'SystemAssigned' },
          deadLetterDestination: {
            endpointType: 'StorageBlob',
            properties: {
              resourceId: ACCOUNT_ID,
              blobContainerName: expect.stringMatching(/^dead-/),
            },
          },
        },
        eventDeliverySchema: 'EventGridSchema',
        filter: {
          includedEventTypes: ['Microsoft.Storage.BlobCreated'],
          subjectBeginsWith: '/blobServices/default/containers/raw/blobs/incoming/daily/',
          subjectEndsWith: '.csv',
          advancedFilters: [
            {
              operatorType: 'StringNotIn',
              key: 'data.api',
              values: ['CreateFile', 'SftpCreate'],
            },
          ],
        },
        retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 },
      },
    });
    expect(retry).toMatchObject({
      error_message_regex: expect.arrayContaining([expect.any(String)]),
    });
    expect(waitsFor).toHaveLength(2);
  });

  test('has no secret in its Terraform: no URL with a signature is asked for', () => {
    const { stack } = triggered();
    const json = Testing.synth(stack);
    expect(json).not.toMatch(/listCallbackUrl|sig=|listKeys|azapi_resource_action/i);
  });

  test('takes events from the queue, one run for each, and passes the blob by its URL', () => {
    const { stack } = triggered({ pollEvery: Duration.seconds(30) });
    const { definition } = workflowProperties(stack);
    const queue = emitted(stack, QUEUE).name;
    const path = `/v2/storageAccounts/@{encodeURIComponent(encodeURIComponent('stchurn'))}/queues/@{encodeURIComponent('${queue}')}`;
    const host = {
      connection: { name: "@parameters('$connections')['azurequeues']['connectionId']" },
    };
    expect(definition.triggers).toEqual({
      'When_there_are_messages_in_a_queue_(V2)': {
        type: 'ApiConnection',
        recurrence: { frequency: 'Second', interval: 30 },
        splitOn: "@triggerBody()?['QueueMessagesList']?['QueueMessage']",
        inputs: {
          host,
          method: 'get',
          path: `${path}/message_trigger`,
          queries: { visibilitytimeout: '300' },
        },
      },
    });
    expect(definition.actions).toMatchObject({
      Event: { type: 'Compose', runAfter: {} },
      First_delivery: { runAfter: { Event: ['Succeeded'] } },
      Run_pipeline: {
        runAfter: { First_delivery: ['Succeeded'] },
        inputs: {
          body: {
            properties: {
              InputData: {
                raw: { JobInputType: 'UriFile', Uri: "@{outputs('Event')?['data']?['url']}" },
              },
            },
          },
        },
      },
      Delete_message: {
        type: 'ApiConnection',
        runAfter: { Run_pipeline: ['Succeeded'] },
        inputs: {
          host,
          method: 'delete',
          path: `${path}/messages/@{encodeURIComponent(triggerBody()?['MessageId'])}`,
          queries: { popreceipt: "@triggerBody()?['PopReceipt']" },
        },
      },
    });
  });

  test('starts one run for each event, however often it is delivered', () => {
    const { definition } = workflowProperties(triggered().stack);
    expect(definition.actions).toMatchObject({
      First_delivery: {
        type: 'Http',
        inputs: {
          method: 'PUT',
          uri: expect.stringMatching(
            /^https:\/\/stchurn\.blob\.core\.windows\.net\/marks-[a-z0-9-]+\/@\{outputs\('Event'\)\?\['id'\]\}$/,
          ),
          headers: { 'If-None-Match': '*', 'x-ms-blob-type': 'BlockBlob' },
          authentication: {
            type: 'ManagedServiceIdentity',
            audience: 'https://storage.azure.com/',
          },
          retryPolicy: { type: 'none' },
        },
      },
      Forget_duplicate: {
        type: 'If',
        runAfter: { First_delivery: ['Failed'] },
        expression: {
          or: [
            { equals: ["@outputs('First_delivery')?['statusCode']", 409] },
            { equals: ["@outputs('First_delivery')?['statusCode']", 412] },
          ],
        },
        actions: { Delete_duplicate: { inputs: { method: 'delete' } } },
      },
    });
  });

  test('gives a v1 pipeline the path within the datastore', () => {
    const { stack, v1, datastore, container } = setUp();
    new BlobCreatedTrigger(stack, 'OnCsv', {
      pipeline: v1,
      container,
      experimentName: 'x',
      assign: { input: BlobReference.triggeringBlob(datastore) },
    });
    expect(workflowProperties(stack).definition.actions).toMatchObject({
      Run_pipeline: {
        inputs: {
          body: {
            DataPathAssignments: {
              input: {
                DataStoreName: 'raw_store',
                RelativePath:
                  "@{substring(outputs('Event')?['subject'], length('/blobServices/default/containers/raw/blobs/'))}",
              },
            },
          },
        },
      },
    });
  });

  test('has a definition that the rules of definitions find nothing wrong with', () => {
    const { definition, parameters } = workflowProperties(triggered().stack);
    expect(validateWorkflow({ definition, parameters })).toEqual([]);
  });

  test('makes exactly the role assignments that delivery and runs need, for v2', () => {
    expect(roleAssignments(triggered().stack)).toEqual([
      'Azure ML v2 pipeline invoker on workspaces/mlw-churn',
      'Storage Blob Data Contributor on dead',
      'Storage Blob Data Contributor on marks',
      'Storage Blob Data Reader on containers/raw',
      'Storage Queue Data Message Processor on events',
      'Storage Queue Data Message Sender on events',
    ]);
  });

  test('does not let the identity read the container for v1, which reads through its datastore', () => {
    const { stack, v1, container } = setUp();
    new BlobCreatedTrigger(stack, 'OnCsv', { pipeline: v1, container, experimentName: 'x' });
    expect(roleAssignments(stack)).toEqual([
      'Azure ML v1 pipeline invoker on workspaces/mlw-churn',
      'Storage Blob Data Contributor on dead',
      'Storage Blob Data Contributor on marks',
      'Storage Queue Data Message Processor on events',
      'Storage Queue Data Message Sender on events',
    ]);
  });

  test('grants nothing to an identity whose roles somebody else assigns', () => {
    const { stack, v2, container, identity } = setUp();
    new BlobCreatedTrigger(stack, 'OnCsv', {
      pipeline: v2,
      container,
      identity: WorkflowIdentity.userAssignedWithRoles(identity, []),
    });
    expect(roleAssignments(stack)).toEqual([
      'Storage Blob Data Contributor on dead',
      'Storage Queue Data Message Sender on events',
    ]);
  });

  test('shares the one topic that an account has', () => {
    const { stack, v2, container, trigger } = triggered();
    const second = new BlobCreatedTrigger(stack, 'OnJson', {
      pipeline: v2,
      container,
      suffix: '.json',
    });
    expect(second.systemTopic).toBe(trigger.systemTopic);
    Template.fromStack(stack).hasResource('azapi_resource', { type: TOPIC });
  });

  test('uses a topic that exists', () => {
    const { stack, v2, container } = setUp();
    const systemTopicId = `${GROUP_ID}/providers/Microsoft.EventGrid/systemTopics/evgt`;
    const systemTopic = StorageSystemTopic.fromSystemTopicAttributes(stack, 'Topic', {
      systemTopicId,
      principalId: GUID,
    });
    new BlobCreatedTrigger(stack, 'OnCsv', { pipeline: v2, container, systemTopic });
    expect(emitted(stack, SUBSCRIPTION).parent_id).toBe(systemTopicId);
  });

  test('is told as a trigger, and off while the pipeline is', () => {
    const { stack, v2 } = triggered({ path: 'in', suffix: '.csv' });
    expect(factsOf(stack, 'trigger').map(({ fact }) => fact)).toMatchObject([
      {
        when: 'blob created in raw/in, named *.csv',
        through: 'Event Grid and a Logic App',
        paused: false,
      },
    ]);
    const off = triggered({ pipeline: Object.assign(v2, { enabled: false }) });
    expect(workflowProperties(off.stack).state).toBe('Disabled');
  });

  test.each<[string, Partial<BlobCreatedTriggerProps>, readonly string[] | undefined]>([
    ['a folder', { path: 'in/daily' }, undefined],
    ['the root', { path: '/' }, undefined],
    ['empty names of folders', { path: 'in//daily' }, ['BlobCreatedPathInvalid']],
    ['the folder above', { path: '../in' }, ['BlobCreatedPathInvalid']],
    ['500 days', { pollEvery: Duration.days(500) }, undefined],
    ['no time', { pollEvery: Duration.seconds(0) }, ['BlobCreatedPollIntervalOutOfRange']],
    ['501 days', { pollEvery: Duration.days(501) }, ['BlobCreatedPollIntervalOutOfRange']],
    ['no suffix', { suffix: '' }, ['PropertyTypeInvalid']],
    ['step failures', { continueOnStepFailure: true }, ['ArgumentNotForGeneration']],
  ])('is refused or not with %s', (_, props, codes) => {
    expect(codesOf(() => triggered(props))).toEqual(codes);
  });

  test('takes a folder and a suffix that only Terraform will know', () => {
    const { stack, v2, container } = setUp();
    const { text } = tokensIn(stack);
    new BlobCreatedTrigger(stack, 'OnCsv', { pipeline: v2, container, path: text, suffix: text });
    expect(emitted(stack, SUBSCRIPTION).body).toMatchObject({
      properties: {
        filter: {
          subjectBeginsWith: '/blobServices/default/containers/raw/blobs/${var.Later}/',
          subjectEndsWith: '${var.Later}',
        },
      },
    });
  });

  test('watches an account with a firewall, with the events in another one', () => {
    const firewall = { networkAccess: StorageNetworkAccess.SELECTED_NETWORKS };
    expect(codesOf(() => triggered({}, firewall))).toEqual(['BlobCreatedStoreUnreachable']);
    const { stack, v2, container } = setUp(firewall);
    const eventStore = StorageAccount.fromStorageAccountAttributes(stack, 'Events', {
      storageAccountId: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stevents`,
      networkAccess: StorageNetworkAccess.ALL_NETWORKS,
    });
    new BlobCreatedTrigger(stack, 'OnCsv', { pipeline: v2, container, eventStore });
    expect(emitted(stack, QUEUE).parent_id).toContain('/storageAccounts/stevents/');
  });

  test('puts dead letters into a container of its own', () => {
    const { stack, v2, container, storageAccount } = setUp();
    const props = { pipeline: v2, container };
    const deadLetterContainer = StorageContainer.fromContainerName(
      stack,
      'D',
      storageAccount,
      'dead-letters',
    );
    expect(
      codesOf(
        () => new BlobCreatedTrigger(stack, 'A', { ...props, deadLetterContainer: container }),
      ),
    ).toEqual(['BlobCreatedDeadLetterLoop']);
    const trigger = new BlobCreatedTrigger(stack, 'B', { ...props, deadLetterContainer });
    expect(trigger.deadLetterContainer).toBe(deadLetterContainer);
  });
});

describe('a topic of a storage account', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['abc', undefined],
    ['a'.repeat(50), undefined],
    ['ab', ['SystemTopicNameInvalid']],
    ['a'.repeat(51), ['SystemTopicNameInvalid']],
    ['a_b_c', ['SystemTopicNameInvalid']],
  ])('named %s', (name, codes) => {
    const { stack, storageAccount, resourceGroup } = setUp();
    const props = { name, storageAccount, resourceGroup };
    expect(codesOf(() => new StorageSystemTopic(stack, 'Topic', props))).toEqual(codes);
  });

  test.each<[string, string, readonly string[]]>([
    ['another id', ACCOUNT_ID, ['SystemTopicIdInvalid']],
  ])('that exists is refused with %s', (_, systemTopicId, codes) => {
    const attributes = { systemTopicId, principalId: GUID };
    const { stack } = setUp();
    expect(
      codesOf(() => StorageSystemTopic.fromSystemTopicAttributes(stack, 'T', attributes)),
    ).toEqual(codes);
  });

  test('that exists is refused with a principal that is no GUID', () => {
    const systemTopicId = `${GROUP_ID}/providers/Microsoft.EventGrid/systemTopics/evgt`;
    const { stack } = setUp();
    expect(
      codesOf(() =>
        StorageSystemTopic.fromSystemTopicAttributes(stack, 'T', {
          systemTopicId,
          principalId: 'me',
        }),
      ),
    ).toEqual(['SystemTopicPrincipalInvalid']);
  });
});
