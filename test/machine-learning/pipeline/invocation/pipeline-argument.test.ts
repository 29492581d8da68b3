import { DataAsset } from '../../../../lib/machine-learning/data/data-asset';
import { DataAssetType } from '../../../../lib/machine-learning/data/data-asset-type';
import { DataUri } from '../../../../lib/machine-learning/data/data-uri';
import { HOST } from '../../setup';
import { DataType } from '../../../../lib/machine-learning/pipeline/data-type';
import {
  BlobReference,
  PipelineArgument,
} from '../../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import {
  codesIn,
  existingPlatform,
  freshStack,
  problemsIn,
  tokensIn,
} from '../../../support/stack';

const { datastore } = existingPlatform();
const { text, number } = tokensIn(freshStack());

describe('an argument', () => {
  test.each<[unknown, readonly string[]]>([
    ['', []],
    [0, []],
    [false, []],
    [Infinity, ['ArgumentLiteralInvalid']],
    [null, ['ArgumentLiteralInvalid']],
    [['x'], ['ArgumentLiteralInvalid']],
  ])('that is the literal %j fails or not', (value, codes) => {
    expect(codesIn(() => PipelineArgument.literal(value as string))).toEqual(codes);
  });

  test.each<[string, readonly string[]]>([
    ['https://stx.blob.core.windows.net/raw/x', []],
    ['azureml:raw:1', []],
    ['azureml://datastores/raw/paths/x', []],
    ['abfss://raw@stx.dfs.core.windows.net/x', []],
    ['wasbs://raw@stx.blob.core.windows.net/x', []],
    ['http://stx.blob.core.windows.net/raw/x', ['ArgumentUriInvalid']],
    ['raw/x', ['ArgumentUriInvalid']],
    ['azureml:', ['ArgumentUriInvalid']],
    ['https://x/a b', ['ArgumentUriInvalid']],
    ['', ['PropertyTypeInvalid']],
    ['https://stx.blob.core.windows.net/raw/x?snapshot=2026', []],
    ['https://stx.blob.core.windows.net/raw/x?sv=1&sig=abc', ['ArgumentUriHoldsSecret']],
    ['https://stx.blob.core.windows.net/raw/x?SIG=abc', ['ArgumentUriHoldsSecret']],
    ['https://me:secret@example.com/x', ['ArgumentUriHoldsSecret']],
    [`https://stx.blob.core.windows.net/${text}?sig=abc`, ['ArgumentUriHoldsSecret']],
  ])('that is at %j fails or not', (uri, codes) => {
    expect(codesIn(() => PipelineArgument.uriFile(uri))).toEqual(codes);
    expect(codesIn(() => PipelineArgument.uriFolder(uri))).toEqual(codes);
  });

  test.each<[string, readonly string[]]>([
    ['in/x', []],
    ['', []],
    ['/in/x', ['DatastorePathInvalid']],
  ])('that is at the path %j of a datastore fails or not', (path, codes) => {
    expect(codesIn(() => PipelineArgument.folder(datastore, path))).toEqual(codes);
    expect(codesIn(() => PipelineArgument.file(datastore, path))).toEqual(codes);
  });

  test('that holds a signature is refused without showing it', () => {
    const [found] = problemsIn(() => PipelineArgument.uriFile('https://x/y?sig=topsecret'));
    expect(JSON.stringify(found)).not.toContain('topsecret');
  });

  test('may be what only Terraform will know', () => {
    for (const make of [
      () => PipelineArgument.literal(text),
      () => PipelineArgument.literal(number),
      () => PipelineArgument.uriFile(text),
      () => PipelineArgument.file(datastore, text),
      () => PipelineArgument.folder(datastore, `in/${text}`),
    ]) {
      expect(codesIn(make)).toEqual([]);
    }
  });
});

