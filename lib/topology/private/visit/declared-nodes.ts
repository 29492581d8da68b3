import { TopologyNodeKind } from '../../topology-graph';
import type { Drawing } from '../drawing';
import { type DeclaredResource, isRequest } from '../read/declared-stack';
import { at, blocksOf, membersOf, textAt } from '../read/json';
import { drawnId, ownerOf } from '../resolve/arm-kinds';
import type { Resolver } from '../resolve/resolver';
import { inactiveActivities } from './factory-pipeline';
import { describeTime, every } from './times';

const ML = 'microsoft.machinelearningservices/workspaces';

/** The type of versions of components. */
export const COMPONENT = `${ML}/components/versions`;
/** The type of batch endpoints. */
export const ENDPOINT = `${ML}/batchendpoints`;
/** The type of deployments of batch endpoints. */
export const DEPLOYMENT = `${ML}/batchendpoints/deployments`;

type Describe = (resource: DeclaredResource, resolver: Resolver) => readonly (string | undefined)[];

const NOTHING: Describe = () => [];

/** Node kind of resource types, and what else is said of the node. */
const DECLARED: ReadonlyMap<string, readonly [kind: TopologyNodeKind, describe: Describe]> =
  new Map([
    [`${ML}/schedules`, [TopologyNodeKind.SCHEDULE, schedule]],
    [ENDPOINT, [TopologyNodeKind.ENDPOINT, NOTHING]],
    [`${ML}/computes`, [TopologyNodeKind.COMPUTE, attachedCompute]],
    ['azurerm_machine_learning_compute_cluster', [TopologyNodeKind.COMPUTE, cluster]],
    ['azurerm_machine_learning_compute_instance', [TopologyNodeKind.COMPUTE, instance]],
    ['azurerm_machine_learning_synapse_spark', [TopologyNodeKind.COMPUTE, NOTHING]],
    ['azurerm_machine_learning_inference_cluster', [TopologyNodeKind.COMPUTE, NOTHING]],
    [`${ML}/datastores`, [TopologyNodeKind.DATASTORE, NOTHING]],
    ['azurerm_machine_learning_datastore_blobstorage', [TopologyNodeKind.DATASTORE, NOTHING]],
    ['azurerm_machine_learning_datastore_datalake_gen2', [TopologyNodeKind.DATASTORE, NOTHING]],
    ['azurerm_machine_learning_datastore_fileshare', [TopologyNodeKind.DATASTORE, NOTHING]],
    ['azurerm_machine_learning_workspace', [TopologyNodeKind.WORKSPACE, NOTHING]],
    ['azurerm_storage_account', [TopologyNodeKind.STORAGE_ACCOUNT, NOTHING]],
    ['azurerm_storage_container', [TopologyNodeKind.CONTAINER, NOTHING]],
    ['azurerm_storage_data_lake_gen2_filesystem', [TopologyNodeKind.CONTAINER, NOTHING]],
    ['azurerm_storage_share', [TopologyNodeKind.CONTAINER, NOTHING]],
    ['azurerm_user_assigned_identity', [TopologyNodeKind.IDENTITY, NOTHING]],
    ['azurerm_data_factory', [TopologyNodeKind.FACTORY, NOTHING]],
    ['azurerm_data_factory_pipeline', [TopologyNodeKind.FACTORY_PIPELINE, factoryPipeline]],
    [
      'microsoft.datafactory/factories/pipelines',
      [TopologyNodeKind.FACTORY_PIPELINE, factoryPipeline],
    ],
    ['microsoft.datafactory/factories/triggers', [TopologyNodeKind.TRIGGER, armTrigger]],
    ['azurerm_data_factory_trigger_schedule', [TopologyNodeKind.TRIGGER, trigger]],
    ['azurerm_data_factory_trigger_tumbling_window', [TopologyNodeKind.TRIGGER, trigger]],
    ['azurerm_data_factory_trigger_blob_event', [TopologyNodeKind.TRIGGER, trigger]],
    ['azurerm_data_factory_trigger_custom_event', [TopologyNodeKind.TRIGGER, trigger]],
    ['microsoft.logic/workflows', [TopologyNodeKind.WORKFLOW, workflow]],
    ['azurerm_eventgrid_topic', [TopologyNodeKind.EVENT, NOTHING]],
  ]);

