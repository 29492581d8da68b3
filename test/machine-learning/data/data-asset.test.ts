import { Principal } from '../../../lib/identity/principal';
import { DataAsset } from '../../../lib/machine-learning/data/data-asset';
import type { DataAssetProps } from '../../../lib/machine-learning/data/data-asset-props';
import { DataAssetType } from '../../../lib/machine-learning/data/data-asset-type';
import { DataUri } from '../../../lib/machine-learning/data/data-uri';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { Datastore } from '../../../lib/machine-learning/datastore/datastore';
import { Template } from '../../../lib/testing';
import {
  codesIn,
  declaredPlatform,
  existingPlatform,
  existingWorkspace,
  freshStack,
  problemsIn,
  resolvedIn,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { containerIn } from '../datastore/setup';
import { emitted, ML, onlyEmitted } from '../setup';
import { assetIn } from './setup';

const URL = 'https://st.blob.core.windows.net/raw/in';
const GUID = '99999999-8888-4777-8666-555555555555';

const versionOf = (props: Partial<DataAssetProps>) => assetIn(freshStack(), props).version;

describe('a data asset', () => {
  test('is a version named by its content, whose body Azure may rewrite', () => {
    const stack = freshStack();
    const { version } = assetIn(stack);
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect(onlyEmitted(stack, 'data/versions')).toEqual({
      type: `${ML}/data/versions@2025-06-01`,
      name: version,
      parent_id: `${WORKSPACE_ID}/data/raw`,
      body: {
        properties: {
          dataType: 'uri_folder',
          dataUri: 'azureml://datastores/workspaceblobstore/paths/in/',
          isAnonymous: false,
        },
      },
      lifecycle: { ignore_changes: ['body'] },
    });
    expect([...emitted(stack, 'data/versions').keys()].join()).toContain(version);
  });

  test('takes other data, description, tags and a version of its own, as text', () => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    assetIn(stack, {
      workspace,
      dataType: DataAssetType.MLTABLE,
      data: DataUri.of(`${URL}/table`),
      referencedData: [
        DataUri.of(`${URL}/a.csv`),
        Datastore.workspaceBlobStore(workspace).path('b.csv'),
      ],
      version: '2026.1',
      description: 'costs ${5}',
      tags: { team: '%{churn}' },
    });
    expect(onlyEmitted(stack, 'data/versions')).toMatchObject({
      name: '2026.1',
      body: {
        properties: {
          dataType: 'mltable',
          dataUri: `${URL}/table`,
          isAnonymous: false,
          referencedUris: [`${URL}/a.csv`, 'azureml://datastores/workspaceblobstore/paths/b.csv'],
          description: 'costs $${5}',
          tags: { team: '%%{churn}' },
        },
      },
    });
  });

  test('is referred to by its id', () => {
    const stack = freshStack();
    const asset = assetIn(stack);
    const [address] = emitted(stack, 'data/versions').keys();
    expect(resolvedIn(stack, asset.dataAssetReference)).toBe(
      `azureml:\${azapi_resource.${String(address)}.id}`,
    );
  });

  test('waits for a datastore that is declared beside it', () => {
    const { stack, workspace } = declaredPlatform();
    const container = containerIn(stack);
    const store = new BlobDatastore(stack, 'Store', { name: 'store', workspace, container });
    assetIn(stack, { workspace, data: store.path('in/') });
    expect(onlyEmitted(stack, 'data/versions').body.properties['dataUri']).toMatch(
      /^azureml:\/\/datastores\/\$\{azurerm_machine_learning_datastore_blobstorage\.Store_\w+\.name\}\/paths\/in\/$/,
    );
  });

  test('is kept as a version when it is no longer declared', () => {
    const stack = freshStack();
    assetIn(stack);
    expect(stack.node.tryFindChild('KeptVersions')).toBeDefined();
  });

  test('lets others read its data where the storage of its datastore is known', () => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    const attributes = { workspace, name: 'store', container: containerIn(stack) };
    const store = Datastore.fromDatastoreAttributes(stack, 'Store', attributes);
    assetIn(stack, { workspace, data: store.path('in/') }).grantRead(Principal.user(GUID));
    Template.fromStack(stack).resourceCountIs('azurerm_role_assignment', 1, {
      scope: attributes.container.containerId,
    });
  });

  test.each<[string, Partial<DataAssetProps>, string]>([
    ['of a URL', { data: DataUri.of(URL) }, 'DataAssetStorageUnknown'],
    ['of an imported datastore', {}, 'DatastoreStorageUnknown'],
  ])('grants nothing on data %s', (_, props, code) => {
    const { stack, workspace, datastore } = existingPlatform();
    const asset = assetIn(stack, { workspace, data: datastore.path('in/'), ...props });
    expect(codesIn(() => asset.grantRead(Principal.user(GUID)))).toEqual([code]);
  });
});

