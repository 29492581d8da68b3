import type { Json } from '../wire/json';

/** One request that changed something, or an action. Reads are not recorded. */
export interface RecordedRequest {
  readonly method: 'PUT' | 'PATCH' | 'POST' | 'DELETE' | 'GET' | 'HEAD';
  /** ARM id, with the action's name behind it where there is one. */
  readonly id: string;
  /** Terraform type that made the request, such as `azapi_resource`. */
  readonly terraformType: string;
  /** Query parameters besides the api-version. */
  readonly query: { readonly [name: string]: readonly string[] };
  /** What was sent: the ARM body of azapi, the attributes that are set of azurerm. */
  readonly body: Json;
}

/** Requests in the order in which they came. */
export class RequestLog {
  private requests: RecordedRequest[] = [];

  public record(request: RecordedRequest): void {
    this.requests.push(request);
  }

  /** All requests so far, or those for an id, whose case does not matter. */
  public entries(id?: string): readonly RecordedRequest[] {
    if (id === undefined) return [...this.requests];
    return this.requests.filter((request) => request.id.toLowerCase() === id.toLowerCase());
  }

  public clear(): void {
    this.requests = [];
  }
}
