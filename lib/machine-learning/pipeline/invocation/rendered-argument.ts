/**
 * Part of a v1 request body that one argument becomes.
 *
 * @internal
 */
export interface V1Assignment {
  /** Entry of `ParameterAssignments`. */
  readonly parameter?: string;
  /** Entry of `DataPathAssignments`. */
  readonly dataPath?: V1DataPath;
  /** Entry of `DataSetDefinitionValueAssignments`. */
  readonly dataset?: V1Dataset;
}

/**
 * A saved dataset as v1 requests name it.
 *
 * @internal
 */
export interface V1Dataset {
  readonly SavedDataSetReference: { readonly Id: string };
}

/**
 * A location on a datastore as v1 requests name it.
 *
 * @internal
 */
export interface V1DataPath {
  readonly DataStoreName: string;
  readonly RelativePath: string;
}

/**
 * Part of a v2 request body that one argument becomes.
 *
 * @internal
 */
export interface V2Input {
  readonly JobInputType: string;
  readonly Uri?: string;
  readonly Value?: unknown;
}

/**
 * An input of a scheduled job.
 *
 * @internal
 */
export interface JobInput {
  readonly jobInputType: string;
  readonly mode?: string;
  readonly uri?: string;
  readonly value?: string;
}
