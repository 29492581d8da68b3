import { azurermSchema } from '../../lib/offline-provider/schemas';
import { errorsOf, expectOk, describeTerraform, TerraformWorkdir } from '../support/terraform';
import { minimalResource } from './minimal-configuration';
import { stackOf, type Blocks } from './stack';

const TYPES = Object.entries(azurermSchema().resource_schemas);

describeTerraform('every azurerm type of the schema file', () => {
  let workdir: TerraformWorkdir;

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('is created, settles and is destroyed', async () => {
    const resources: Blocks = Object.fromEntries(
      TYPES.map(([type, { block }]) => [
        type,
        {
          it: {
            ...minimalResource(type, block),
            ...(block.attributes?.['name'] === undefined
              ? {}
              : { name: type.replaceAll('_', '-') }),
          },
        },
      ]),
    );
    await workdir.write(stackOf(resources));
    expectOk(await workdir.init());
    expectOk(await workdir.validate());
    const applied = await workdir.apply();
    expect(errorsOf(applied)).toEqual([]);
    const second = await workdir.plan();
    expect(
      second.plan?.resource_changes
        ?.filter(({ change }) => change.actions[0] !== 'no-op')
        .map(({ address, change }) => [address, change.actions]),
    ).toEqual([]);
    expectOk(await workdir.destroy());
    expect(workdir.provider.store.ids()).toEqual([]);
  });
});
