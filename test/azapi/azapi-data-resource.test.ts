import { AzapiDataResource } from '../../lib/azapi/azapi-data-resource';
import { resolvedIn } from '../support/stack';
import { azapiStack, GROUP_ID, WORKFLOW } from './setup';

function readWorkflow() {
  const stack = azapiStack();
  const read = new AzapiDataResource(stack, 'Read', {
    type: WORKFLOW,
    resourceId: `${GROUP_ID}/providers/Microsoft.Logic/workflows/la`,
    responseExportValues: { state: 'properties.state' },
  });
  return { stack, read };
}

describe('an existing resource that azapi reads', () => {
  test('is a data source, the same in JSON and HCL', () => {
    const { read } = readWorkflow();
    const attributes = {
      type: WORKFLOW,
      resource_id: `${GROUP_ID}/providers/Microsoft.Logic/workflows/la`,
      response_export_values: { state: 'properties.state' },
    };
    expect(read.toTerraform()).toMatchObject({ data: { azapi_resource: { Read: attributes } } });
    expect(read.toHclTerraform()).toMatchObject({
      data: {
        azapi_resource: {
          Read: Object.fromEntries(
            Object.entries(attributes).map(([name, value]) => [
              name,
              expect.objectContaining({ value, isBlock: false }),
            ]),
          ),
        },
      },
    });
  });

  test('gives what is kept of the response', () => {
    const { stack, read } = readWorkflow();
    expect(resolvedIn(stack, read.exported('state'))).toBe(
      '${data.azapi_resource.Read.output.state}',
    );
  });
});
