import type { IWorkspace } from '../workspace-types';

/** What names an environment that exists: a workspace or a registry, a name, a version or a label. */
export interface EnvironmentAttributes {
  /** Name. */
  readonly name: string;
  /**
   * The workspace that it is registered in; this or {@link registry}.
   *
   * @default - none, it is of a registry
   */
  readonly workspace?: IWorkspace;
  /**
   * Name of the registry, 3 to 33 characters, inclusive: letters, digits, `-`, `_`; `azureml` is Microsoft's.
   *
   * @default - none, it is of a workspace
   */
  readonly registry?: string;
  /**
   * Version; this or {@link label}. `latest` is no version.
   *
   * @default - none, there is a label
   */
  readonly version?: string;
  /**
   * Label, such as `latest`. What it means may change between two runs, which reuse of step outputs does not
   * see.
   *
   * @default - none, there is a version
   */
  readonly label?: string;
}
