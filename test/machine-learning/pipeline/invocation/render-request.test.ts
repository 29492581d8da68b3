import {
  BlobReference,
  PipelineArgument,
} from '../../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import type { PipelineRequest } from '../../../../lib/machine-learning/pipeline/invocation/pipeline-request';
import {
  renderV1Request,
  renderV2Request,
} from '../../../../lib/machine-learning/pipeline/invocation/render-request';
import { codesIn, existingPlatform, tokensIn, WORKSPACE_ID } from '../../../support/stack';
import { BLOB_HOST, HOST } from '../../setup';

const { datastore } = existingPlatform();
const { literal, folder, file, uriFile, uriFolder } = PipelineArgument;

function codesAndPlaces({ problems }: ReturnType<typeof renderV1Request>) {
  return problems.map(({ code, property }) => `${code} ${property}`);
}

describe('the request of a v1 pipeline', () => {
  test('names saved datasets', () => {
    const datasetId = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
    const request: PipelineRequest = {
      experimentName: 'churn',
      arguments: { table: PipelineArgument.v1Dataset(datasetId) },
    };
    expect(renderV1Request(request, HOST).body).toEqual({
      ExperimentName: 'churn',
      RunSource: 'SDK',
      DataSetDefinitionValueAssignments: { table: { SavedDataSetReference: { Id: datasetId } } },
    });
    expect(codesAndPlaces(renderV2Request(request, HOST))).toEqual([
      'ArgumentNotForGeneration arguments.table',
    ]);
  });

  test.each<[string, readonly string[]]>([
    ['0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', []],
    ['iris', ['ArgumentDatasetIdInvalid']],
    [tokensIn(existingPlatform().stack).text, []],
  ])('takes a dataset by its id: %s', (datasetId, codes) => {
    expect(codesIn(() => PipelineArgument.v1Dataset(datasetId))).toEqual(codes);
  });

  test('holds the experiment and where it comes from', () => {
    expect(renderV1Request({ experimentName: 'churn' }, HOST)).toEqual({
      body: { ExperimentName: 'churn', RunSource: 'SDK' },
      problems: [],
    });
  });

  test('holds parameters as strings, and data by datastore and path', () => {
    const request: PipelineRequest = {
      experimentName: 'churn <x>',
      continueOnStepFailure: false,
      arguments: {
        rate: literal(0.01),
        on: literal(true),
        name: literal('a < b'),
        input_datapath: folder(datastore, 'in'),
        one: file(datastore, 'in/x.csv'),
        blob: BlobReference.triggeringBlob(datastore),
      },
    };
    expect(renderV1Request(request, BLOB_HOST)).toEqual({
      body: {
        ExperimentName: 'churn <<x>',
        RunSource: 'SDK',
        ParameterAssignments: { rate: '0.01', on: 'true', name: 'a << b' },
        DataPathAssignments: {
          input_datapath: { DataStoreName: 'raw', RelativePath: 'in' },
          one: { DataStoreName: 'raw', RelativePath: 'in/x.csv' },
          blob: { DataStoreName: 'raw', RelativePath: '<blob path>' },
        },
        ContinueOnStepFailure: false,
      },
      problems: [],
    });
  });

  test.each<[string, PipelineRequest, string]>([
    ['without an experiment', {}, 'ExperimentNameMissing experimentName'],
    ['with an empty experiment', { experimentName: '' }, 'ExperimentNameMissing experimentName'],
    [
      'with outputs',
      { experimentName: 'x', outputs: { model: { uri: 'azureml:x' } } },
      'ArgumentNotForGeneration outputs',
    ],
    [
      'with a URL',
      { experimentName: 'x', arguments: { raw: uriFolder('https://x/y') } },
      'ArgumentNotForGeneration arguments.raw',
    ],
    [
      'with the blob of a run that no blob started',
      { experimentName: 'x', arguments: { raw: BlobReference.triggeringBlob(datastore) } },
      'TriggeringBlobUnknown arguments.raw',
    ],
  ])('fails %s', (_, request, problem) => {
    expect(codesAndPlaces(renderV1Request(request, HOST))).toEqual([problem]);
  });

  test('fails where the blob that started the run has no datastore', () => {
    const request = { experimentName: 'x', arguments: { raw: BlobReference.triggeringBlob() } };
    expect(codesAndPlaces(renderV1Request(request, BLOB_HOST))).toEqual([
      'TriggeringBlobDatastoreMissing arguments.raw',
    ]);
  });

  test('takes empty outputs, since they say nothing', () => {
    expect(renderV1Request({ experimentName: 'x', outputs: {} }, HOST).problems).toEqual([]);
  });
});

describe('the request of a v2 pipeline', () => {
  test('may hold nothing', () => {
    expect(renderV2Request({}, HOST)).toEqual({ body: { properties: {} }, problems: [] });
  });

  test('holds inputs, outputs and the experiment', () => {
    const request: PipelineRequest = {
      experimentName: 'churn <x>',
      arguments: {
        rate: literal(0.01),
        on: literal(false),
        name: literal('a < b'),
        raw: folder(datastore, 'in'),
        one: file(datastore, 'in/x.csv'),
        other: uriFolder('https://stx.blob.core.windows.net/raw/in'),
        table: uriFile('azureml:table:1'),
        blob: BlobReference.triggeringBlob(),
      },
      outputs: {
        model: { uri: 'azureml:x/paths/model' },
        report: { uri: 'azureml:x/paths/report.html', file: true },
      },
    };
    const paths = `azureml:${WORKSPACE_ID}/datastores/raw/paths`;
    expect(renderV2Request(request, BLOB_HOST)).toEqual({
      body: {
        properties: {
          InputData: {
            rate: { JobInputType: 'Literal', Value: 0.01 },
            on: { JobInputType: 'Literal', Value: false },
            name: { JobInputType: 'Literal', Value: 'a << b' },
            raw: { JobInputType: 'UriFolder', Uri: `${paths}/in` },
            one: { JobInputType: 'UriFile', Uri: `${paths}/in/x.csv` },
            other: { JobInputType: 'UriFolder', Uri: 'https://stx.blob.core.windows.net/raw/in' },
            table: { JobInputType: 'UriFile', Uri: 'azureml:table:1' },
            blob: { JobInputType: 'UriFile', Uri: '<blob uri>' },
          },
          OutputData: {
            model: { JobOutputType: 'UriFolder', Uri: 'azureml:x/paths/model' },
            report: { JobOutputType: 'UriFile', Uri: 'azureml:x/paths/report.html' },
          },
          properties: { experimentName: 'churn <<x>' },
        },
      },
      problems: [],
    });
  });

  test.each<[string, PipelineRequest, string]>([
    [
      'with a setting of the publication',
      { continueOnStepFailure: false },
      'ArgumentNotForGeneration continueOnStepFailure',
    ],
    [
      'with the blob of a run that no blob started',
      { arguments: { raw: BlobReference.triggeringBlob() } },
      'TriggeringBlobUnknown arguments.raw',
    ],
  ])('fails %s', (_, request, problem) => {
    expect(codesAndPlaces(renderV2Request(request, HOST))).toEqual([problem]);
  });
});
