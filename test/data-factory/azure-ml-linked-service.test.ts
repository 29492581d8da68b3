import { TerraformVariable } from 'cdktf';
import { AzureMlLinkedService, DataFactory } from '../../lib/data-factory';
import { AzureCloud } from '../../lib/core/cloud';
import { renderAzureMlLinkedServiceBody } from '../../lib/data-factory/private/azure-ml-linked-service-body';
import { Workspace } from '../../lib/machine-learning/workspace';
import { Match, Template } from '../../lib/testing';
import { codesOf, FACTORY_ID, LINKED_SERVICE_TYPE, setUp, SUBSCRIPTION } from './setup';

describe('the body of a linked service', () => {
  const { workspace } = setUp();
  const typeProperties = {
    subscriptionId: SUBSCRIPTION,
    resourceGroupName: 'rg-churn',
    mlWorkspaceName: 'mlw-churn',
    authentication: 'MSI',
  };

  test('names the workspace and signs in as the factory', () => {
    expect(renderAzureMlLinkedServiceBody(workspace, undefined)).toEqual({
      properties: { type: 'AzureMLService', annotations: [], typeProperties },
    });
  });

  test('has a description where one is given', () => {
    expect(renderAzureMlLinkedServiceBody(workspace, 'for v1')).toEqual({
      properties: {
        type: 'AzureMLService',
        description: 'for v1',
        annotations: [],
        typeProperties,
      },
    });
  });
});

describe('a linked service', () => {
  test('is named after the workspace', () => {
    const { stack, factory, workspace } = setUp();
    new AzureMlLinkedService(stack, 'Link', { factory, workspace });
    Template.fromStack(stack).hasResource('azapi_resource', {
      type: LINKED_SERVICE_TYPE,
      name: 'AzureML_mlw_churn',
      parent_id: factory.factoryId,
      body: renderAzureMlLinkedServiceBody(workspace, undefined),
    });
  });

  test('is named after the construct where Terraform alone knows the name of the workspace', () => {
    const { stack, factory, resourceGroup } = setUp();
    const name = new TerraformVariable(stack, 'name', { type: 'string' });
    const workspace = new Workspace(stack, 'Ml-1', {
      name: name.stringValue,
      resourceGroup,
      publicNetworkAccess: true,
    });
    new AzureMlLinkedService(stack, 'Link', { factory, workspace });
    Template.fromStack(stack).hasResource('azapi_resource', { name: 'AzureML_Ml_1' });
  });

  test.each([['a'], ['_ml'], ['Ml 1 (v1)'], ['a'.repeat(260)]])('takes the name %s', (name) => {
    const { stack, factory, workspace } = setUp();
    new AzureMlLinkedService(stack, 'Link', { factory, workspace, name });
    Template.fromStack(stack).hasResource('azapi_resource', { name });
  });

  test.each([['a-b'], [' a'], ['a.b'], ['a/b'], ['a'.repeat(261)]])(
    'fails with the name %s',
    (name) => {
      const { stack, factory, workspace } = setUp();
      expect(
        codesOf(() => new AzureMlLinkedService(stack, 'Link', { factory, workspace, name })),
      ).toEqual(['LinkedServiceNameInvalid']);
    },
  );

  test('fails with a name that another one of the factory has', () => {
    const { stack, factory, workspace } = setUp();
    new AzureMlLinkedService(stack, 'One', { factory, workspace, name: 'ml' });
    expect(
      codesOf(() => new AzureMlLinkedService(stack, 'Two', { factory, workspace, name: 'ML' })),
    ).toEqual(['DataFactoryNameTaken']);
  });

  test('fails with a factory that calls as a user-assigned identity', () => {
    const { stack, workspace, identity, resourceGroup } = setUp();
    const factory = new DataFactory(stack, 'Other', { name: 'other', resourceGroup, identity });
    expect(codesOf(() => new AzureMlLinkedService(stack, 'Link', { factory, workspace }))).toEqual([
      'LinkedServiceNeedsSystemIdentity',
    ]);
  });

  test('fails with a workspace in another cloud', () => {
    const { stack, workspace } = setUp();
    const factory = DataFactory.fromDataFactoryAttributes(stack, 'Existing', {
      factoryId: FACTORY_ID,
      cloud: AzureCloud.CHINA,
    });
    expect(codesOf(() => new AzureMlLinkedService(stack, 'Link', { factory, workspace }))).toEqual([
      'LinkedServiceOtherCloud',
    ]);
  });

  test('that exists emits nothing, and may have a name with a dash', () => {
    const { stack, factory } = setUp();
    const link = AzureMlLinkedService.fromLinkedServiceName(stack, 'Link', factory, 'ml-old');
    expect([link.linkedServiceName, link.workspace]).toEqual(['ml-old', undefined]);
    Template.fromStack(stack).hasNoResource('azapi_resource', { name: Match.anyValue() });
  });

  test('that exists fails with a name that none can have', () => {
    const { stack, factory } = setUp();
    expect(
      codesOf(() => AzureMlLinkedService.fromLinkedServiceName(stack, 'Link', factory, 'a/b')),
    ).toEqual(['ImportedLinkedServiceNameInvalid']);
  });
});
