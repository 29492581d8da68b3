import { Lazy, TerraformVariable } from 'cdktf';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BlobDatastore,
  BlobReference,
  BlobTriggeredPipeline,
  CommandStep,
  ComputeCluster,
  DataFactory,
  DataFactoryPipeline,
  Duration,
  Environment,
  KeyVault,
  type MlStack,
  Pipeline,
  PipelineArgument,
  PipelineInput,
  PublishedPipeline,
  Recurrence,
  ResourceGroup,
  RunPipelineActivity,
  Schedule,
  StorageAccount,
  StorageContainer,
  VmSize,
  Workspace,
} from '../../lib';
import { Template } from '../../lib/testing';
import { ROOT } from '../support/repository';
import { codesIn, declaredPlatform, freshStack } from '../support/stack';

/** Declares something of which one prop is a variable. */
type Declare = (given: Given) => unknown;

/** What stands around it, and the variable as each type. */
interface Given {
  readonly stack: MlStack;
  readonly text: string;
  readonly number: number;
  readonly truth: boolean;
  readonly resourceGroup: ResourceGroup;
  readonly workspace: Workspace;
  readonly container: StorageContainer;
  readonly raw: BlobDatastore;
  readonly published: PublishedPipeline;
}

const environment = Environment.curated('sklearn-1.5', '33');

/** Every prop of the quickstart that decides something, by the name that the document has. */
const PROPS: Readonly<Record<string, Declare>> = {
  'MlStack.subscriptionId': ({ text }) =>
    Template.fromStack(freshStack({ subscriptionId: text, location: 'westeurope' })),
  'MlStack.tags': ({ stack, text, resourceGroup }) =>
    new DataFactory(stack, 'X', { name: 'adf-x', resourceGroup, tags: { team: text } }),
  'ResourceGroup.name': ({ stack, text }) => new ResourceGroup(stack, 'X', { name: text }),
  'ResourceGroup.location': ({ stack, text }) =>
    new ResourceGroup(stack, 'X', { name: 'rg-x', location: text }),
  'StorageAccount.name': ({ stack, text, resourceGroup }) =>
    new StorageAccount(stack, 'X', { name: `st${text}`, resourceGroup }),
  'KeyVault.name': ({ stack, text, resourceGroup }) =>
    new KeyVault(stack, 'X', { name: `kv-${text}`, resourceGroup }),
  'Workspace.name': ({ stack, text, resourceGroup }) =>
    new Workspace(stack, 'X', { name: `mlw-${text}`, resourceGroup, publicNetworkAccess: true }),
  'Workspace.description': ({ stack, text, resourceGroup }) =>
    new Workspace(stack, 'X', {
      name: 'mlw-x',
      resourceGroup,
      publicNetworkAccess: true,
      description: text,
    }),
  'Workspace.publicNetworkAccess': ({ stack, truth, resourceGroup }) =>
    new Workspace(stack, 'X', { name: 'mlw-x', resourceGroup, publicNetworkAccess: truth }),
  'ComputeCluster.name': ({ stack, text, workspace }) =>
    new ComputeCluster(stack, 'X', {
      name: text,
      workspace,
      vmSize: VmSize.STANDARD_DS3_V2,
      maxNodes: 1,
    }),
  'ComputeCluster.vmSize': ({ stack, text, workspace }) =>
    new ComputeCluster(stack, 'X', {
      name: 'cpu',
      workspace,
      vmSize: VmSize.of(text),
      maxNodes: 1,
    }),
  'ComputeCluster.maxNodes': ({ stack, number, workspace }) =>
    new ComputeCluster(stack, 'X', {
      name: 'cpu',
      workspace,
      vmSize: VmSize.STANDARD_DS3_V2,
      maxNodes: number,
    }),
  'StorageContainer.name': ({ stack, text, workspace: { storageAccount } }) =>
    new StorageContainer(stack, 'X', { name: text, storageAccount }),
  'BlobDatastore.name': ({ stack, text, workspace, container }) =>
    new BlobDatastore(stack, 'X', { name: text, workspace, container }),
  'Environment.image': ({ stack, text, workspace }) =>
    new Environment(stack, 'X', { name: 'x', workspace, image: text }),
  'Environment.version': ({ stack, text, workspace }) =>
    new Environment(stack, 'X', { name: 'x', workspace, image: 'x/y:1', version: text }),
  'Pipeline.displayName': ({ stack, text, workspace }) => published(stack, workspace, text),
  'PipelineInput.number': ({ stack, number, workspace }) =>
    published(stack, workspace, 'x', PipelineInput.number(number)),
  'PublishedPipeline.endpointName': ({ stack, text, workspace }) =>
    published(stack, workspace, 'x', PipelineInput.number(1), { endpointName: `x-${text}` }),
  'PublishedPipeline.version': ({ stack, text, workspace }) =>
    published(stack, workspace, 'x', PipelineInput.number(1), { version: text }),
  'PublishedPipeline.enabled': ({ stack, truth, workspace }) =>
    published(stack, workspace, 'x', PipelineInput.number(1), { enabled: truth }),
  'PipelineArgument.file': ({ stack, text, published: pipeline, raw }) =>
    new Schedule(stack, 'X', {
      pipeline,
      trigger: Recurrence.everyHours(1),
      arguments: { raw: PipelineArgument.file(raw, text) },
    }),
  'Schedule.name': ({ stack, text, published: pipeline, raw }) =>
    new Schedule(stack, 'X', {
      pipeline,
      name: text,
      trigger: Recurrence.everyHours(1),
      arguments: { raw: PipelineArgument.file(raw, 'x') },
    }),
  'Schedule.enabled': ({ stack, truth, published: pipeline, raw }) =>
    new Schedule(stack, 'X', {
      pipeline,
      enabled: truth,
      trigger: Recurrence.everyHours(1),
      arguments: { raw: PipelineArgument.file(raw, 'x') },
    }),
  'Recurrence.daily at': ({ text }) => Recurrence.daily({ at: text }),
  'Recurrence.daily timeZone': ({ text }) => Recurrence.daily({ at: '04:30', timeZone: text }),
  'BlobTriggeredPipeline.path': ({ stack, text, published: pipeline, container }) =>
    new BlobTriggeredPipeline(stack, 'X', {
      pipeline,
      container,
      path: text,
      pollEvery: Duration.minutes(5),
      assign: { raw: BlobReference.triggeringBlob() },
    }),
  'BlobTriggeredPipeline.pollEvery': ({ number }) => Duration.minutes(number),
  'DataFactory.name': ({ stack, text, resourceGroup }) =>
    new DataFactory(stack, 'X', { name: text, resourceGroup }),
  'DataFactoryPipeline.name': ({ stack, text, resourceGroup }) => {
    const factory = new DataFactory(stack, 'X', { name: 'adf-x', resourceGroup });
    new DataFactoryPipeline(stack, 'Y', { factory, name: text });
  },
  'RunPipelineActivity.name': ({ text, published: pipeline, raw }) =>
    new RunPipelineActivity(text, {
      pipeline,
      arguments: { raw: PipelineArgument.file(raw, 'x') },
    }),
};

