import { NO_PRIVATE_DATA, type Provider, type ProviderInstance } from '../provider';
import { blockType, type ObjectSchema, type ObjectSchemas } from '../schema/provider-schema';
import { validateAgainstSchema } from '../schema/validate-config';
import { decodeValue, encodeValue } from '../wire/codec';
import { fromStateJson, type Json } from '../wire/json';
import { isObject, type ObjectValue, type Value } from '../wire/value';
import type { WireType } from '../wire/wire-type';
import { diagnosticOf, pathMessage, Refusal } from './diagnostics';
import type * as m from './messages';

/** The calls, each from wire form to wire form; what is thrown becomes a diagnostic. */
export class Calls {
  public constructor(
    private readonly provider: Provider,
    private readonly instance: ProviderInstance,
  ) {}

  public configure({ config }: m.ProviderConfigRequest): m.DiagnosticsResponse {
    return refusable(
      () => {
        this.instance.configure(known(decodeObject(config, this.provider.schema.provider)));
        return { diagnostics: [] };
      },
      (diagnostics) => ({ diagnostics }),
    );
  }

  public validate({ type_name: type, config }: m.TypedConfigRequest): m.DiagnosticsResponse {
    return refusable(
      () => {
        const schema = this.resource(type);
        const value = known(decodeObject(config, schema));
        const problems = validateAgainstSchema(value, schema.block);
        return { diagnostics: [...problems, ...this.instance.validateResource(type, value)] };
      },
      (diagnostics) => ({ diagnostics }),
    );
  }

  public validateData({ type_name: type, config }: m.TypedConfigRequest): m.DiagnosticsResponse {
    return refusable(
      () => {
        const schema = found(this.provider.schema.data_source_schemas, type);
        return { diagnostics: validateAgainstSchema(decodeObject(config, schema), schema.block) };
      },
      (diagnostics) => ({ diagnostics }),
    );
  }

  public upgrade(request: m.UpgradeStateRequest): m.UpgradeStateResponse {
    return refusable(
      () => {
        const { block, version } = this.resource(request.type_name);
        if (request.version !== version) {
          throw new Refusal(
            'State of another schema version',
            `${request.type_name}: the state has version ${String(request.version)}, the schema ${String(version)}; the offline provider upgrades no states`,
          );
        }
        const json = JSON.parse(Buffer.from(request.raw_state.json).toString('utf8')) as Json;
        const type = blockType(block);
        return { upgraded_state: encoded(fromStateJson(json, type), type), diagnostics: [] };
      },
      (diagnostics) => ({ diagnostics }),
    );
  }

  public read(request: m.ReadRequest): m.ReadResponse {
    return refusable<m.ReadResponse>(
      () => {
        const schema = this.resource(request.type_name);
        const state = decodeObject(request.current_state, schema);
        const now = state === null ? null : this.instance.read(request.type_name, state);
        return {
          new_state: encoded(now, blockType(schema.block)),
          private: request.private,
          diagnostics: [],
        };
      },
      (diagnostics) => ({ diagnostics, private: request.private }),
    );
  }

  public plan(request: m.PlanRequest): m.PlanResponse {
    const legacy_type_system = this.provider.legacyTypeSystem;
    const nothing = { requires_replace: [], planned_private: request.prior_private };
    return refusable<m.PlanResponse>(
      () => {
        const schema = this.resource(request.type_name);
        const proposed = decodeObject(request.proposed_new_state, schema);
        if (proposed === null) {
          const planned_state = request.proposed_new_state;
          return { ...nothing, planned_state, diagnostics: [], legacy_type_system };
        }
        const output = this.instance.plan(request.type_name, {
          prior: decodeObject(request.prior_state, schema),
          proposed,
          config: known(decodeObject(request.config, schema)),
          privateData: request.prior_private,
        });
        return {
          planned_state: encoded(output.planned, blockType(schema.block)),
          requires_replace: output.requiresReplace.map(pathMessage),
          planned_private: output.privateData,
          diagnostics: [],
          legacy_type_system,
        };
      },
      (diagnostics) => ({ ...nothing, diagnostics, legacy_type_system }),
    );
  }

