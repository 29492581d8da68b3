import { createServer, type Server as SocketServer, type Socket } from 'node:net';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { AssumptionError } from '../core/errors';
import { handlers } from './protocol/handlers';
import { pluginService } from './protocol/service';
import type { Provider } from './provider';

const UNLIMITED = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };

/** Where Terraform finds a provider, as it wants to be told. */
export interface PluginAddress {
  readonly Network: 'unix' | 'tcp';
  readonly String: string;
}

/** This machine only, on any free port. */
const LOOPBACK = { host: '127.0.0.1', port: 0 };

/**
 * A socket on which Terraform finds a provider.
 *
 * Terraform opens one connection per provider block, where it would start one process: every
 * connection gets an instance of its own, so that aliases do not see each other's configuration.
 */
export class PluginSocket {
  /** Listens on a path, which must not exist yet; without one, on a port of this machine. */
  public static async listen(provider: Provider, path?: string): Promise<PluginSocket> {
    const socket = new PluginSocket(provider);
    await new Promise<void>((resolve, reject) => {
      socket.server.once('error', reject).listen(path === undefined ? LOOPBACK : { path }, resolve);
    });
    return socket;
  }

  private readonly server: SocketServer;
  private readonly connections = new Set<{ readonly socket: Socket; readonly grpc: Server }>();

  private constructor(private readonly provider: Provider) {
    this.server = createServer((socket) => {
      this.serve(socket);
    });
  }

  public get address(): PluginAddress {
    const address = this.server.address();
    if (address === null) throw new AssumptionError('a socket that does not listen was asked for');
    return typeof address === 'string'
      ? { Network: 'unix', String: address }
      : { Network: 'tcp', String: `${address.address}:${String(address.port)}` };
  }

  /** Ends all connections. */
  public async close(): Promise<void> {
    for (const { socket, grpc } of this.connections) {
      grpc.forceShutdown();
      socket.destroy();
    }
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private serve(socket: Socket): void {
    const grpc = new Server(UNLIMITED);
    grpc.addService(pluginService(), handlers(this.provider, this.provider.instance()));
    const connection = { socket, grpc };
    this.connections.add(connection);
    socket.once('close', () => {
      this.connections.delete(connection);
      grpc.forceShutdown();
    });
    grpc.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(socket);
  }
}
