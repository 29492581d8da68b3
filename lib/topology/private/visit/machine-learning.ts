import { TopologyEdgeKind } from '../../topology-graph';
import type { Drawing, DrawnNode } from '../drawing';
import type { DeclaredResource } from '../read/declared-stack';
import { at, membersOf, textAt } from '../read/json';
import { drawnId, ownerOf } from '../resolve/arm-kinds';
import { addDataEdges, dataTarget } from './data-targets';
import { COMPONENT, ENDPOINT, pipelineId, specOf } from './declared-nodes';

const COMPUTES = [
  'azurerm_machine_learning_compute_cluster',
  'azurerm_machine_learning_compute_instance',
  'microsoft.machinelearningservices/workspaces/computes',
];

const DATA = ['microsoft.machinelearningservices/workspaces/data/versions'];

/** A schedule starts a pipeline or an endpoint, with data of its own. */
export function visitSchedule(drawing: Drawing, resource: DeclaredResource): void {
  const { resolver } = drawing;
  const self = drawing.nodeOfId(resolver.idOf(resource));
  const action = at(resource.values, 'body', 'properties', 'action');
  const job = at(action, 'jobDefinition') ?? at(action, 'endpointInvocationDefinition');
  const targets = pipelinesOf(drawing, resource, at(job, 'componentId'));
  const endpoints = resolver
    .referredBy(resource, [ENDPOINT])
    .map((endpoint) => drawing.nodeOfId(resolver.idOf(endpoint)));
  for (const target of [...targets, ...endpoints]) {
    drawing.edge(self, target, TopologyEdgeKind.STARTS);
  }
  const [runs = self] = targets;
  addRun(drawing, resource, runs, job);
}

/** A deployment says which pipeline its endpoint runs, and on what. */
export function visitDeployment(drawing: Drawing, resource: DeclaredResource): void {
  const { resolver } = drawing;
  const endpoint = drawing.nodeOfId(drawnId(resolver.idOf(resource)));
  endpoint.resources.add(resource);
  const configuration = at(resource.values, 'body', 'properties', 'deploymentConfiguration');
  const assetId = at(configuration, 'componentId', 'assetId') ?? at(configuration, 'componentId');
  for (const pipeline of pipelinesOf(drawing, resource, assetId)) {
    drawing.edge(endpoint, pipeline, TopologyEdgeKind.RUNS);
    addRun(drawing, resource, pipeline, configuration);
  }
}

/** A version of a pipeline says what its steps are and where some of them run. */
export function visitComponent(drawing: Drawing, resource: DeclaredResource): void {
  const { resolver } = drawing;
  const id = pipelineId(resolver, resource);
  if (id === undefined) return;
  const self = drawing.nodeOfId(id);
  for (const [step, job] of membersOf(at(specOf(resource), 'jobs'))) {
    addCompute(drawing, resource, self, at(job, 'computeId') ?? at(job, 'compute'), step);
    addInputs(drawing, resource, self, job);
  }
  const { RUNS_ON, READS } = TopologyEdgeKind;
  for (const [types, kind] of [[COMPUTES, RUNS_ON] as const, [DATA, READS] as const]) {
    for (const referred of resolver.referredBy(resource, types)) {
      drawing.edge(self, drawing.nodeOfId(resolver.idOf(referred)), kind);
    }
  }
  const steps = new Set(resolver.referredBy(resource, [COMPONENT]));
  for (const [, job] of membersOf(at(specOf(resource), 'jobs'))) {
    const stepId = resolver.text(resource, at(job, 'componentId'));
    const step = stepId === undefined ? undefined : resolver.find(stepId);
    if (step !== undefined) steps.add(step);
  }
  for (const step of steps) addStep(drawing, self, step);
}

