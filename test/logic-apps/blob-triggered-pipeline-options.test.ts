import { BlobFilter, BlobTriggeredPipeline, WorkflowIdentity } from '../../lib/logic-apps';
import { Template } from '../../lib/testing';
import { setUp, workflowProperties } from './setup';

const WORKFLOWS = { type: 'Microsoft.Logic/workflows@2019-05-01' };

describe('a pipeline that a blob starts', () => {
  test('is made after the roles of an identity of its own: reading the container, invoking the pipeline', () => {
    const { stack, v2: pipeline, container, identity } = setUp();
    new BlobTriggeredPipeline(stack, 'OnData', {
      pipeline,
      container,
      identity: WorkflowIdentity.userAssigned(identity),
    });
    const template = Template.fromStack(stack);
    const addresses = Object.keys(template.resources('azurerm_role_assignment'));
    expect(addresses).toHaveLength(2);
    const { depends_on } = template.resource('azapi_resource', WORKFLOWS) as {
      readonly depends_on?: readonly string[];
    };
    expect([...(depends_on ?? [])].sort()).toEqual(
      addresses.map((address) => `azurerm_role_assignment.${address}`).sort(),
    );
  });

  test('asks the filter before a run starts', () => {
    const { stack, v2: pipeline, container } = setUp();
    new BlobTriggeredPipeline(stack, 'OnData', {
      pipeline,
      container,
      filter: new BlobFilter({ suffixes: ['.csv'] }),
    });
    expect(Object.values(workflowProperties(stack).definition.triggers)).toEqual([
      expect.objectContaining({
        conditions: [{ expression: "@endsWith(triggerBody()?['Name'], '.csv')" }],
      }),
    ]);
  });
});