/** Adds the node that a resource is, if it is one or a version of one. */
export function addDeclaredNode(drawing: Drawing, resource: DeclaredResource): void {
  const { resolver } = drawing;
  const { stack } = resource;
  if (isRequest(resource)) return;
  if (resource.type === COMPONENT) {
    addPipeline(drawing, resource);
    return;
  }
  const id = drawnId(resolver.idOf(resource));
  if (resource.type === `${ML}/data/versions`) {
    const label = id.split('/').at(-1) ?? id;
    drawing.node({ id, kind: TopologyNodeKind.DATA_ASSET, label, stack }).resources.add(resource);
    return;
  }
  const [kind, describe] = DECLARED.get(resource.type) ?? [];
  if (kind === undefined || describe === undefined) return;
  const details = describe(resource, resolver).filter((detail) => detail !== undefined);
  const label = resolver.nameOf(resource);
  drawing.node({ id, kind, label, details, stack }).resources.add(resource);
}

/** Id of the pipeline that a version of a component is of; `undefined` for components of other types. */
export function pipelineId(resolver: Resolver, resource: DeclaredResource): string | undefined {
  const spec = specOf(resource);
  if (textAt(spec, 'type') !== 'pipeline') return undefined;
  const id = drawnId(resolver.idOf(resource));
  const workspace = ownerOf(id)?.id;
  const name = resolver.text(resource, at(spec, 'name'));
  return workspace === undefined || name === undefined ? id : `${workspace}/components/${name}`;
}

/** The definition that a version of a component is. */
export function specOf(resource: DeclaredResource): unknown {
  return at(resource.values, 'body', 'properties', 'componentSpec');
}

function addPipeline(drawing: Drawing, resource: DeclaredResource): void {
  const id = pipelineId(drawing.resolver, resource);
  if (id === undefined) return;
  const steps = membersOf(at(specOf(resource), 'jobs')).map(([step]) => step);
  const details = steps.length === 0 ? [] : [`steps: ${steps.join(', ')}`];
  const label = id.split('/').at(-1) ?? id;
  const { stack } = resource;
  const node = drawing.node({ id, kind: TopologyNodeKind.PIPELINE, label, details, stack });
  node.resources.add(resource);
}

function schedule({ values }: DeclaredResource): readonly (string | undefined)[] {
  const properties = at(values, 'body', 'properties');
  return [
    describeTime(at(properties, 'trigger')),
    at(properties, 'isEnabled') === false ? 'disabled' : undefined,
  ];
}

function workflow({ values }: DeclaredResource): readonly (string | undefined)[] {
  const properties = at(values, 'body', 'properties');
  const times = membersOf(at(properties, 'definition', 'triggers'))
    .filter(([, definition]) => textAt(definition, 'type') === 'Recurrence')
    .map(([, definition]) => describeTime(at(definition, 'recurrence')));
  return [...times, at(properties, 'state') === 'Disabled' ? 'disabled' : undefined];
}

function factoryPipeline(resource: DeclaredResource): readonly (string | undefined)[] {
  return [inactiveActivities(resource)];
}

function armTrigger({ values }: DeclaredResource): readonly (string | undefined)[] {
  const given = at(values, 'body', 'properties', 'typeProperties');
  return [describeTime(at(given, 'recurrence')) ?? describeTime(given)];
}

function trigger({ values }: DeclaredResource): readonly (string | undefined)[] {
  const zone = textAt(values, 'time_zone');
  const frequency = textAt(values, 'frequency');
  return [
    frequency === undefined
      ? undefined
      : `${every(at(values, 'interval'), frequency.toLowerCase())}${zone === undefined ? '' : ` ${zone}`}`,
    at(values, 'activated') === false ? 'disabled' : undefined,
  ];
}

function cluster({ values }: DeclaredResource): readonly (string | undefined)[] {
  const [scale] = blocksOf(at(values, 'scale_settings'));
  const [least, most] = [at(scale, 'min_node_count'), at(scale, 'max_node_count')];
  const known = typeof least === 'number' && typeof most === 'number';
  return [
    textAt(values, 'vm_size'),
    known ? `${String(least)} to ${String(most)} nodes` : undefined,
  ];
}

function instance({ values }: DeclaredResource): readonly (string | undefined)[] {
  return ['instance', textAt(values, 'virtual_machine_size')];
}

function attachedCompute({ values }: DeclaredResource): readonly (string | undefined)[] {
  return [textAt(values, 'body', 'properties', 'computeType')];
}
