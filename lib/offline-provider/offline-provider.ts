import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { azapiProvider } from './azapi/azapi-provider';
import { ArmService } from './azure/arm-service';
import type { RequestLog } from './azure/request-log';
import type { ResourceStore } from './azure/resource-store';
import { azurermProvider } from './azurerm/azurerm-provider';
import { PluginSocket } from './plugin-socket';
import type { Provider } from './provider';
import { azapiSchema, azurermBehaviour, azurermSchema } from './schemas';

/** What the offline provider may be told. */
export interface OfflineProviderOptions {
  /**
   * Subscription of azurerm where its provider block names none, as `ARM_SUBSCRIPTION_ID` is for the real one.
   *
   * @default - such a block is refused
   */
  readonly subscriptionId?: string;
  /**
   * Whether it listens on ports of this machine in place of files.
   *
   * @default - on Windows, where Node has no sockets that are files
   */
  readonly ports?: boolean;
}

/** Short, since the path of a socket may have no more than about 100 characters. */
const SOCKET_FOLDER = 'tfp-';

/**
 * azurerm and azapi for Terraform, without binaries, network or Azure.
 *
 * Serves the real schemas over the plugin protocol and keeps resources in memory. It runs in this
 * process: wait for Terraform without blocking.
 */
export class OfflineProvider {
  /** Starts serving; end it with {@link stop}. */
  public static async start({
    ports = process.platform === 'win32',
    ...options
  }: OfflineProviderOptions = {}): Promise<OfflineProvider> {
    const folder = await mkdtemp(join(tmpdir(), SOCKET_FOLDER));
    const service = new ArmService();
    const providers = [
      azurermProvider({
        service,
        schema: azurermSchema(),
        behaviour: azurermBehaviour(),
        ...options,
      }),
      azapiProvider({ service, schema: azapiSchema() }),
    ];
    const sockets = await Promise.all(
      providers.map(async (provider, index) => {
        const path = ports ? undefined : join(folder, `${String(index)}.sock`);
        return { provider, socket: await PluginSocket.listen(provider, path) };
      }),
    );
    return new OfflineProvider(folder, service, sockets);
  }

  /** Everything that exists, to be looked at and changed behind Terraform's back. */
  public readonly store: ResourceStore;
  /** Every request that changed something, in order. */
  public readonly requests: RequestLog;

  private constructor(
    private readonly folder: string,
    service: ArmService,
    private readonly sockets: readonly {
      readonly provider: Provider;
      readonly socket: PluginSocket;
    }[],
  ) {
    this.store = service.store;
    this.requests = service.log;
  }

  /** Value of `TF_REATTACH_PROVIDERS` with which Terraform finds the providers. */
  public get reattach(): string {
    const entries = this.sockets.map(({ provider, socket }) => [
      provider.address,
      {
        Protocol: 'grpc',
        ProtocolVersion: 6,
        Pid: process.pid,
        Test: true,
        Addr: socket.address,
      },
    ]);
    return JSON.stringify(Object.fromEntries(entries));
  }

  /** Forgets all resources and requests. */
  public reset(): void {
    this.store.clear();
    this.requests.clear();
  }

  /** Stops serving and removes the sockets. */
  public async stop(): Promise<void> {
    await Promise.all(this.sockets.map(({ socket }) => socket.close()));
    await rm(this.folder, { recursive: true, force: true });
  }
}
