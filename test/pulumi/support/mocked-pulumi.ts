import * as pulumi from '@pulumi/pulumi';
import { getMonitor } from '@pulumi/pulumi/runtime/settings';
import type { RegisterResourceRequest } from '@pulumi/pulumi/proto/resource_pb';

/** Any JSON. */
export type Json = Record<string, unknown>;

/** What Pulumi marks a secret with when it is sent. */
const SIGNATURE = '4dabf18193072939515e22adb298388d';

/** A resource as Pulumi's engine was asked to register it. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  /** Inputs, without the marks of secrets. */
  readonly inputs: Json;
  /** Paths of inputs that are secret. */
  readonly secrets: readonly string[];
  /** Names of resources that it waits for, in order. */
  readonly dependencies: readonly string[];
  readonly provider: string;
  readonly packageRef: string;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly deleteBeforeReplace: boolean;
  readonly ignoreChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly customTimeouts: Json;
  readonly importId: string;
  readonly aliases: readonly string[];
  readonly replacementTrigger: unknown;
  readonly version: string;
  readonly parent: string;
}

/** A function that Pulumi's engine was asked to invoke. */
export interface Invoked {
  readonly token: string;
  readonly inputs: Json;
}

/** Everything that a program asked of Pulumi's engine. */
export interface Recording {
  readonly resources: readonly Registered[];
  readonly invokes: readonly Invoked[];
  readonly packages: readonly Json[];
}

/** What the mocked providers answer. */
export interface Answers {
  /** What a resource has besides its inputs. */
  readonly computed?: (type: string, name: string, inputs: Json) => Json;
  readonly invoke?: (token: string, inputs: Json) => Json;
  /** Whether this is a preview, in which what is computed is not known. */
  readonly preview?: boolean;
}

/** Runs a program against Pulumi's mocks, to the end of everything that it registered. */
export async function runMocked<T>(
  program: () => T,
  { computed = () => ({}), invoke = () => ({}), preview = false }: Answers = {},
): Promise<{ readonly result: T; readonly recording: Recording }> {
  const recording: { resources: Registered[]; invokes: Invoked[]; packages: Json[] } = {
    resources: [],
    invokes: [],
    packages: [],
  };
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => ({
        id: preview ? undefined : `${name}-id`,
        state: { ...(inputs as Json), ...computed(type, name, inputs as Json) },
      }),
      call: ({ token, inputs }) => {
        recording.invokes.push({ token, inputs: inputs as Json });
        return invoke(token, inputs as Json);
      },
    },
    'project',
    'stack',
    preview,
  );
  spy(recording);
  const result = program();
  await pulumi.runtime.disconnect();
  return { result, recording };
}

/** What the value of an output comes to. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}

/** Whether an output is a secret. */
export function isSecret(output: pulumi.Output<unknown>): Promise<boolean> {
  return pulumi.isSecret(output);
}

interface Monitor {
  registerResource: (request: RegisterResourceRequest, callback: unknown) => unknown;
  registerPackage: (request: PackageRequest, callback: unknown) => unknown;
}

interface PackageRequest {
  getName(): string;
  getVersion(): string;
  getParameterization(): {
    getName(): string;
    getVersion(): string;
    getValue_asU8(): Uint8Array;
  };
}

function spy(recording: { resources: Registered[]; packages: Json[] }): void {
  const monitor = getMonitor() as unknown as Monitor;
  const { registerResource, registerPackage } = monitor;
  monitor.registerResource = (request, callback) => {
    if (request.getType() !== 'pulumi:pulumi:Stack') recording.resources.push(registered(request));
    return registerResource.call(monitor, request, callback);
  };
  monitor.registerPackage = (request, callback) => {
    const parameter = request.getParameterization();
    recording.packages.push({
      base: request.getName(),
      baseVersion: request.getVersion(),
      name: parameter.getName(),
      version: parameter.getVersion(),
      value: JSON.parse(Buffer.from(parameter.getValue_asU8()).toString()) as unknown,
    });
    return registerPackage.call(monitor, request, callback);
  };
}

function registered(request: RegisterResourceRequest): Registered {
  const secrets: string[] = [];
  const inputs = plain(request.getObject()?.toJavaScript() ?? {}, '', secrets) as Json;
  const timeouts = request.getCustomtimeouts()?.toObject() ?? {};
  return {
    type: request.getType(),
    name: request.getName(),
    inputs,
    secrets,
    dependencies: request.getDependenciesList().map(nameIn).sort(),
    provider: request.getProvider(),
    packageRef: request.getPackageref(),
    protect: request.getProtect() ?? false,
    retainOnDelete: request.getRetainondelete() ?? false,
    deleteBeforeReplace: request.getDeletebeforereplace(),
    ignoreChanges: request.getIgnorechangesList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    customTimeouts: Object.fromEntries(
      Object.entries(timeouts)
        .filter(([, value]) => value !== '')
        .map(([operation, value]) => [operation.replace('pb_', ''), value]),
    ),
    importId: request.getImportid(),
    aliases: request.getAliasesList().map((alias) => alias.getSpec()?.getName() ?? ''),
    replacementTrigger: request.getReplacementTrigger()?.toJavaScript(),
    version: request.getVersion(),
    parent: nameIn(request.getParent()),
  };
}

function plain(value: unknown, path: string, secrets: string[]): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => plain(item, `${path}[${index}]`, secrets));
  }
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Json;
  if (SIGNATURE in object && 'value' in object) {
    secrets.push(path);
    return plain(object['value'], path, secrets);
  }
  return Object.fromEntries(
    Object.entries(object).map(([key, member]) => [
      key,
      plain(member, path === '' ? key : `${path}.${key}`, secrets),
    ]),
  );
}

function nameIn(urn: string): string {
  return urn.split('::').at(-1) ?? '';
}
