/** What a node of a topology stands for. */
export enum TopologyNodeKind {
  /** A schedule of Azure Machine Learning. */
  SCHEDULE = 'schedule',
  /** Whoever calls a URL that starts something. */
  CALLER = 'caller',
  /** A source of events that is no blob container. */
  EVENT = 'event',
  /** A trigger of Data Factory. */
  TRIGGER = 'trigger',
  /** A Logic App. */
  WORKFLOW = 'workflow',
  /** A pipeline of Data Factory. */
  FACTORY_PIPELINE = 'factory-pipeline',
  /** A data factory, where something else than its pipelines is meant: its identity. */
  FACTORY = 'factory',
  /** A batch endpoint, with its deployments. */
  ENDPOINT = 'endpoint',
  /** A pipeline of Azure Machine Learning: a component with all its versions, or a pipeline of the v1 SDK. */
  PIPELINE = 'pipeline',
  /** Where steps run. */
  COMPUTE = 'compute',
  /** A datastore of a workspace. */
  DATASTORE = 'datastore',
  /** A data asset, with all its versions. */
  DATA_ASSET = 'data-asset',
  /** A blob container, file system or file share. */
  CONTAINER = 'container',
  /** A storage account as a whole. */
  STORAGE_ACCOUNT = 'storage-account',
  /** A workspace as a whole. */
  WORKSPACE = 'workspace',
  /** A user-assigned identity, or a principal that is known by its id only. */
  IDENTITY = 'identity',
  /** Something on the web that is called. */
  SERVICE = 'service',
  /** Anything else that a role is given on. */
  OTHER = 'other',
}

/** What an edge of a topology says of the node it comes from. */
export enum TopologyEdgeKind {
  /** It starts the other. */
  STARTS = 'starts',
  /** What it starts is the other: an endpoint and its pipeline, a pipeline and one nested in it. */
  RUNS = 'runs',
  /** Its steps run on the other. */
  RUNS_ON = 'runs-on',
  /** It reads from the other. */
  READS = 'reads',
  /** It writes to the other. */
  WRITES = 'writes',
  /** Its data is in the other. */
  STORED_IN = 'stored-in',
  /** It signs in as the other. */
  ACTS_AS = 'acts-as',
  /** It has a role on the other; the labels are the roles. */
  MAY = 'may',
}

/** What an apply would do to something. */
export enum TopologyChange {
  /** It is made. */
  CREATE = 'create',
  /** It is changed in place, or one of the several resources that it stands for is changed. */
  UPDATE = 'update',
  /** It is destroyed and made again. */
  REPLACE = 'replace',
  /** It is destroyed. */
  DELETE = 'delete',
}

/** What a group of nodes is. */
export enum TopologyGroupKind {
  /** A stack, or a plan. */
  STACK = 'stack',
  /** A workspace of Azure Machine Learning. */
  WORKSPACE = 'workspace',
  /** A data factory. */
  FACTORY = 'factory',
  /** A storage account. */
  STORAGE_ACCOUNT = 'storage-account',
  /** What is referred to and declared nowhere in the input. */
  OUTSIDE = 'outside',
}

/** A group of nodes. */
export interface TopologyGroup {
  /** Unique in the graph. */
  readonly id: string;
  /** What it groups by. */
  readonly kind: TopologyGroupKind;
  /** What people call it. */
  readonly label: string;
  /**
   * Id of the group that it is in.
   *
   * @default - it is in none
   */
  readonly parent?: string;
  /** How many resources of the stack are neither drawn nor part of what is drawn; 0 for other groups. */
  readonly otherResources: number;
}

/** Something that starts, runs, holds data or may call. */
export interface TopologyNode {
  /**
   * Unique in the graph, and the same in each graph of the same thing: its ARM id in lower case, composed
   * from names where Azure has not given it yet.
   */
  readonly id: string;
  /** What it is. */
  readonly kind: TopologyNodeKind;
  /** What people call it: its name in Azure. */
  readonly label: string;
  /** What else is worth a line each, such as when it is due. */
  readonly details: string[];
  /** Id of its group. */
  readonly group: string;
  /** Terraform addresses of what it stands for; none where it is declared nowhere in the input. */
  readonly addresses: string[];
  /**
   * What would happen to it.
   *
   * @default - nothing, or no changes were given
   */
  readonly change?: TopologyChange;
}

/** How one node has to do with another. */
export interface TopologyEdge {
  /** Id of a node. */
  readonly from: string;
  /** Id of a node. */
  readonly to: string;
  /** What it says of the two. */
  readonly kind: TopologyEdgeKind;
  /** How, such as the path that is read or the names of roles; sorted. */
  readonly labels: string[];
  /** Terraform addresses of role assignments that it stands for. */
  readonly addresses: string[];
  /**
   * What would happen to it, known of role assignments only.
   *
   * @default - nothing, or no changes were given
   */
  readonly change?: TopologyChange;
}

/** What starts what, what runs where, what reads and writes which data, and who may call whom. */
export interface TopologyGraph {
  /** Groups before those in them. */
  readonly groups: TopologyGroup[];
  /** What is drawn, in a stable order. */
  readonly nodes: TopologyNode[];
  /** What connects it, in a stable order. */
  readonly edges: TopologyEdge[];
}
