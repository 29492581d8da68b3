import {
  renderBatchEndpointBody,
  renderBatchEndpointRequest,
  renderDeploymentBody,
} from '../../../lib/machine-learning/pipeline/private/batch-endpoint-body';
import { existingPlatform, WORKSPACE_ID } from '../../support/stack';

const COMPONENT_ID = `${WORKSPACE_ID}/components/train/versions/1`;

describe('the body of a batch endpoint', () => {
  test('lets Entra ID say who calls', () => {
    expect(renderBatchEndpointBody(undefined)).toEqual({ properties: { authMode: 'AADToken' } });
  });

  test('holds a description', () => {
    expect(renderBatchEndpointBody('trains')).toEqual({
      properties: { authMode: 'AADToken', description: 'trains' },
    });
  });
});

describe('the request that keeps a batch endpoint', () => {
  test('says all of it, since it replaces the whole', () => {
    expect(
      renderBatchEndpointRequest({
        location: 'westeurope',
        description: 'trains',
        tags: { team: 'churn' },
        defaultDeployment: 'current',
      }),
    ).toEqual({
      location: 'westeurope',
      identity: { type: 'SystemAssigned' },
      tags: { team: 'churn' },
      properties: {
        authMode: 'AADToken',
        description: 'trains',
        defaults: { deploymentName: 'current' },
      },
    });
  });

  test('names no default deployment where there is none', () => {
    expect(renderBatchEndpointRequest({ location: 'westeurope' })).toEqual({
      location: 'westeurope',
      identity: { type: 'SystemAssigned' },
      properties: { authMode: 'AADToken' },
    });
  });
});

describe('the body of a deployment', () => {
  test('names the component, and holds settings as strings', () => {
    expect(
      renderDeploymentBody({
        componentId: COMPONENT_ID,
        continueOnStepFailure: false,
        forceRerun: true,
      }),
    ).toEqual({
      properties: {
        deploymentConfiguration: {
          deploymentConfigurationType: 'PipelineComponent',
          componentId: { referenceType: 'Id', assetId: COMPONENT_ID },
          settings: { continue_on_step_failure: 'false', force_rerun: 'true' },
        },
      },
    });
  });

  test('holds compute and datastore by name, and a description', () => {
    const { compute, datastore } = existingPlatform();
    expect(
      renderDeploymentBody({
        componentId: COMPONENT_ID,
        continueOnStepFailure: true,
        forceRerun: false,
        defaultCompute: compute,
        defaultDatastore: datastore,
        description: 'trains',
      }),
    ).toEqual({
      properties: {
        description: 'trains',
        deploymentConfiguration: {
          deploymentConfigurationType: 'PipelineComponent',
          componentId: { referenceType: 'Id', assetId: COMPONENT_ID },
          settings: {
            default_compute: 'cpu',
            default_datastore: 'raw',
            continue_on_step_failure: 'true',
            force_rerun: 'false',
          },
        },
      },
    });
  });
});