  public apply(request: m.ApplyRequest): m.ApplyResponse {
    const legacy_type_system = this.provider.legacyTypeSystem;
    return refusable<m.ApplyResponse>(
      () => {
        const schema = this.resource(request.type_name);
        const output = this.instance.apply(request.type_name, {
          prior: decodeObject(request.prior_state, schema),
          planned: decodeObject(request.planned_state, schema),
          config: decodeObject(request.config, schema),
          privateData: request.planned_private,
        });
        return {
          new_state: encoded(output.state, blockType(schema.block)),
          private: output.privateData,
          diagnostics: [],
          legacy_type_system,
        };
      },
      (diagnostics) => ({
        new_state: request.prior_state,
        private: NO_PRIVATE_DATA,
        diagnostics,
        legacy_type_system,
      }),
    );
  }

  public importState({ type_name: type, id }: m.ImportRequest): m.ImportResponse {
    return refusable<m.ImportResponse>(
      () => {
        const state = this.instance.importState(type, id);
        return {
          imported_resources: [
            {
              type_name: type,
              state: encoded(state, blockType(this.resource(type).block)),
              private: NO_PRIVATE_DATA,
            },
          ],
          diagnostics: [],
        };
      },
      (diagnostics) => ({ imported_resources: [], diagnostics }),
    );
  }

  public readData({ type_name: type, config }: m.ReadDataRequest): m.ReadDataResponse {
    return refusable<m.ReadDataResponse>(
      () => {
        const schema = found(this.provider.schema.data_source_schemas, type);
        const state = this.instance.readData(type, known(decodeObject(config, schema)));
        return { state: encoded(state, blockType(schema.block)), diagnostics: [] };
      },
      (diagnostics) => ({ diagnostics }),
    );
  }

  public validateEphemeral({
    type_name: type,
    config,
  }: m.TypedConfigRequest): m.DiagnosticsResponse {
    return refusable(
      () => {
        const schema = this.ephemeral(type);
        return { diagnostics: validateAgainstSchema(decodeObject(config, schema), schema.block) };
      },
      (diagnostics) => ({ diagnostics }),
    );
  }

  public openEphemeral({ type_name: type, config }: m.TypedConfigRequest): m.OpenEphemeralResponse {
    return refusable<m.OpenEphemeralResponse>(
      () => {
        const schema = this.ephemeral(type);
        const result = this.instance.openEphemeral?.(type, known(decodeObject(config, schema)));
        return { result: encoded(result ?? null, blockType(schema.block)), diagnostics: [] };
      },
      (diagnostics) => ({ diagnostics }),
    );
  }

  private ephemeral(type: string): ObjectSchema {
    return found(this.provider.schema.ephemeral_resource_schemas ?? {}, type);
  }

  private resource(type: string): ObjectSchema {
    return found(this.provider.schema.resource_schemas, type);
  }
}

function refusable<Response>(
  answer: () => Response,
  refused: (diagnostics: readonly m.DiagnosticMessage[]) => Response,
): Response {
  try {
    return answer();
  } catch (error) {
    return refused([diagnosticOf(error)]);
  }
}

function found(schemas: ObjectSchemas, type: string): ObjectSchema {
  const schema = schemas[type];
  if (schema === undefined) throw new Refusal(`The offline provider has no schema for ${type}`);
  return schema;
}

function decodeObject(message: m.DynamicValueMessage, { block }: ObjectSchema): ObjectValue | null {
  const value = decodeValue(message.msgpack, blockType(block));
  return isObject(value) ? value : null;
}

function known(value: ObjectValue | null): ObjectValue {
  if (value === null) throw new Refusal('Terraform sent no configuration');
  return value;
}

function encoded(value: Value, type: WireType): m.DynamicValueMessage {
  return { msgpack: encodeValue(value, type) };
}
