/** A value on the wire: msgpack from providers and Terraform, JSON only in old Terraform. */
export interface DynamicValueMessage {
  readonly msgpack: Uint8Array;
}

export interface AttributePathMessage {
  readonly steps: readonly AttributePathStep[];
}

export type AttributePathStep =
  | { readonly attribute_name: string }
  | { readonly element_key_string: string }
  | { readonly element_key_int: number };

export interface DiagnosticMessage {
  /** 1 is an error, 2 a warning. */
  readonly severity: 1 | 2;
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: AttributePathMessage;
}

export interface AttributeMessage {
  readonly name: string;
  readonly type?: Uint8Array;
  readonly nested_type?: {
    readonly attributes: readonly AttributeMessage[];
    readonly nesting: number;
  };
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
  readonly deprecated: boolean;
  readonly write_only: boolean;
}

export interface BlockMessage {
  readonly version: number;
  readonly attributes: readonly AttributeMessage[];
  readonly block_types: readonly object[];
  readonly deprecated: boolean;
}

export interface SchemaMessage {
  readonly version: number;
  readonly block: BlockMessage;
}

export interface SchemaResponse {
  readonly provider: SchemaMessage;
  readonly resource_schemas: { readonly [type: string]: SchemaMessage };
  readonly data_source_schemas: { readonly [type: string]: SchemaMessage };
  readonly ephemeral_resource_schemas: { readonly [type: string]: SchemaMessage };
  readonly diagnostics: readonly DiagnosticMessage[];
  readonly server_capabilities: {
    readonly plan_destroy: boolean;
    readonly get_provider_schema_optional: boolean;
  };
}

export interface DiagnosticsResponse {
  readonly diagnostics: readonly DiagnosticMessage[];
}

export interface ProviderConfigRequest {
  readonly config: DynamicValueMessage;
}

export interface TypedConfigRequest {
  readonly type_name: string;
  readonly config: DynamicValueMessage;
}

export interface UpgradeStateRequest {
  readonly type_name: string;
  readonly version: number;
  readonly raw_state: { readonly json: Uint8Array };
}

export interface UpgradeStateResponse extends DiagnosticsResponse {
  readonly upgraded_state?: DynamicValueMessage;
}

export interface ReadRequest {
  readonly type_name: string;
  readonly current_state: DynamicValueMessage;
  readonly private: Uint8Array;
}

export interface ReadResponse extends DiagnosticsResponse {
  readonly new_state?: DynamicValueMessage;
  readonly private: Uint8Array;
}

export interface PlanRequest {
  readonly type_name: string;
  readonly prior_state: DynamicValueMessage;
  readonly proposed_new_state: DynamicValueMessage;
  readonly config: DynamicValueMessage;
  readonly prior_private: Uint8Array;
}

export interface PlanResponse extends DiagnosticsResponse {
  readonly planned_state?: DynamicValueMessage;
  readonly requires_replace: readonly AttributePathMessage[];
  readonly planned_private: Uint8Array;
  readonly legacy_type_system: boolean;
}

export interface ApplyRequest {
  readonly type_name: string;
  readonly prior_state: DynamicValueMessage;
  readonly planned_state: DynamicValueMessage;
  readonly config: DynamicValueMessage;
  readonly planned_private: Uint8Array;
}

export interface ApplyResponse extends DiagnosticsResponse {
  readonly new_state: DynamicValueMessage;
  readonly private: Uint8Array;
  readonly legacy_type_system: boolean;
}

export interface ImportRequest {
  readonly type_name: string;
  readonly id: string;
}

export interface ImportResponse extends DiagnosticsResponse {
  readonly imported_resources: readonly {
    readonly type_name: string;
    readonly state: DynamicValueMessage;
    readonly private: Uint8Array;
  }[];
}

export interface ReadDataRequest {
  readonly type_name: string;
  readonly config: DynamicValueMessage;
}

export interface OpenEphemeralResponse extends DiagnosticsResponse {
  readonly result?: DynamicValueMessage;
}

export interface ReadDataResponse extends DiagnosticsResponse {
  readonly state?: DynamicValueMessage;
}