describe('the version of a data asset', () => {
  const least = { data: DataUri.of(URL) };

  test('is the same for the same content', () => {
    expect(versionOf(least)).toBe(versionOf(least));
  });

  test.each<[string, Partial<DataAssetProps>]>([
    ['name', { name: 'other' }],
    ['type', { dataType: DataAssetType.URI_FILE }],
    ['place', { data: DataUri.of(`${URL}/2`) }],
    ['description', { description: 'x' }],
    ['tags', { tags: { a: 'b' } }],
  ])('is another one for another %s', (_, props) => {
    expect(versionOf({ ...least, ...props })).not.toBe(versionOf(least));
  });

  test('is another one when the datastore is renamed, whose reference stays', () => {
    const [before, after] = ['store', 'renamed'].map((name) => {
      const { stack, workspace } = declaredPlatform();
      const container = containerIn(stack);
      const store = new BlobDatastore(stack, 'Store', { name, workspace, container });
      return assetIn(stack, { workspace, data: store.path('in/') }).version;
    });
    expect(after).not.toBe(before);
  });

  test.each<[string, readonly string[]]>([
    ['1', []],
    ['2026-01_a.b', []],
    ['a/b', ['VersionInvalid']],
    ['a b', ['VersionInvalid']],
  ])('may be given, if it can stand in an id: "%s"', (version, codes) => {
    expect(codesIn(() => assetIn(freshStack(), { version }))).toEqual(codes);
  });

  test('must be given for a place that only Terraform will know', () => {
    const stack = freshStack();
    const { text } = tokensIn(stack);
    const data = DataUri.of(text);
    expect(codesIn(() => assetIn(stack, { data }))).toEqual(['VersionNotComputable']);
    expect(codesIn(() => assetIn(stack, { data, version: '1' }, 'Given'))).toEqual([]);
  });

  test('is not declared twice, and the error names who does', () => {
    const stack = freshStack();
    assetIn(stack);
    assetIn(stack, { name: 'other' }, 'Other');
    expect(problemsIn(() => assetIn(stack, {}, 'Again'))).toMatchObject([
      { code: 'DataAssetVersionTaken', must: expect.stringContaining('churn/Raw') },
    ]);
  });

  test('is of the type that the name has, and the error names where', () => {
    const stack = freshStack();
    assetIn(stack);
    expect(codesIn(() => assetIn(stack, { description: 'newer', version: '2' }, 'Second'))).toEqual(
      [],
    );
    expect(
      problemsIn(() => assetIn(stack, { dataType: DataAssetType.URI_FILE }, 'File')),
    ).toMatchObject([{ code: 'DataAssetTypeDiffers', must: expect.stringContaining('churn/Raw') }]);
  });
});

