import { Refusal } from '../protocol/diagnostics';
import type { JsonObject } from '../wire/json';
import type { ObjectValue } from '../wire/value';
import { merged } from './json-merge';
import { parseArmId, resourceGroupIdOf } from './arm-id';
import { isImplicit, storedId } from './implicit-resources';

/** What azurerm knows of a resource beyond its ARM body. */
export interface AzurermState {
  /** Terraform type, such as `azurerm_storage_account`. */
  readonly type: string;
  /** Id that Terraform knows it by, for some types another than the ARM id. */
  readonly id: string;
  readonly attributes: ObjectValue;
}

/** A resource as the stand-in service keeps it. */
export interface StoredResource {
  /** ARM id, spelt as when it was created. */
  readonly id: string;
  /** ARM type, such as `Microsoft.Storage/storageAccounts`. */
  readonly type: string;
  /** Body of the last PUT. */
  readonly body: JsonObject;
  /** What the service adds to the body in its answers. */
  readonly computed: JsonObject;
  /** Present when azurerm made it. */
  readonly azurerm?: AzurermState | undefined;
}

/** Everything that exists, by ARM id, whose case does not matter. */
export class ResourceStore {
  private readonly resources = new Map<string, StoredResource>();
  private readonly deleted = new Set<string>();

  public get(id: string): StoredResource | undefined {
    return this.resources.get(id.toLowerCase());
  }

  /** All resources, in the order in which they were created. */
  public list(): readonly StoredResource[] {
    return [...this.resources.values()];
  }

  /** All ids, in the order in which they were created. */
  public ids(): readonly string[] {
    return this.list().map(({ id }) => id);
  }

  public put(resource: StoredResource): void {
    this.resources.set(resource.id.toLowerCase(), resource);
    this.deleted.delete(resource.id.toLowerCase());
  }

  /** Deletes a resource and everything below it; deleting what is not there does nothing. */
  public delete(id: string): void {
    const key = id.toLowerCase();
    for (const existing of [...this.resources.keys()]) {
      if (existing === key || existing.startsWith(`${key}/`)) {
        this.resources.delete(existing);
        this.deleted.add(existing);
      }
    }
  }

  /** Forgets everything. */
  public clear(): void {
    this.resources.clear();
    this.deleted.clear();
  }

  /** Changes a resource behind Terraform's back: merges into the body of its last PUT. */
  public patchBody(id: string, body: JsonObject): void {
    const resource = this.existing(id);
    this.put({ ...resource, body: merged(resource.body, body) });
  }

  /** Changes a resource of azurerm behind Terraform's back: replaces some of its attributes. */
  public patchAttributes(id: string, attributes: ObjectValue): void {
    const resource = this.existing(id);
    if (resource.azurerm === undefined) throw new Refusal(`${id} was not made by azurerm`);
    const { azurerm } = resource;
    this.put({
      ...resource,
      azurerm: { ...azurerm, attributes: { ...azurerm.attributes, ...attributes } },
    });
  }

  /**
   * Whether a resource certainly does not exist.
   *
   * What is not here may exist in Azure from before, unless it was deleted here or its resource
   * group was created here.
   */
  public isKnownAbsent(anyId: string): boolean {
    const id = storedId(anyId);
    if (this.get(id) !== undefined) return false;
    const parentId = parseArmId(id)?.parentId;
    if (isImplicit(id) && parentId !== undefined) return this.isKnownAbsent(parentId);
    const group = resourceGroupIdOf(id);
    return (
      this.deleted.has(id.toLowerCase()) || (group !== undefined && this.get(group) !== undefined)
    );
  }

  private existing(id: string): StoredResource {
    const resource = this.get(id);
    if (resource === undefined) throw new Refusal(`${id} does not exist in the offline provider`);
    return resource;
  }
}
