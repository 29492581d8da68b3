import type { handleUnaryCall, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Provider, ProviderInstance } from '../provider';
import { schemaMessage, schemaMessages } from '../schema/schema-message';
import { Calls } from './calls';
import type * as m from './messages';

/** Answers of one provider instance to the calls of the plugin protocol. */
export function handlers(
  provider: Provider,
  instance: ProviderInstance,
): UntypedServiceImplementation {
  const calls = new Calls(provider, instance);
  return {
    GetProviderSchema: unary(() => schemaOf(provider)),
    ValidateProviderConfig: unary(() => ({ diagnostics: [] })),
    ConfigureProvider: unary((request: m.ProviderConfigRequest) => calls.configure(request)),
    ValidateResourceConfig: unary((request: m.TypedConfigRequest) => calls.validate(request)),
    ValidateDataResourceConfig: unary((request: m.TypedConfigRequest) =>
      calls.validateData(request),
    ),
    UpgradeResourceState: unary((request: m.UpgradeStateRequest) => calls.upgrade(request)),
    ReadResource: unary((request: m.ReadRequest) => calls.read(request)),
    PlanResourceChange: unary((request: m.PlanRequest) => calls.plan(request)),
    ApplyResourceChange: unary((request: m.ApplyRequest) => calls.apply(request)),
    ImportResourceState: unary((request: m.ImportRequest) => calls.importState(request)),
    ReadDataSource: unary((request: m.ReadDataRequest) => calls.readData(request)),
    ValidateEphemeralResourceConfig: unary((request: m.TypedConfigRequest) =>
      calls.validateEphemeral(request),
    ),
    OpenEphemeralResource: unary((request: m.TypedConfigRequest) => calls.openEphemeral(request)),
    CloseEphemeralResource: unary(() => ({ diagnostics: [] })),
    StopProvider: unary(() => ({ error: '' })),
  };
}

function unary<Request, Response>(
  answer: (request: Request) => Response,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    callback(null, answer(call.request));
  };
}

const schemaResponses = new WeakMap<object, m.SchemaResponse>();

function schemaOf({ schema }: Provider): m.SchemaResponse {
  const response = schemaResponses.get(schema) ?? {
    provider: schemaMessage(schema.provider),
    resource_schemas: schemaMessages(schema.resource_schemas),
    data_source_schemas: schemaMessages(schema.data_source_schemas),
    ephemeral_resource_schemas: schemaMessages(schema.ephemeral_resource_schemas ?? {}),
    diagnostics: [],
    server_capabilities: { plan_destroy: false, get_provider_schema_optional: true },
  };
  schemaResponses.set(schema, response);
  return response;
}