/** A datastore says where its data is. */
export function visitDatastore(drawing: Drawing, resource: DeclaredResource): void {
  const { resolver } = drawing;
  const self = drawing.nodeOfId(resolver.idOf(resource));
  const { values } = resource;
  const id = resolver.text(
    resource,
    at(values, 'storage_container_id') ?? at(values, 'storage_fileshare_id'),
  );
  if (id !== undefined) {
    drawing.edge(self, drawing.nodeOfId(id), TopologyEdgeKind.STORED_IN);
    return;
  }
  const properties = at(values, 'body', 'properties');
  const account = resolver.text(resource, at(properties, 'accountName'));
  if (account === undefined) return;
  const accountId = resolver.accountId(account);
  const share = resolver.text(resource, at(properties, 'fileShareName'));
  const container = resolver.text(
    resource,
    at(properties, 'containerName') ?? at(properties, 'filesystem'),
  );
  const target =
    share === undefined
      ? `${accountId}/blobServices/default/containers/${container ?? '-'}`
      : `${accountId}/fileServices/default/shares/${share}`;
  drawing.edge(self, drawing.nodeOfId(target), TopologyEdgeKind.STORED_IN);
}

/** A version of a data asset says where its data is. */
export function visitData(drawing: Drawing, resource: DeclaredResource): void {
  const { resolver } = drawing;
  const self = drawing.nodeOfId(resolver.idOf(resource));
  const text = resolver.text(resource, textAt(resource.values, 'body', 'properties', 'dataUri'));
  if (text === undefined) return;
  const target = dataTarget(drawing, { text, workspaceId: ownerOf(self.id)?.id });
  if (target !== undefined) {
    drawing.edge(self, target.node, TopologyEdgeKind.STORED_IN, target.path);
  }
}

function addStep(drawing: Drawing, self: DrawnNode, step: DeclaredResource): void {
  const nested = pipelineId(drawing.resolver, step);
  if (nested === undefined) self.resources.add(step);
  else drawing.edge(self, drawing.nodeOfId(nested), TopologyEdgeKind.RUNS);
}

/** The pipelines that a component id names; those that the resource refers to where that is unknown. */
function pipelinesOf(
  drawing: Drawing,
  resource: DeclaredResource,
  componentId: unknown,
): readonly DrawnNode[] {
  const { resolver } = drawing;
  const id = resolver.text(resource, componentId);
  if (id !== undefined) {
    const declared = resolver.find(id);
    const pipeline = declared === undefined ? undefined : pipelineId(resolver, declared);
    return [drawing.nodeOfId(pipeline ?? id)];
  }
  return resolver.referredBy(resource, [COMPONENT]).flatMap((component) => {
    const pipeline = pipelineId(resolver, component);
    return pipeline === undefined ? [] : [drawing.nodeOfId(pipeline)];
  });
}

/** Data and default compute of what starts or deploys a pipeline. */
function addRun(
  drawing: Drawing,
  resource: DeclaredResource,
  pipeline: DrawnNode,
  job: unknown,
): void {
  addInputs(drawing, resource, pipeline, job);
  const settings = at(job, 'settings');
  addCompute(
    drawing,
    resource,
    pipeline,
    at(settings, 'default_compute') ?? at(job, 'computeId'),
    '',
  );
}

function addInputs(
  drawing: Drawing,
  resource: DeclaredResource,
  from: DrawnNode,
  job: unknown,
): void {
  const workspaceId = ownerOf(drawing.resolver.idOf(resource))?.id;
  const { READS, WRITES } = TopologyEdgeKind;
  addDataEdges(drawing, resource, from, READS, at(job, 'inputs'), workspaceId);
  addDataEdges(drawing, resource, from, WRITES, at(job, 'outputs'), workspaceId);
}

/** A compute is given by id, by name, or is known only as one that the resource refers to. */
function addCompute(
  drawing: Drawing,
  resource: DeclaredResource,
  from: DrawnNode,
  given: unknown,
  step: string,
): void {
  const { resolver } = drawing;
  const text = resolver.text(resource, given)?.replace(/^azureml:/, '');
  const ids =
    text === undefined
      ? (step === '' ? resolver.referredBy(resource, COMPUTES) : []).map((compute) =>
          resolver.idOf(compute),
        )
      : [computeId(text, ownerOf(resolver.idOf(resource))?.id)];
  for (const id of ids) {
    if (id !== undefined) drawing.edge(from, drawing.nodeOfId(id), TopologyEdgeKind.RUNS_ON, step);
  }
}

/** What runs on no compute of the workspace is not drawn. */
function computeId(text: string, workspaceId: string | undefined): string | undefined {
  if (text.includes('/')) return text;
  if (text === '' || text === 'serverless' || workspaceId === undefined) return undefined;
  return `${workspaceId}/computes/${text}`;
}
