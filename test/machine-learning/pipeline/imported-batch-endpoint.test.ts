import { AzureCloud } from '../../../lib/core/cloud';
import { Principal } from '../../../lib/identity/principal';
import { PipelineArgument } from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import type { BatchEndpointAttributes } from '../../../lib/machine-learning/pipeline/imported-batch-endpoint';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { Template } from '../../../lib/testing';
import { existingPlatform, WORKSPACE_ID } from '../../support/stack';
import { HOST } from '../setup';

function importedWith(
  attributes: Partial<BatchEndpointAttributes> = {},
  platform = existingPlatform(),
) {
  const { stack, workspace } = platform;
  return PublishedPipeline.fromBatchEndpointAttributes(stack, 'Endpoint', {
    workspace,
    endpointName: 'churn-train',
    ...attributes,
  });
}

describe('an existing batch endpoint', () => {
  test('is called at the host of its region and cloud, and emits nothing', () => {
    const platform = existingPlatform();
    const { scoringUri, endpointUri, audience } = importedWith({}, platform);
    expect(scoringUri).toBe('https://churn-train.westeurope.inference.ml.azure.com/jobs');
    expect(endpointUri).toBe(scoringUri);
    expect(audience).toBe('https://ml.azure.com');
    expect(Template.fromStack(platform.stack).toJson()['resource']).toBeUndefined();
  });

  test('is elsewhere in another cloud', () => {
    const cloud = AzureCloud.US_GOVERNMENT;
    const { scoringUri, audience } = importedWith({}, existingPlatform({ cloud }));
    expect([scoringUri, audience]).toEqual([
      'https://churn-train.westeurope.inference.ml.azure.us/jobs',
      'https://ml.azure.us',
    ]);
  });

  test('takes any argument, since its inputs are not known', () => {
    const { headers, body } = importedWith().renderInvocation(
      { arguments: { anything: PipelineArgument.literal(1) } },
      HOST,
    );
    expect(headers).toEqual({ 'Content-Type': 'application/json' });
    expect(body).toEqual({
      properties: { InputData: { anything: { JobInputType: 'Literal', Value: 1 } } },
    });
  });

  test('names a deployment to callers where it is known', () => {
    const { headers } = importedWith({ deploymentName: 'v2' }).renderInvocation({}, HOST);
    expect(headers).toMatchObject({ 'azureml-model-deployment': 'v2' });
  });

  test('may be called by those who hold the role for it', () => {
    const platform = existingPlatform();
    importedWith({}, platform).grantInvoke(Principal.group('99999999-8888-4777-8666-555555555555'));
    const template = Template.fromStack(platform.stack);
    expect(template.resource('azurerm_role_definition')['name']).toMatch(/^Azure ML v2 /);
    template.hasResource('azurerm_role_assignment', { scope: WORKSPACE_ID });
  });
});
