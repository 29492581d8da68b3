import { Template } from '../../lib/testing';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';
import { everything } from './everything';

describeTerraform('a workflow with everything in it', () => {
  let workdir: TerraformWorkdir;

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await workdir.write(Template.fromStack(everything()).toJson());
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  async function plannedFor(maxConcurrentRuns?: number): Promise<readonly string[] | undefined> {
    await workdir.write(Template.fromStack(everything(maxConcurrentRuns)).toJson());
    const { plan } = expectOk(await workdir.plan());
    return plan?.resource_changes?.find(
      ({ type, address }) => type === 'azapi_resource' && address.includes('.Flow_'),
    )?.change.actions;
  }

  test('is applied', async () => {
    expectOk(await workdir.init());
    expectOk(await workdir.plan());
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
  });

  test('reaches the service as it was written, the secret in its place', () => {
    const [workflow] = workdir.provider.requests
      .entries()
      .filter(({ id }) => id.endsWith('/Microsoft.Logic/workflows/la-flow'));
    const text = JSON.stringify(workflow?.body);
    expect(text).toContain('"key":{"value":"s3cret"}');
    expect(text).toContain('"note":{"value":"${a} %{b} @{c}"}');
    expect(text).toContain("'${x}'");
    expect(text).toContain('"@@{no} ${y}"');
    expect(text).toContain('"case":"%{z}"');
  });

  test('has nothing to do in a second plan', async () => {
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('is updated by a limit of runs, and by another one', async () => {
    expect(await plannedFor(3)).toEqual(['update']);
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
    expect(await plannedFor(4)).toEqual(['update']);
  });

  test('is replaced where the limit is taken away', async () => {
    expect(await plannedFor()).toEqual(['delete', 'create']);
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('is destroyed', async () => {
    expect(errorsOf(await workdir.destroy())).toEqual([]);
    expect(workdir.provider.store.ids()).toEqual([]);
  });
});
