import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Ended, execute } from './execute';
import { ROOT } from '../support/repository';

/** A call that a server got. */
export interface Call {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly query: URLSearchParams;
  readonly path: string;
  readonly token: string;
  readonly body: unknown;
}

/** What is answered to a call; `undefined` is 404. */
export type Answers = (call: Call) => unknown;

/** An answer that is not 200 with JSON. */
export class Refusal {
  public constructor(
    public readonly status: number,
    public readonly type = 'application/json',
  ) {}
}

/** A REST API on this machine, in place of a host's. */
export class RestServer {
  public static async start(answers: Answers): Promise<RestServer> {
    const calls: Call[] = [];
    const server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const call = callOf(request, body);
        calls.push(call);
        const answer = answers(call);
        const { status, type } =
          answer instanceof Refusal ? answer : new Refusal(answer === undefined ? 404 : 200);
        response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` });
        response.end(JSON.stringify(answer ?? {}));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new RestServer(server, calls);
  }

  private constructor(
    private readonly server: Server,
    public readonly calls: readonly Call[],
  ) {}

  public get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What was asked to be written. */
  public get writes(): readonly Call[] {
    return this.calls.filter(({ method }) => method !== 'GET');
  }

  /** Runs a program of the integrations while this server answers, and stops. */
  public async serve(script: string, env: Readonly<Record<string, string>>): Promise<Ended> {
    try {
      return await execute([process.execPath, `${ROOT}/integrations/${script}`], {
        cwd: ROOT,
        env,
      });
    } finally {
      this.server.closeAllConnections();
      await new Promise((resolve) => this.server.close(resolve));
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function callOf({ method = '', url = '', headers }: IncomingMessage, body: unknown): Call {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const token = headers.authorization ?? '';
  return { method, url, query: searchParams, path: pathname, token, body };
}
