import type { IResolvable, TerraformMetaArguments } from 'cdktf';

/** A JSON object as ARM takes it; values may be, or hold, tokens. */
export type ArmObject = { readonly [key: string]: unknown };

/** Query parameters by name, each with one or more values. */
export type QueryParameters = { readonly [name: string]: string[] };

/** HTTP headers, tags and the like: strings by name. */
export type StringMap = { readonly [name: string]: string };

/** How azapi retries a request that failed with a passing error, such as a role that has not propagated. */
export interface AzapiRetry {
  /** Regular expressions, one of which must match the error message. */
  readonly errorMessageRegex: string[];
  /**
   * Seconds before the first retry.
   *
   * @default - azapi's own, 10 seconds
   */
  readonly intervalSeconds?: number;
  /**
   * Longest wait between two tries, in seconds.
   *
   * @default - azapi's own, 180 seconds
   */
  readonly maxIntervalSeconds?: number;
}

/** How long Terraform waits for each operation, as Terraform durations such as `30m`. */
export interface AzapiTimeouts {
  /** @default - azapi's own, 30 minutes */
  readonly create?: string;
  /** @default - azapi's own, 30 minutes */
  readonly update?: string;
  /** @default - azapi's own, 5 minutes */
  readonly read?: string;
  /** @default - azapi's own, 30 minutes */
  readonly delete?: string;
}

/** Managed identity of a resource. */
export interface AzapiIdentity {
  /** `SystemAssigned`, `UserAssigned` or `SystemAssigned, UserAssigned`. */
  readonly type: string;
  /** ARM ids of user-assigned identities. */
  readonly identityIds?: string[];
}

/** What all azapi resources that carry a body have in common. */
export interface AzapiBodyConfig extends TerraformMetaArguments {
  /** Resource type and api-version, such as `Microsoft.Logic/workflows@2019-05-01`. */
  readonly type: string;
  /**
   * The request body, an object. Text that looks like a Terraform template is escaped here, so that
   * `${{inputs.x}}` reaches the service as it was written; tokens pass.
   *
   * @default - none
   */
  readonly body?: ArmObject | IResolvable;
  /**
   * Parts of the body that never reach plan or state (write-only, Terraform 1.11 or later).
   *
   * @default - none
   */
  readonly sensitiveBody?: ArmObject | IResolvable;
  /**
   * A version for each path of {@link sensitiveBody}; a changed version sends that path again.
   *
   * @default - sent with every write
   */
  readonly sensitiveBodyVersion?: StringMap;
  /**
   * What of the response `output` holds: a name for each JMESPath query.
   *
   * @default - nothing
   */
  readonly responseExportValues?: StringMap;
  /** @default - no retry */
  readonly retry?: AzapiRetry;
  /** @default - azapi's own */
  readonly timeouts?: AzapiTimeouts;
  /**
   * ARM ids that are locked while this resource is changed.
   *
   * @default - none
   */
  readonly locks?: string[];
}
