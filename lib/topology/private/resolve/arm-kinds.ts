import { TopologyGroupKind, TopologyNodeKind } from '../../topology-graph';

const KINDS: readonly (readonly [pattern: RegExp, kind: TopologyNodeKind])[] = [
  [/\/computes\/[^/]+$/i, TopologyNodeKind.COMPUTE],
  [/\/datastores\/[^/]+$/i, TopologyNodeKind.DATASTORE],
  [/\/data\/[^/]+$/i, TopologyNodeKind.DATA_ASSET],
  [/\/workspaces\/[^/]+\/(?:components|pipelines)\/[^/]+$/i, TopologyNodeKind.PIPELINE],
  [/\/batchEndpoints\/[^/]+$/i, TopologyNodeKind.ENDPOINT],
  [/\/workspaces\/[^/]+\/schedules\/[^/]+$/i, TopologyNodeKind.SCHEDULE],
  [/MachineLearningServices\/workspaces\/[^/]+$/i, TopologyNodeKind.WORKSPACE],
  [/\/factories\/[^/]+\/pipelines\/[^/]+$/i, TopologyNodeKind.FACTORY_PIPELINE],
  [/\/factories\/[^/]+$/i, TopologyNodeKind.FACTORY],
  [/\/(?:containers|shares)\/[^/]+$/i, TopologyNodeKind.CONTAINER],
  [/\/storageAccounts\/[^/]+$/i, TopologyNodeKind.STORAGE_ACCOUNT],
  [/\/Microsoft\.Logic\/workflows\/[^/]+$/i, TopologyNodeKind.WORKFLOW],
  [/\/userAssignedIdentities\/[^/]+$/i, TopologyNodeKind.IDENTITY],
  [/\/Microsoft\.EventGrid\/[^/]+\/[^/]+$/i, TopologyNodeKind.EVENT],
];

const OWNERS: readonly (readonly [type: string, kind: TopologyGroupKind, label: string])[] = [
  ['Microsoft.MachineLearningServices/workspaces', TopologyGroupKind.WORKSPACE, 'workspace'],
  ['Microsoft.DataFactory/factories', TopologyGroupKind.FACTORY, 'data factory'],
  ['Microsoft.Storage/storageAccounts', TopologyGroupKind.STORAGE_ACCOUNT, 'storage account'],
];

/** What owns other resources, and groups them in a drawing. */
export interface Owner {
  readonly id: string;
  readonly kind: TopologyGroupKind;
  readonly label: string;
}

/** What an ARM id without versions is the id of. */
export function kindOfId(id: string): TopologyNodeKind {
  return KINDS.find(([pattern]) => pattern.test(id))?.[1] ?? TopologyNodeKind.OTHER;
}

/** The workspace, factory or storage account that something is in, or is. */
export function ownerOf(id: string): Owner | undefined {
  for (const [type, kind, label] of OWNERS) {
    const start = id.toLowerCase().indexOf(`/${type.toLowerCase()}/`);
    if (start === -1) continue;
    const nameAt = start + type.length + 2;
    const end = id.slice(nameAt).search(/[/#]/);
    const name = end === -1 ? id.slice(nameAt) : id.slice(nameAt, nameAt + end);
    return { id: id.slice(0, nameAt + name.length), kind, label: `${label} ${name}` };
  }
  return undefined;
}

/** An id without what belongs to a thing rather than being one: versions, deployments, attributes. */
export function drawnId(id: string): string {
  return id
    .replace(/#.*$/, '')
    .replace(/(\/(?:components|data)\/[^/]+)\/versions\/[^/]+$/i, '$1')
    .replace(/(\/batchEndpoints\/[^/]+)\/deployments\/[^/]+$/i, '$1')
    .replace(/\/$/, '');
}

/** The last name in an id. */
export function lastName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
