import { dirname } from 'node:path';
import { type SynthesizedStack, synthesizeExample } from '../support/examples';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';

type Block = Record<string, unknown>;
type Resources = Record<string, Record<string, Block>>;

interface Document {
  terraform: Block;
  resource: Resources;
  variable?: Block;
  output?: Block;
}

describeTerraform('each step refuses a document that is broken for it', () => {
  let quickstart: SynthesizedStack;
  let workdir: TerraformWorkdir;

  beforeAll(async () => {
    const [stack] = await synthesizeExample('01-quickstart');
    if (stack === undefined) throw new TypeError('the quickstart has no stack');
    quickstart = stack;
  });

  beforeEach(async () => {
    workdir = await TerraformWorkdir.create();
  });

  afterEach(async () => {
    await workdir.dispose();
  });

  async function write(breakIt: (document: Document) => void): Promise<void> {
    const document = structuredClone(quickstart.document) as Document;
    breakIt(document);
    await workdir.write(JSON.stringify(document), dirname(quickstart.file));
  }

  test('init refuses a version of Terraform that does not exist', async () => {
    await write(({ terraform }) => {
      terraform['required_version'] = '>= 99.0.0';
    });
    expect(errorsOf(await workdir.init()).join()).toContain('Unsupported Terraform Core version');
  });

  test('validate refuses an attribute that the schema does not have', async () => {
    await write(({ resource }) => {
      only(resource, 'azurerm_machine_learning_workspace')['keyless'] = true;
    });
    expectOk(await workdir.init());
    const { diagnostics } = await workdir.validate();
    expect(diagnostics.map(({ detail }) => detail).join()).toContain('"keyless"');
  });

  test('plan refuses an endpoint whose name depends on a variable that nobody set', async () => {
    await write((document) => {
      document.variable = { suffix: { type: 'string' } };
      document.output = { suffix: { value: '${var.suffix}' } };
    });
    expectOk(await workdir.init());
    expect(errorsOf(await workdir.plan()).join()).toContain('No value for required variable');
  });

  test('apply refuses to create a container that another resource has created', async () => {
    await write(({ resource }) => {
      const containers = resource['azurerm_storage_container'] ?? {};
      containers['Twin'] = { ...Object.values(containers)[0] };
    });
    expectOk(await workdir.init());
    expectOk(await workdir.plan());
    expect(errorsOf(await workdir.applyPlan()).join()).toContain('already exists');
  });

  test('a second plan is not empty where a tag changes with the time', async () => {
    await write(({ resource }) => {
      only(resource, 'azurerm_resource_group')['tags'] = { at: '${timestamp()}' };
    });
    expectOk(await workdir.init());
    expectOk(await workdir.apply());
    expect(await workdir.planIsEmpty()).toBe(false);
  });

  test('destroy is refused by a schedule that nothing disables first', async () => {
    await write(({ resource }) => {
      delete resource['azapi_resource_action'];
    });
    expectOk(await workdir.init());
    expectOk(await workdir.apply());
    expect(errorsOf(await workdir.destroy()).join()).toMatch(/disable/i);
  });

  test('destroy is refused by the removal policy that workspaces have by default', async () => {
    await write(({ resource }) => {
      only(resource, 'azurerm_machine_learning_workspace')['lifecycle'] = { prevent_destroy: true };
    });
    expectOk(await workdir.init());
    expectOk(await workdir.apply());
    expect(errorsOf(await workdir.destroy()).join()).toContain('Instance cannot be destroyed');
  });
});

function only(resources: Resources, type: string): Block {
  const [block] = Object.values(resources[type] ?? {});
  if (block === undefined) throw new TypeError(`no ${type}`);
  return block;
}
