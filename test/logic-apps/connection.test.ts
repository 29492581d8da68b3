import { TerraformVariable } from 'cdktf';
import { ManagedApi, ManagedIdentityConnection, ManagedIdentityForm } from '../../lib/logic-apps';
import { renderConnectionBody } from '../../lib/logic-apps/private/connection-body';
import { Match, Template } from '../../lib/testing';
import { codesOf, GROUP_ID, setUp, SUBSCRIPTION } from './setup';

const API_ID = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Web/locations/westeurope/managedApis/azureblob`;

describe('the body of a connection', () => {
  test('names the managed identity among the parameter sets of the API', () => {
    expect(
      renderConnectionBody({
        managedApiId: API_ID,
        identityForm: ManagedIdentityForm.PARAMETER_SET,
        displayName: 'blobs',
      }),
    ).toEqual({
      kind: 'V1',
      properties: {
        displayName: 'blobs',
        api: { id: API_ID },
        parameterValueSet: { name: 'managedIdentityAuth', values: {} },
        customParameterValues: {},
        alternativeParameterValues: {},
      },
    });
  });

  test('names it as the alternative where the API has one kind of authentication', () => {
    expect(
      renderConnectionBody({
        managedApiId: API_ID,
        identityForm: ManagedIdentityForm.ALTERNATIVE,
        displayName: 'events',
      }),
    ).toEqual({
      kind: 'V1',
      properties: {
        displayName: 'events',
        api: { id: API_ID },
        parameterValueType: 'Alternative',
        customParameterValues: {},
        alternativeParameterValues: {},
      },
    });
  });
});

describe('a connection', () => {
  test('is one resource that azapi does not check, in the region of its group', () => {
    const { stack, resourceGroup } = setUp({}, { tags: { team: 'ml' } });
    new ManagedIdentityConnection(stack, 'Blobs', {
      managedApi: ManagedApi.AZURE_BLOB,
      resourceGroup,
    });
    expect(Template.fromStack(stack).resource('azapi_resource')).toEqual({
      type: 'Microsoft.Web/connections@2016-06-01',
      name: expect.stringMatching(/^con-blobs-[0-9a-f]{8}$/),
      parent_id: GROUP_ID,
      location: 'West Europe',
      schema_validation_enabled: false,
      body: {
        kind: 'V1',
        properties: expect.objectContaining({
          displayName: expect.stringMatching(/^con-blobs-/),
          api: { id: API_ID },
        }),
      },
      tags: { team: 'ml' },
    });
  });

  test('takes name, display name, region and tags', () => {
    const { stack, resourceGroup } = setUp();
    new ManagedIdentityConnection(stack, 'Events', {
      managedApi: ManagedApi.AZURE_EVENT_GRID,
      resourceGroup,
      name: 'events',
      displayName: 'Events of ${storage}',
      location: 'North Europe',
      tags: { team: 'ml' },
    });
    Template.fromStack(stack).hasResource('azapi_resource', {
      name: 'events',
      location: 'North Europe',
      tags: { team: 'ml' },
      body: {
        properties: {
          displayName: 'Events of $${storage}',
          api: {
            id: Match.stringMatching(/\/locations\/northeurope\/managedApis\/azureeventgrid$/),
          },
          parameterValueType: 'Alternative',
        },
      },
    });
  });

  test('lets Terraform find the name of a region that is only known at apply', () => {
    const { stack, resourceGroup } = setUp();
    const location = new TerraformVariable(stack, 'location', { type: 'string' }).stringValue;
    new ManagedIdentityConnection(stack, 'Blobs', {
      managedApi: ManagedApi.AZURE_BLOB,
      resourceGroup,
      location,
    });
    Template.fromStack(stack).hasResource('azapi_resource', {
      body: {
        properties: {
          api: {
            id: Match.stringMatching(
              /\/locations\/\$\{lower\(replace\(var\.location, " ", ""\)\)\}\//,
            ),
          },
        },
      },
    });
  });

  test('has a name of its own for each place in the tree', () => {
    const { stack, resourceGroup, workspace } = setUp();
    const props = { managedApi: ManagedApi.AZURE_BLOB, resourceGroup };
    const names = [
      new ManagedIdentityConnection(stack, 'Blobs', props),
      new ManagedIdentityConnection(workspace as never, 'Blobs', props),
      new ManagedIdentityConnection(stack, 'blobs', props),
    ].map(({ connectionName }) => connectionName);
    expect(new Set(names).size).toBe(3);
  });

  test.each(['a', 'A-b_c.(d)', 'x'.repeat(80)])('can be named %s', (name) => {
    const { stack, resourceGroup } = setUp();
    const props = { managedApi: ManagedApi.AZURE_BLOB, resourceGroup, name };
    expect(codesOf(() => new ManagedIdentityConnection(stack, 'Blobs', props))).toBeUndefined();
  });

  test.each(['a b', 'ä', 'a/b', 'x'.repeat(81)])('fails when it is named %s', (name) => {
    const { stack, resourceGroup } = setUp();
    const props = { managedApi: ManagedApi.AZURE_BLOB, resourceGroup, name };
    expect(codesOf(() => new ManagedIdentityConnection(stack, 'Blobs', props))).toEqual([
      'ConnectionNameInvalid',
    ]);
  });
});

describe('an existing connection', () => {
  const connectionId = `${GROUP_ID}/providers/Microsoft.Web/connections/blobs`;

  test('is known by its id and emits nothing', () => {
    const { stack } = setUp();
    const connection = ManagedIdentityConnection.fromConnectionId(stack, 'Blobs', {
      connectionId,
      managedApi: ManagedApi.AZURE_BLOB,
    });
    expect(connection).toMatchObject({
      connectionId,
      connectionName: 'blobs',
      managedApiId: API_ID,
    });
    Template.fromStack(stack).hasNoResource('azapi_resource');
  });

  test('fails when the id is that of something else', () => {
    const { stack } = setUp();
    const attributes = { connectionId: GROUP_ID, managedApi: ManagedApi.AZURE_BLOB };
    expect(
      codesOf(() => ManagedIdentityConnection.fromConnectionId(stack, 'Blobs', attributes)),
    ).toEqual(['ConnectionIdInvalid']);
  });

  test('fails without a region', () => {
    const { stack } = setUp({}, { location: undefined });
    const attributes = { connectionId, managedApi: ManagedApi.AZURE_BLOB };
    expect(
      codesOf(() => ManagedIdentityConnection.fromConnectionId(stack, 'Blobs', attributes)),
    ).toEqual(['PropertyMissing']);
  });
});

describe('a managed API', () => {
  test('of any name takes a parameter set unless told otherwise', () => {
    expect(ManagedApi.of('azurequeues').identityForm).toBe(ManagedIdentityForm.PARAMETER_SET);
    expect(ManagedApi.of('azuresentinel', ManagedIdentityForm.ALTERNATIVE)).toMatchObject({
      apiName: 'azuresentinel',
      identityForm: ManagedIdentityForm.ALTERNATIVE,
    });
  });

  test.each(['AzureBlob', 'azure-blob', '1blob', 'azure/blob'])('fails when named %s', (name) => {
    expect(codesOf(() => ManagedApi.of(name))).toEqual(['ManagedApiNameInvalid']);
  });
});
