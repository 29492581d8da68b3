import { App } from 'cdktf';
import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import {
  PipelineEndpoint,
  type PipelineEndpointProps,
} from '../../../lib/machine-learning/pipeline/pipeline-endpoint';
import { Template } from '../../../lib/testing';
import { folderOf } from '../../support/folder';
import { existingWorkspace, freshStack } from '../../support/stack';
import {
  describeTerraform,
  errorsOf,
  expectOk,
  type PlannedChange,
  TerraformWorkdir,
} from '../../support/terraform';
import { pipelineOf, stepOf } from '../setup';

/** Three versions of a pipeline behind one endpoint. */
function endpoint(props: Partial<PipelineEndpointProps> = {}) {
  const app = new App({ outdir: folderOf({}) });
  const stack = freshStack({}, 'churn', app);
  const workspace = existingWorkspace(stack);
  const compute = ComputeCluster.fromComputeName(stack, 'Compute', workspace, 'cpu');
  const shared = new PipelineEndpoint(stack, 'Churn', {
    workspace,
    defaultVersion: '2026-10',
    ...props,
  });
  for (const label of ['2026-09', '2026-10', '2026-11']) {
    const steps = [stepOf('prepare'), stepOf('train', { command: `train ${label}` })];
    const pipeline = pipelineOf({ stack, workspace, compute }, { name: 'churn', steps }, label);
    shared.addVersion(label, { pipeline });
  }
  app.synth();
  return Template.fromDirectory(app.outdir, 'churn').toJson();
}

describeTerraform('an endpoint with three versions', () => {
  let workdir: TerraformWorkdir;

  /** What is planned for a changed declaration, as `actions type`, and applied. */
  const change = async (props: Partial<PipelineEndpointProps>): Promise<readonly string[]> => {
    await workdir.write(endpoint(props));
    const { plan } = expectOk(await workdir.plan());
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
    return told(plan?.resource_changes);
  };

  /** Every version of the endpoint that the service was sent, oldest first. */
  const requests = () =>
    workdir.provider.requests
      .entries()
      .filter(({ id, method }) => method === 'PUT' && /\/batchEndpoints\/[^/]+$/.test(id))
      .map(({ body }) => body as { readonly properties: object });

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await workdir.write(endpoint());
    expectOk(await workdir.init());
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('is created, with a default, and then there is nothing to do', async () => {
    expect(new Set(await change({}))).toEqual(
      new Set(['create azapi_resource', 'create azapi_resource_action']),
    );
    expect(requests().at(-1)).toMatchObject({
      properties: { defaults: { deploymentName: 'version-2026-10' } },
    });
  });

  test.each(['2026-11', '2026-10'])('moves its default to %s by one update', async (label) => {
    expect(await change({ defaultVersion: label })).toEqual(['update azapi_resource_action']);
    expect(requests().at(-1)).toMatchObject({
      properties: { defaults: { deploymentName: `version-${label}` } },
    });
  });

  test('never loses its default while it is edited', async () => {
    const already = requests().length;
    expect(await change({ description: 'trains', tags: { stage: 'dev' } })).toEqual([
      'update azapi_resource_action',
    ]);
    const sent = requests().slice(already);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      tags: { stage: 'dev' },
      properties: { description: 'trains', defaults: { deploymentName: 'version-2026-10' } },
    });
  });

  test('is disabled and enabled by one update each, at the same address', async () => {
    const url = (await workdir.output())['churn_scoring_uri'];
    expect(await change({ enabled: false })).toEqual(['update azapi_resource_action']);
    expect(requests().at(-1)?.properties).toEqual({ authMode: 'AADToken' });
    expect((await workdir.output())['churn_scoring_uri']).toBe(url);
    expect(await change({})).toEqual(['update azapi_resource_action']);
    expect(requests().at(-1)).toMatchObject({
      properties: { defaults: { deploymentName: 'version-2026-10' } },
    });
  });

  test('is destroyed', async () => {
    expect(errorsOf(await workdir.destroy())).toEqual([]);
  });
});

function told(changes: readonly PlannedChange[] = []): readonly string[] {
  return changes
    .filter(({ change }) => !change.actions.includes('no-op'))
    .map(({ type, change }) => `${change.actions.join(',')} ${type}`);
}
