import { join } from 'node:path';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { AssumptionError } from '../../core/errors';

/** The plugin protocol's one service, read from the `.proto` beside this file. */
export function pluginService(): ServiceDefinition {
  loaded ??= load();
  return loaded;
}

let loaded: ServiceDefinition | undefined;

function load(): ServiceDefinition {
  const definitions = loadSync(join(__dirname, 'tfplugin6.proto'), {
    keepCase: true,
    longs: Number,
    defaults: true,
  });
  const service = definitions['tfplugin6.Provider'];
  if (service === undefined || 'format' in service) {
    throw new AssumptionError('the plugin protocol has no service Provider');
  }
  return withCachedResponses(service);
}

/** Schemas are large and always the same object: serialized once. */
function withCachedResponses(service: ServiceDefinition): ServiceDefinition {
  const method = service['GetProviderSchema'];
  if (method === undefined) throw new AssumptionError('the plugin protocol serves no schema');
  const cache = new WeakMap<object, Buffer>();
  const responseSerialize = (response: object): Buffer => {
    const bytes = cache.get(response) ?? method.responseSerialize(response);
    cache.set(response, bytes);
    return bytes;
  };
  return { ...service, GetProviderSchema: { ...method, responseSerialize } };
}
