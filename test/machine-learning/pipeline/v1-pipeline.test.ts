import { AzureCloud } from '../../../lib/core/cloud';
import { Principal } from '../../../lib/identity/principal';
import {
  BlobReference,
  PipelineArgument,
} from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import {
  PipelineEndpoint,
  type V1EndpointAttributes,
} from '../../../lib/machine-learning/pipeline/pipeline-endpoint';
import {
  PublishedPipeline,
  type V1PipelineAttributes,
} from '../../../lib/machine-learning/pipeline/published-pipeline';
import { V1Pipeline } from '../../../lib/machine-learning/pipeline/v1-pipeline';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { Template } from '../../../lib/testing';
import {
  codesIn,
  declaredPlatform,
  existingPlatform,
  freshStack,
  resolvedIn,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { BLOB_HOST, HOST } from '../setup';

const GUID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const RUNS = `pipelines/v1.0${WORKSPACE_ID}/PipelineRuns`;

function pipelineWith(
  attributes: Partial<V1PipelineAttributes> = {},
  platform = existingPlatform(),
) {
  const { stack, workspace } = platform;
  return PublishedPipeline.fromV1PipelineId(stack, 'Legacy', {
    workspace,
    pipelineId: GUID,
    ...attributes,
  });
}

function endpointWith(attributes: Partial<V1EndpointAttributes> = {}) {
  const { stack, workspace } = existingPlatform();
  return PipelineEndpoint.fromV1EndpointId(stack, 'Legacy', {
    workspace,
    pipelineEndpointId: GUID,
    ...attributes,
  });
}

function endpointNamed(endpointName: string, version?: string) {
  const { stack, workspace } = existingPlatform();
  const attributes = { workspace, endpointName, ...(version === undefined ? {} : { version }) };
  return PipelineEndpoint.fromV1EndpointName(stack, 'Named', attributes);
}

describe('the URL of a pipeline of the v1 SDK', () => {
  test.each<[string, string, string]>([
    ['the default version', endpointNamed('churn').endpointUri, 'Name?name=churn'],
    ['a version', endpointNamed('churn', '3').endpointUri, 'Name?name=churn&pipelineVersion=3'],
    ['signs in the name', endpointNamed('a b&c').endpointUri, 'Name?name=a%20b%26c'],
  ])('looks an endpoint up by its name: %s', (_, uri, end) => {
    expect(uri).toBe(`https://westeurope.api.azureml.ms/${RUNS}/PipelineEndpointSubmit/${end}`);
  });

  test('encodes a name that only Terraform will know', () => {
    const platform = existingPlatform();
    const { stack, workspace } = platform;
    const { text } = tokensIn(stack);
    const attributes = { workspace, endpointName: text };
    const { endpointUri } = PipelineEndpoint.fromV1EndpointName(stack, 'Named', attributes);
    expect(resolvedIn(stack, endpointUri)).toContain('Name?name=${urlencode(var.Later)}');
  });

  test.each<[string, string, string]>([
    ['a published pipeline', pipelineWith().endpointUri, `PipelineSubmit/${GUID}`],
    ['an endpoint', endpointWith().endpointUri, `PipelineEndpointSubmit/Id/${GUID}`],
    [
      'a version of an endpoint',
      endpointWith({ version: '0' }).endpointUri,
      `PipelineEndpointSubmit/Id/${GUID}/0`,
    ],
  ])('is that of %s, in the region of its workspace', (_, uri, end) => {
    expect(uri).toBe(`https://westeurope.api.azureml.ms/${RUNS}/${end}`);
  });

  test('spells the region as hosts do', () => {
    const stack = freshStack();
    const workspaceId = WORKSPACE_ID;
    const location = 'West Europe';
    const workspace = Workspace.fromWorkspaceAttributes(stack, 'Spelt', { workspaceId, location });
    expect(pipelineWith({ workspace }).endpointUri).toMatch(/^https:\/\/westeurope\.api/);
  });

  test('is that of the cloud, as is the audience', () => {
    const { endpointUri, audience } = pipelineWith(
      {},
      existingPlatform({ cloud: AzureCloud.CHINA }),
    );
    expect(endpointUri).toMatch(/^https:\/\/westeurope\.api\.ml\.azure\.cn\//);
    expect(audience).toBe('https://management.chinacloudapi.cn/');
  });

  test('may name a workspace that the same stack makes', () => {
    const { stack, workspace } = declaredPlatform();
    const pipeline = PublishedPipeline.fromV1PipelineId(stack, 'L', {
      workspace,
      pipelineId: GUID,
    });
    expect(resolvedIn(stack, pipeline.endpointUri)).toMatch(
      /^https:\/\/westeurope\.api\.azureml\.ms\/pipelines\/v1\.0\$\{azurerm_machine_learning_workspace\.\w+\.id\}\/PipelineRuns/,
    );
  });
});

describe('a pipeline of the v1 SDK', () => {
  test('is called by its id in the tree, unless it has a name', () => {
    expect(pipelineWith().pipelineName).toBe('Legacy');
    expect(pipelineWith({ name: 'churn' }).pipelineName).toBe('churn');
    expect(endpointWith({ name: 'churn' }).pipelineName).toBe('churn');
  });

  test('emits nothing', () => {
    const platform = existingPlatform();
    pipelineWith({}, platform);
    expect(Template.fromStack(platform.stack).toJson()['resource']).toBeUndefined();
  });

  test('is run by the request of the guide', () => {
    const platform = existingPlatform();
    const invocation = pipelineWith({}, platform).renderInvocation(
      {
        experimentName: 'MyRestPipeline',
        arguments: {
          input_string: PipelineArgument.literal('sample_string3'),
          input_datapath: BlobReference.triggeringBlob(platform.datastore),
        },
      },
      BLOB_HOST,
    );
    expect(invocation).toEqual({
      method: 'POST',
      uri: `https://westeurope.api.azureml.ms/${RUNS}/PipelineSubmit/${GUID}`,
      audience: 'https://management.azure.com/',
      headers: { 'Content-Type': 'application/json' },
      body: {
        ExperimentName: 'MyRestPipeline',
        ParameterAssignments: { input_string: 'sample_string3' },
        DataPathAssignments: {
          input_datapath: { DataStoreName: 'raw', RelativePath: '<blob path>' },
        },
        RunSource: 'SDK',
      },
    });
  });

  test('is not run without an experiment', () => {
    expect(codesIn(() => endpointWith().renderInvocation({}, HOST))).toEqual([
      'ExperimentNameMissing',
    ]);
  });

  test('may be run by those who hold the role for it', () => {
    const platform = existingPlatform();
    pipelineWith({}, platform).grantInvoke(Principal.user(GUID));
    const template = Template.fromStack(platform.stack);
    expect(template.resource('azurerm_role_definition')['name']).toMatch(/^Azure ML v1 /);
    template.hasResource('azurerm_role_assignment', { scope: WORKSPACE_ID });
  });
});

describe('the id of a pipeline of the v1 SDK', () => {
  test.each<[string, readonly string[]]>([
    [GUID, []],
    [GUID.toUpperCase(), []],
    [GUID.slice(1), ['V1PipelineIdInvalid']],
    ['my-pipeline', ['V1PipelineIdInvalid']],
  ])('fails or not: %s', (id, codes) => {
    expect(codesIn(() => pipelineWith({ pipelineId: id }))).toEqual(codes);
    expect(codesIn(() => endpointWith({ pipelineEndpointId: id }))).toEqual(codes);
  });

  test('may be a token', () => {
    const platform = existingPlatform();
    const pipeline = pipelineWith({ pipelineId: tokensIn(platform.stack).text }, platform);
    expect(resolvedIn(platform.stack, pipeline.endpointUri)).toMatch(
      /PipelineSubmit\/\$\{var\.Later\}$/,
    );
  });

  test.each<[{ readonly pipelineId?: string; readonly pipelineEndpointId?: string }, string[]]>([
    [{}, ['V1PipelineIdAmbiguous']],
    [{ pipelineId: GUID, pipelineEndpointId: GUID }, ['V1PipelineIdAmbiguous']],
    [{ pipelineId: GUID }, []],
    [{ pipelineEndpointId: GUID }, []],
  ])('is one: %j', (ids, codes) => {
    const { stack, workspace } = existingPlatform();
    expect(codesIn(() => new V1Pipeline(stack, 'Legacy', { workspace, ...ids }))).toEqual(codes);
  });
});

test.each<[string, readonly string[]]>([
  ['0', []],
  ['12', []],
  ['-1', ['V1EndpointVersionInvalid']],
  ['1.0', ['V1EndpointVersionInvalid']],
  ['latest', ['V1EndpointVersionInvalid']],
])('the version %s of an endpoint fails or not', (version, codes) => {
  expect(codesIn(() => endpointWith({ version }))).toEqual(codes);
});
