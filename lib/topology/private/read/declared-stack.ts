import type { TopologyChange } from '../../topology-graph';
import type { JsonObject } from './json';

/** One resource of a stack, whatever it was read from. */
export interface DeclaredResource {
  /** Name of the stack. */
  readonly stack: string;
  readonly address: string;
  /** Type of Terraform, or of ARM without its api-version where azapi declares it; in lower case. */
  readonly type: string;
  /**
   * Arguments. Text may hold references as Terraform writes them, also where a plan does not know the value
   * but says that it is one attribute of another resource.
   */
  readonly values: JsonObject;
  /** Addresses of all that its arguments refer to, where the values do not tell. */
  readonly references: readonly string[];
  readonly change?: TopologyChange;
}

/** One stack, whatever it was read from. */
export interface DeclaredStack {
  readonly name: string;
  readonly resources: readonly DeclaredResource[];
  /** Values of outputs by name, which other stacks read. */
  readonly outputs: ReadonlyMap<string, unknown>;
  /** Subscription of azurerm, where it is written down. */
  readonly subscriptionId: string | undefined;
}

/** The type by which resources are told apart. */
export function typeKey(terraformType: string, values: JsonObject): string {
  const armType = values['type'];
  if (!terraformType.startsWith('azapi_') || typeof armType !== 'string') return terraformType;
  const at = armType.indexOf('@');
  return (at === -1 ? armType : armType.slice(0, at)).toLowerCase();
}

/** Whether a resource is a request about another, whose type it has then. */
export function isRequest({ address }: DeclaredResource): boolean {
  return /(?:^|\.)azapi_(?:resource_action|update_resource|data_plane_resource)\./.test(address);
}
