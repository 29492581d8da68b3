import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import { Compute } from '../../../lib/machine-learning/compute/compute';
import { SynapseSparkCompute } from '../../../lib/machine-learning/compute/synapse-spark-compute';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { DataAsset } from '../../../lib/machine-learning/data/data-asset';
import { DataAssetType } from '../../../lib/machine-learning/data/data-asset-type';
import { Datastore } from '../../../lib/machine-learning/datastore/datastore';
import { Environment } from '../../../lib/machine-learning/environment/environment';
import type { PipelineProps } from '../../../lib/machine-learning/pipeline/pipeline';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { graphProblems } from '../../../lib/machine-learning/pipeline/private/pipeline-graph';
import { DataTransferStep } from '../../../lib/machine-learning/pipeline/steps/data-transfer-step';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { codesIn, existingPlatform, GROUP_ID, tokensIn, WORKSPACE_ID } from '../../support/stack';
import { pipelineOf, stepOf } from '../setup';

const OTHER_ID = WORKSPACE_ID.replace('mlw-before', 'mlw-other');

function world() {
  const platform = existingPlatform();
  const other = Workspace.fromWorkspaceAttributes(platform.stack, 'Other', {
    workspaceId: OTHER_ID,
  });
  const store = Datastore.fromDatastoreName(platform.stack, 'Store', other, 'raw');
  const compute = Compute.fromComputeName(platform.stack, 'Far', other, 'cpu');
  return { ...platform, other, store, far: compute };
}

type World = ReturnType<typeof world>;

describe('parts of another workspace are refused', () => {
  test.each<[string, (given: World) => Partial<PipelineProps>]>([
    ['defaultCompute', ({ far }) => ({ defaultCompute: far })],
    ['defaultDatastore', ({ store }) => ({ defaultDatastore: store })],
    ['steps.a.compute', ({ far }) => ({ steps: [stepOf('a', { compute: far })] })],
    [
      'steps.a.inputs.raw',
      ({ store }) => ({ steps: [stepOf('a', { inputs: { raw: StepInput.folder(store, 'x') } })] }),
    ],
    [
      'steps.a.outputs.out',
      ({ store }) => ({
        steps: [
          stepOf('a', { outputs: { out: StepOutput.folder({ datastore: store, path: 'x' }) } }),
        ],
      }),
    ],
    [
      'steps.a.environment',
      ({ other }) => ({
        steps: [stepOf('a', { environment: Environment.fromVersion(other, 'env', '1') })],
      }),
    ],
    [
      'steps.a.inputs.asset',
      ({ other }) => ({
        steps: [
          stepOf('a', {
            inputs: {
              asset: StepInput.data(
                DataAsset.fromDataAssetAttributes({
                  workspace: other,
                  name: 'raw',
                  version: '1',
                  dataType: DataAssetType.URI_FOLDER,
                }),
              ),
            },
          }),
        ],
      }),
    ],
  ])('%s', (property, propsOf) => {
    const given = world();
    expect(graphProblems(pipelineOf(given, propsOf(given)))).toMatchObject([
      { code: 'PipelineOtherWorkspace', property, fix: expect.stringContaining('workspace') },
    ]);
  });

  test('also where the publication names them', () => {
    const given = world();
    const publish = () =>
      new PublishedPipeline(given.stack, 'Published', {
        pipeline: pipelineOf(given),
        defaultCompute: given.far,
      });
    expect(codesIn(publish)).toEqual(['PipelineOtherWorkspace']);
  });

  test('but not another import of the same one, cases ignored, nor one that is known only at apply', () => {
    const given = world();
    const { stack } = given;
    const same = Workspace.fromWorkspaceAttributes(stack, 'Same', {
      workspaceId: WORKSPACE_ID.replace('mlw-before', 'MLW-Before'),
    });
    const later = Workspace.fromWorkspaceAttributes(stack, 'Unknown', {
      workspaceId: WORKSPACE_ID.replace('mlw-before', tokensIn(stack).text),
    });
    for (const workspace of [same, later]) {
      const compute = Compute.fromComputeName(stack, `In${workspace.node.id}`, workspace, 'cpu');
      expect(
        graphProblems(pipelineOf(given, { defaultCompute: compute }, workspace.node.id + 'P')),
      ).toEqual([]);
    }
  });
});

describe('what belongs to another pipeline is refused', () => {
  test('although a step or an input here has the name', () => {
    const given = existingPlatform();
    const outputs = { out: StepOutput.folder() };
    const inputs = { x: PipelineInput.folder() };
    const first = pipelineOf(given, { inputs, steps: [stepOf('a', { outputs })] }, 'First');
    const bound = { data: first.steps[0]?.output('out'), x: first.input('x') };
    const second = pipelineOf(
      given,
      {
        inputs,
        steps: [stepOf('a', { outputs }), stepOf('b', { inputs: bound as never })],
      },
      'Second',
    );
    expect(graphProblems(second)).toMatchObject([
      { code: 'StepInputOfOtherPipeline', property: 'steps.b.inputs.data' },
      { code: 'StepInputOfOtherPipeline', property: 'steps.b.inputs.x' },
    ]);
  });

  test('and a step by its name alone is that of this one', () => {
    const steps = [
      stepOf('b', { inputs: { data: StepInput.fromStep('a', 'out') } }),
      stepOf('a', { outputs: { out: StepOutput.folder() } }),
    ];
    expect(graphProblems(pipelineOf(existingPlatform(), { steps }))).toEqual([]);
  });
});

describe('a step on a compute that does not run it is refused', () => {
  test('a command on a Spark pool', () => {
    const given = existingPlatform();
    const { stack, workspace } = given;
    const spark = new SynapseSparkCompute(stack, 'Spark', {
      name: 'spark',
      workspace,
      sparkPoolId: `${GROUP_ID}/providers/Microsoft.Synapse/workspaces/syn/bigDataPools/pool`,
    });
    expect(graphProblems(pipelineOf(given, { defaultCompute: spark }))).toMatchObject([
      { code: 'StepComputeUnfit', property: 'defaultCompute' },
    ]);
  });

  test('a copy on a cluster, but not on an imported compute', () => {
    const given = existingPlatform();
    const { stack, workspace } = given;
    const cluster = new ComputeCluster(stack, 'Cluster', {
      name: 'cpu-new',
      workspace,
      vmSize: VmSize.of('Standard_DS3_v2'),
      maxNodes: 1,
    });
    const copy = new DataTransferStep('copy', {
      inputs: { from: StepInput.fromStep('a', 'out') },
      outputs: { to: StepOutput.folder() },
    });
    const steps = [stepOf('a', { outputs: { out: StepOutput.folder() } }), copy];
    expect(graphProblems(pipelineOf(given, { defaultCompute: cluster, steps }))).toMatchObject([
      { code: 'StepComputeUnfit', property: 'defaultCompute' },
    ]);
    expect(graphProblems(pipelineOf(given, { steps }, 'Imported'))).toEqual([]);
  });
});