function published(
  stack: MlStack,
  workspace: Workspace,
  displayName: string,
  rate = PipelineInput.number(1),
  props: { endpointName?: string; version?: string; enabled?: boolean } = {},
): PublishedPipeline {
  const defaultCompute = ComputeCluster.fromComputeName(stack, 'Compute', workspace, 'cpu');
  const inputs = { rate, raw: PipelineInput.file() };
  const pipeline = new Pipeline(stack, 'P', { workspace, defaultCompute, displayName, inputs });
  pipeline.addStep(
    new CommandStep('s', {
      command: 'x ${{inputs.raw}}',
      environment,
      inputs: { raw: pipeline.input('raw') },
    }),
  );
  return new PublishedPipeline(stack, 'Published', { pipeline, ...props });
}

function given(name: string): Given {
  const { stack, resourceGroup, workspace } = declaredPlatform();
  const { storageAccount } = workspace;
  const container = new StorageContainer(stack, 'Container', { name: 'raw', storageAccount });
  const raw = new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container });
  const input = new TerraformVariable(stack, 'input', {});
  const isOfStack = name.startsWith('MlStack.subscription');
  return {
    stack,
    text: isOfStack ? Lazy.stringValue({ produce: () => '${var.id}' }) : input.stringValue,
    number: input.numberValue,
    truth: input.booleanValue as unknown as boolean,
    resourceGroup,
    workspace,
    container,
    raw,
    get published() {
      return published(stack, workspace, 'x');
    },
  };
}

/** What the document says of each prop: `input`, or the code that a variable is refused with. */
function documented(): Readonly<Record<string, string>> {
  const text = readFileSync(join(ROOT, 'docs/terraform-module.md'), 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^\| `(\w+\.[\w ]+)` +\| `?(\w+)`? +\|/gm)].map(
      ([, prop = '', what = '']) => [prop, what],
    ),
  );
}

describe('what may be an input of a module', () => {
  test('is documented for each prop that is tried', () => {
    expect(Object.keys(documented()).sort()).toEqual(Object.keys(PROPS).sort());
  });

  test.each(Object.entries(PROPS))('%s is as documented', (name, declare) => {
    const around = given(name);
    const codes = codesIn(() => declare(around));
    expect(codes[0] ?? 'input').toBe(documented()[name]);
    if (codes.length === 0) expect(() => Template.fromStack(around.stack)).not.toThrow();
  });
});
