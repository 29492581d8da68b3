import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFactoryDocument, DataFactoryDocumentKind } from '../../../lib/data-factory';
import { ROOT } from '../../support/repository';
import { activitiesOf, codesOf, setUpPipeline } from '../setup';

const SAMPLES = join(ROOT, '../shared/samples/data-factory-and-logic-apps');
const FILES = existsSync(SAMPLES)
  ? readdirSync(SAMPLES).filter((name) => name.startsWith('adf_'))
  : [];

const PIPELINE = {
  name: 'p',
  properties: {
    unknown: { kept: [1, null, '${x}'] },
    activities: [
      {
        name: 'Each',
        type: 'ForEach',
        typeProperties: {
          items: { value: '@x', type: 'Expression' },
          activities: [
            {
              name: 'Run',
              type: 'AzureMLExecutePipeline',
              linkedServiceName: { referenceName: 'aml', type: 'LinkedServiceReference' },
              typeProperties: {
                mlPipelineId: { value: '@pipeline().parameters.id', type: 'Expression' },
                experimentName: 'e',
                more: true,
              },
            },
          ],
        },
      },
      {
        name: 'After',
        type: 'FromTheFuture',
        state: 'Inactive',
        dependsOn: [{ activity: 'Each', dependencyConditions: ['Failed', 'Skipped'] }],
        typeProperties: {},
      },
    ],
  },
};
const TRIGGER = {
  name: 't',
  properties: {
    type: 'BlobEventsTrigger',
    pipelines: [{ pipelineReference: { referenceName: 'p', type: 'PipelineReference' } }],
    typeProperties: { events: ['Microsoft.Storage.BlobCreated'] },
  },
};
const LINKED = { name: 'l', properties: { type: 'AzureMLService', typeProperties: { a: 1 } } };
const DATASET = {
  name: 'd',
  properties: {
    type: 'Binary',
    linkedServiceName: { referenceName: 'l', type: 'LinkedServiceReference' },
  },
};
const ACTIVITY = { name: 'w', type: 'Wait', typeProperties: { waitTimeInSeconds: 1 } };

(FILES.length === 0 ? describe.skip : describe)('the documents of the samples, if at hand', () => {
  test.each(FILES)('%s is rendered as it was read', (file) => {
    const text = readFileSync(join(SAMPLES, file), 'utf8');
    expect(DataFactoryDocument.parse(text).render()).toEqual(JSON.parse(text));
    expect(JSON.parse(DataFactoryDocument.parse(JSON.parse(text)).toText())).toEqual(
      JSON.parse(text),
    );
  });
});

describe('a document', () => {
  const {
    PIPELINE: pipeline,
    TRIGGER: trigger,
    LINKED_SERVICE,
    DATASET: dataset,
    CREDENTIAL,
    DATA_FLOW,
    INTEGRATION_RUNTIME,
  } = DataFactoryDocumentKind;

  test.each<[DataFactoryDocumentKind, object]>([
    [pipeline, PIPELINE],
    [pipeline, { activities: [] }],
    [trigger, TRIGGER],
    [LINKED_SERVICE, LINKED],
    [dataset, DATASET],
    [DataFactoryDocumentKind.ACTIVITY, ACTIVITY],
    [pipeline, { type: 'Microsoft.DataFactory/factories/pipelines', properties: {} }],
    [LINKED_SERVICE, { type: 'Microsoft.DataFactory/factories/linkedServices' }],
    [trigger, { name: 't', type: 'ScheduleTrigger', typeProperties: {} }],
    [trigger, { name: 't', type: 'CustomEventsTrigger', properties: { typeProperties: {} } }],
    [CREDENTIAL, { name: 'c', properties: { type: 'ManagedIdentity', typeProperties: {} } }],
    [CREDENTIAL, { type: 'Microsoft.DataFactory/factories/credentials', properties: {} }],
    [DATA_FLOW, { name: 'd', properties: { type: 'Flowlet', typeProperties: {} } }],
    [DATA_FLOW, { type: 'Microsoft.DataFactory/factories/dataflows', properties: {} }],
    [INTEGRATION_RUNTIME, { name: 'r', properties: { type: 'SelfHosted' } }],
    [INTEGRATION_RUNTIME, { type: 'Microsoft.Synapse/workspaces/integrationRuntimes' }],
  ])('is known as a %s and rendered as it was read', (kind, source) => {
    const document = DataFactoryDocument.parse(source);
    expect([document.kind, document.render()]).toEqual([kind, source]);
  });

  test.each<[string, unknown]>([
    ['DataFactoryDocumentInvalid', '{'],
    ['DataFactoryDocumentInvalid', '[1]'],
    ['DataFactoryDocumentInvalid', undefined],
    ['DataFactoryDocumentKindUnknown', {}],
    ['DataFactoryDocumentKindUnknown', { properties: {} }],
  ])('fails with %s where it is none: %p', (code, source) => {
    expect(codesOf(() => DataFactoryDocument.parse(source))).toEqual([code]);
  });

  test('may begin with a byte order mark', () => {
    const text = `\uFEFF${JSON.stringify(LINKED)}`;
    expect(DataFactoryDocument.parse(text).render()).toEqual(LINKED);
  });

  test('tells what an activity waits for in any case, and where it is not told how', () => {
    const dependsOn = [
      { activity: 'a', dependencyConditions: ['succeeded', 'COMPLETED'] },
      { activity: 'b' },
    ];
    const [activity] = DataFactoryDocument.parse({ ...ACTIVITY, dependsOn }).activities;
    expect(activity?.dependsOn).toEqual([
      { activity: 'a', conditions: ['Succeeded', 'Completed'] },
      { activity: 'b' },
    ]);
    expect(activity?.toActivity().dependencies).toHaveLength(2);
  });

  test('cannot be changed from outside', () => {
    const source = structuredClone(PIPELINE);
    const document = DataFactoryDocument.parse(source);
    source.name = 'changed';
    (document.render() as { name: string }).name = 'changed';
    expect(document.name).toBe('p');
  });

  test('names what it refers to', () => {
    expect(DataFactoryDocument.parse(TRIGGER).pipelines).toEqual(['p']);
    expect(DataFactoryDocument.parse(PIPELINE).linkedServices).toEqual(['aml']);
  });

  test('tells its activities, with those inside them', () => {
    const [each, after] = DataFactoryDocument.parse(PIPELINE).activities;
    const [run] = each?.activities ?? [];
    expect(after?.dependsOn).toEqual([{ activity: 'Each', conditions: ['Failed', 'Skipped'] }]);
    expect([run?.type, run?.linkedServiceName]).toEqual(['AzureMLExecutePipeline', 'aml']);
    expect([run?.text('mlPipelineId'), run?.text('experimentName')]).toEqual([
      '@pipeline().parameters.id',
      'e',
    ]);
  });

  test('gives activities to a pipeline, with what is not known here', () => {
    const { stack, pipeline: target } = setUpPipeline();
    for (const activity of DataFactoryDocument.parse(PIPELINE).activities) {
      target.addActivity(activity.toActivity());
    }
    const [, after] = activitiesOf(stack);
    expect(after).toEqual({
      ...PIPELINE.properties.activities[1],
      userProperties: [],
    });
  });
});