describe('the props of a data asset', () => {
  test.each<[string, readonly string[]]>([
    ['a', []],
    ['a'.repeat(255), []],
    ['a'.repeat(256), ['DataAssetNameInvalid']],
    ['_a', ['DataAssetNameInvalid']],
    ['a.b', ['DataAssetNameInvalid']],
  ])('take the name %s or not', (name, codes) => {
    expect(codesIn(() => assetIn(freshStack(), { name }))).toEqual(codes);
    const workspace = existingWorkspace(freshStack());
    const attributes = { workspace, name, version: '1', dataType: DataAssetType.URI_FILE };
    expect(codesIn(() => DataAsset.fromDataAssetAttributes(attributes))).toEqual(codes);
  });

  test.each<[string, DataAssetType, readonly string[]]>([
    ['/table', DataAssetType.MLTABLE, []],
    ['/MLTable/', DataAssetType.MLTABLE, []],
    ['/MLTable', DataAssetType.MLTABLE, ['DataAssetTableNotFolder']],
    ['/MLTable', DataAssetType.URI_FILE, []],
  ])('take %s as the place of %s or not', (path, dataType, codes) => {
    const data = DataUri.of(`${URL}${path}`);
    expect(codesIn(() => assetIn(freshStack(), { data, dataType }))).toEqual(codes);
  });

  test.each<[DataAssetType, readonly string[]]>([
    [DataAssetType.MLTABLE, []],
    [DataAssetType.URI_FILE, ['DataAssetReferencesNotForType']],
    [DataAssetType.URI_FOLDER, ['DataAssetReferencesNotForType']],
  ])('take other data for %s or not', (dataType, codes) => {
    const referencedData = [DataUri.of(URL)];
    expect(codesIn(() => assetIn(freshStack(), { dataType, referencedData }))).toEqual(codes);
  });

  test.each<[string, readonly string[]]>([
    ['in/x.csv', []],
    ['in/[x]-${y}', []],
    ['in/${f.y[*].z}/x.csv', []],
    ['in/*.csv', ['DataAssetPattern']],
    ['in/**', ['DataAssetPattern']],
    ['in/?.csv', ['DataAssetPattern']],
    ['*', ['DataAssetPattern']],
  ])('take the path %s or not, as other data too', (path, codes) => {
    const { stack, workspace } = declaredPlatform();
    const container = containerIn(stack);
    const store = new BlobDatastore(stack, 'Store', { name: 'store', workspace, container });
    const data = store.path(path);
    expect(codesIn(() => assetIn(stack, { workspace, data }, 'Folder'))).toEqual(codes);
    const table = {
      name: 'table',
      dataType: DataAssetType.MLTABLE,
      data: DataUri.of(URL),
      referencedData: [DataUri.of(URL), data],
    };
    const found = problemsIn(() => assetIn(stack, { workspace, ...table }, 'Table'));
    expect(found.map(({ code, property }) => `${code} ${property}`)).toEqual(
      codes.map((code) => `${code} referencedData`),
    );
  });

  test('take no pattern in a URL', () => {
    const codesOf = (data: DataUri) => codesIn(() => assetIn(freshStack(), { data }));
    expect(codesOf(DataUri.of(`${URL}/*.csv`))).toEqual(['DataAssetPattern']);
    expect(codesOf(DataUri.of(`${URL}/x.csv?sv=2024`))).toEqual([]);
  });

  test('take no path of a datastore of another workspace', () => {
    const { stack, workspace } = declaredPlatform();
    const other = Datastore.workspaceBlobStore(existingWorkspace(stack)).path('in/');
    expect(codesIn(() => assetIn(stack, { workspace, data: other }))).toEqual([
      'DataAssetOtherWorkspace',
    ]);
    const props = {
      workspace,
      dataType: DataAssetType.MLTABLE,
      data: DataUri.of(URL),
      referencedData: [other],
    };
    expect(codesIn(() => assetIn(stack, props, 'Table'))).toEqual(['DataAssetOtherWorkspace']);
  });
});

describe('a registered data asset', () => {
  test('is known by name and version', () => {
    const asset = DataAsset.fromDataAssetAttributes({
      workspace: existingWorkspace(freshStack()),
      name: 'raw',
      version: '3',
      dataType: DataAssetType.MLTABLE,
    });
    expect(asset).toMatchObject({
      dataAssetId: `${WORKSPACE_ID}/data/raw/versions/3`,
      dataAssetReference: `azureml:${WORKSPACE_ID}/data/raw/versions/3`,
      dataType: 'mltable',
    });
  });
});

describe('data by URL', () => {
  test.each<[string, readonly string[]]>([
    ['https://st.blob.core.windows.net/raw/x.csv', []],
    ['azureml://datastores/raw/paths/in/', []],
    ['azureml:/subscriptions/x', []],
    ['abfss://raw@st.dfs.core.windows.net/in', []],
    ['wasbs://raw@st.blob.core.windows.net/in', []],
    ['adl://st.azuredatalakestore.net/in', []],
    ['https://', ['DataUriInvalid']],
    ['http://x', ['DataUriInvalid']],
    ['./data', ['DataUriInvalid']],
    ['raw/in', ['DataUriInvalid']],
  ])('fails or not: %s', (uri, codes) => {
    expect(codesIn(() => DataUri.of(uri))).toEqual(codes);
  });
});