describe('an argument that is a location or a data asset', () => {
  const path = datastore.path('in/x.csv');
  const asset = (dataType: DataAssetType) =>
    DataAsset.fromDataAssetAttributes({
      workspace: existingPlatform().workspace,
      name: 'plans',
      version: '3',
      dataType,
    });

  test('is the same as its datastore and path', () => {
    const at = PipelineArgument.at(path, DataType.URI_FILE);
    const file = PipelineArgument.file(datastore, 'in/x.csv');
    expect(at._renderV2('raw', HOST)).toEqual(file._renderV2('raw', HOST));
    expect(at._renderV1('raw', HOST)).toEqual(file._renderV1('raw', HOST));
    expect(PipelineArgument.at(path, DataType.URI_FOLDER)._renderJobInput('raw')).toEqual(
      PipelineArgument.folder(datastore, 'in/x.csv')._renderJobInput('raw'),
    );
  });

  test('may be a URL, for v2', () => {
    const at = PipelineArgument.at(DataUri.of('https://x.example/y'), DataType.URI_FOLDER);
    expect(at._renderV2('raw', HOST)).toEqual({
      JobInputType: 'UriFolder',
      Uri: 'https://x.example/y',
    });
    expect(at._renderV1('raw', HOST)).toHaveProperty('code', 'ArgumentNotForGeneration');
  });

  test('cannot be a literal', () => {
    expect(codesIn(() => PipelineArgument.at(path, DataType.STRING))).toEqual([
      'PropertyTypeInvalid',
    ]);
  });

  test.each([
    [DataAssetType.URI_FILE, 'UriFile'],
    [DataAssetType.URI_FOLDER, 'UriFolder'],
  ])('is a version of an asset of type %s', (dataType, jobInputType) => {
    const data = asset(dataType);
    expect(PipelineArgument.data(data)._renderV2('raw', HOST)).toEqual({
      JobInputType: jobInputType,
      Uri: `azureml:${data.dataAssetId}`,
    });
    expect(PipelineArgument.data(data)._renderV1('raw', HOST)).toHaveProperty(
      'code',
      'ArgumentNotForGeneration',
    );
  });

  test('is a table on a schedule only', () => {
    const data = asset(DataAssetType.MLTABLE);
    expect(PipelineArgument.data(data)._renderJobInput('raw')).toEqual({
      jobInputType: 'mltable',
      uri: `azureml:${data.dataAssetId}`,
    });
    expect(PipelineArgument.data(data)._renderV2('raw', HOST)).toHaveProperty(
      'code',
      'ArgumentTableUnsupported',
    );
  });
});

describe('the type of an argument', () => {
  const { BOOLEAN, INTEGER, NUMBER, STRING, URI_FILE, URI_FOLDER, MLTABLE, MLFLOW_MODEL } =
    DataType;
  const LITERALS = [BOOLEAN, INTEGER, NUMBER, STRING];
  const FOLDERS = Object.values(DataType).filter((type) => ![...LITERALS, URI_FILE].includes(type));

  test.each<[string, PipelineArgument, readonly DataType[]]>([
    ['a word', PipelineArgument.literal('x'), [STRING]],
    ['nothing', PipelineArgument.literal(''), [STRING]],
    ['true', PipelineArgument.literal(true), [BOOLEAN, STRING]],
    ['"True"', PipelineArgument.literal('True'), [BOOLEAN, STRING]],
    ['a whole number', PipelineArgument.literal(5), [INTEGER, NUMBER, STRING]],
    ['a fraction', PipelineArgument.literal('0.5'), [NUMBER, STRING]],
    ['a string token', PipelineArgument.literal(text), LITERALS],
    ['a file', PipelineArgument.file(datastore, 'x'), [URI_FILE]],
    ['a file by URL', PipelineArgument.uriFile('https://x/y'), [URI_FILE]],
    ['the blob that started the run', BlobReference.triggeringBlob(), [URI_FILE]],
    ['a folder', PipelineArgument.folder(datastore, 'x'), FOLDERS],
    ['a folder by URL', PipelineArgument.uriFolder('https://x/y'), FOLDERS],
  ])('that is %s fits its kind of inputs alone', (_, argument, types) => {
    const fitting = Object.values(DataType).filter((type) => argument._fits(type));
    expect(fitting.sort()).toEqual([...types].sort());
    expect(FOLDERS).toEqual(expect.arrayContaining([URI_FOLDER, MLTABLE, MLFLOW_MODEL]));
  });
});
