import type { ValuePath } from './protocol/diagnostics';
import type { DiagnosticMessage } from './protocol/messages';
import type { ProviderSchema } from './schema/provider-schema';
import type { ObjectValue } from './wire/value';

/** What a resource is to become. */
export interface PlanInput {
  /** State before, null when the resource is to be created. */
  readonly prior: ObjectValue | null;
  /** Terraform's merge of configuration and prior state. */
  readonly proposed: ObjectValue;
  readonly config: ObjectValue;
  readonly privateData: Uint8Array;
}

/** What a resource will become. */
export interface PlanOutput {
  readonly planned: ObjectValue;
  /** Attributes whose change needs another resource. */
  readonly requiresReplace: readonly ValuePath[];
  readonly privateData: Uint8Array;
}

/** A planned change, now to be made. */
export interface ApplyInput {
  readonly prior: ObjectValue | null;
  /** Null when the resource is to be destroyed. */
  readonly planned: ObjectValue | null;
  readonly config: ObjectValue | null;
  readonly privateData: Uint8Array;
}

/** A resource as it is after a change, null when it is gone. */
export interface StateOutput {
  readonly state: ObjectValue | null;
  readonly privateData: Uint8Array;
}

/** One configured instance of a provider; what it refuses it throws as `Refusal`. */
export interface ProviderInstance {
  /** Takes the provider block. */
  configure(config: ObjectValue): void;
  validateResource(type: string, config: ObjectValue): readonly DiagnosticMessage[];
  plan(type: string, input: PlanInput): PlanOutput;
  apply(type: string, input: ApplyInput): StateOutput;
  /** The state as the service has it now, null when the resource is gone. */
  read(type: string, state: ObjectValue): ObjectValue | null;
  /** The state of an existing resource. */
  importState(type: string, id: string): ObjectValue;
  readData(type: string, config: ObjectValue): ObjectValue;
  /** A value that is in neither plan nor state; for providers that have ephemeral resources. */
  openEphemeral?(type: string, config: ObjectValue): ObjectValue;
}

/** A provider that Terraform can attach to. */
export interface Provider {
  /** Registry address, lower case, such as `registry.terraform.io/hashicorp/azurerm`. */
  readonly address: string;
  /** Whether Terraform should tolerate what the old plugin SDK makes imprecise. */
  readonly legacyTypeSystem: boolean;
  readonly schema: ProviderSchema;
  /** A fresh instance, one per connection as Terraform starts one process per provider block. */
  instance(): ProviderInstance;
}

/** No private data. */
export const NO_PRIVATE_DATA = new Uint8Array();
