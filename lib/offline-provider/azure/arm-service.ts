import type { JsonObject } from '../wire/json';
import { actionAnswer, computedBody } from './computed-properties';
import { merged } from './json-merge';
import { RequestLog, type RecordedRequest } from './request-log';
import { ResourceStore, type AzurermState } from './resource-store';
import { echoed } from './service-echo';
import { afterAction, checkCreate, checkDelete, checkReplace } from './service-rules';

/** Who sends a request and with what. */
export interface RequestOptions {
  readonly terraformType: string;
  readonly query?: RecordedRequest['query'];
}

/** A resource to be written. */
export interface PutRequest extends RequestOptions {
  readonly id: string;
  /** ARM type. */
  readonly type: string;
  /** Body without secrets, which the service does not give back. */
  readonly body: JsonObject;
  /** What is sent and recorded, where that is not the body. */
  readonly sent?: JsonObject;
  readonly azurerm?: AzurermState;
  /** Recorded method; the body is the whole one for both. */
  readonly method?: 'PUT' | 'PATCH';
}

/** The stand-in for Azure Resource Manager: a store with the service's rules, and a log. */
export class ArmService {
  public readonly store = new ResourceStore();
  public readonly log = new RequestLog();

  public exists(id: string): boolean {
    return this.store.get(id) !== undefined;
  }

  /** A resource as GET answers it, `undefined` when there is none. */
  public get(id: string): JsonObject | undefined {
    const resource = this.store.get(id);
    return resource === undefined
      ? undefined
      : merged(resource.computed, echoed(resource.type, resource.body));
  }

  /** Creates or replaces a resource. */
  public put(request: PutRequest): void {
    const { id, type, body, azurerm } = request;
    const existing = this.store.get(id);
    if (existing === undefined) checkCreate(this.store, id, type, body);
    else checkReplace(existing, body);
    this.record(request.method ?? 'PUT', id, request, request.sent ?? body);
    this.store.put({
      id: existing?.id ?? id,
      type,
      body,
      computed: computedBody(existing?.id ?? id, type, body),
      azurerm: azurerm ?? existing?.azurerm,
    });
  }

  /** Deletes a resource and what is below it; what does not exist is deleted already. */
  public delete(id: string, options: RequestOptions): void {
    const existing = this.store.get(id);
    if (existing !== undefined) checkDelete(existing, options.query ?? {});
    this.record('DELETE', id, options, null);
    this.store.delete(id);
  }

  /** Performs an action of a resource. */
  public action(
    method: RecordedRequest['method'],
    id: string,
    action: string,
    body: RecordedRequest['body'],
    options: RequestOptions,
  ): JsonObject {
    this.record(method, action === '' ? id : `${id}/${action}`, options, body);
    const existing = this.store.get(id);
    if (existing !== undefined) this.store.put(afterAction(existing, action));
    return actionAnswer(id, action);
  }

  private record(
    method: RecordedRequest['method'],
    id: string,
    options: RequestOptions,
    body: RecordedRequest['body'],
  ): void {
    const { terraformType, query = {} } = options;
    this.log.record({ method, id, terraformType, query, body });
  }
}
