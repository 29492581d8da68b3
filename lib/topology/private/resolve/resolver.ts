import type { DeclaredResource, DeclaredStack } from '../read/declared-stack';
import { at, textAt } from '../read/json';
import { bare } from '../read/read-plan';
import { AZURERM_IDS } from './azurerm-ids';
import { evaluate, type Reference, referenceIn } from './expressions';

const REMOTE_STATE = /^data\.terraform_remote_state\.cross-stack-reference-input-(.+)$/;
const GROUP_ID = /^\/subscriptions\/[^/]*\/resourceGroups\/[^/]*$/i;
const ACCOUNT_ID = /^.*\/storageAccounts\/([^/#]+)/i;
const ACCOUNT_ATTRIBUTES = ['scope', 'storage_account_id', 'storage_container_id'];

/**
 * Finds what text of a document is about.
 *
 * Every resource gets an ARM id, composed of names where Azure has not given one yet. Thereby references of
 * Terraform, ids that a plan knows and ids that somebody typed become the same text.
 */
export class Resolver {
  private readonly byAddress = new Map<string, DeclaredResource>();
  private readonly byId = new Map<string, DeclaredResource>();
  private readonly byPrincipal = new Map<string, DeclaredResource>();
  private readonly accountIds = new Map<string, string>();
  private readonly stacks: ReadonlyMap<string, DeclaredStack>;
  private readonly ids = new Map<DeclaredResource, string>();

  public constructor(stacks: readonly DeclaredStack[]) {
    this.stacks = new Map(stacks.map((stack) => [stack.name, stack]));
    const resources = stacks.flatMap((stack) => stack.resources);
    for (const resource of resources) {
      this.byAddress.set(`${resource.stack} ${bare(resource.address)}`, resource);
    }
    for (const resource of resources) this.index(resource);
  }

  /** ARM id of a resource. */
  public idOf(resource: DeclaredResource): string {
    const known = this.ids.get(resource);
    if (known !== undefined) return known;
    // A circle of parents ends here; Terraform refuses it anyway.
    this.ids.set(resource, `/${resource.stack}/${resource.address}`);
    const id = this.composed(resource);
    this.ids.set(resource, id);
    return id;
  }

  /** Name in Azure of a resource, the last part of its address where that is not known. */
  public nameOf(resource: DeclaredResource): string {
    return (
      this.text(resource, resource.values['name']) ?? bare(resource.address).split('.').at(-1) ?? ''
    );
  }

  /** Text of a resource with what its references stand for; `undefined` for what is no text. */
  public text(of: DeclaredResource, value: unknown): string | undefined {
    return typeof value === 'string'
      ? evaluate(value, (reference) => this.valueOf(of.stack, reference))
      : undefined;
  }

  /** The resource that has an ARM id. */
  public find(id: string): DeclaredResource | undefined {
    return this.byId.get(id.toLowerCase());
  }

  /** The resource whose identity has an object id. */
  public findPrincipal(principalId: string): DeclaredResource | undefined {
    return this.byPrincipal.get(principalId);
  }

  /** Every resource of some types that the arguments of another refer to. */
  public referredBy(
    resource: DeclaredResource,
    types: readonly string[],
  ): readonly DeclaredResource[] {
    const found = new Set<DeclaredResource>();
    for (const name of resource.references) {
      const reference = referenceIn(name);
      const target = reference === undefined ? undefined : this.at(resource.stack, reference);
      if (target !== undefined && types.includes(target.type)) found.add(target);
    }
    return [...found];
  }

  /** ARM id of a storage account by its name, which no two accounts share. */
  public accountId(name: string): string {
    return (
      this.accountIds.get(name.toLowerCase()) ??
      `/providers/Microsoft.Storage/storageAccounts/${name}`
    );
  }

  private index(resource: DeclaredResource): void {
    const id = this.idOf(resource);
    if (!this.byId.has(id.toLowerCase())) this.byId.set(id.toLowerCase(), resource);
    const definition = textAt(resource.values, 'role_definition_resource_id');
    if (definition !== undefined) this.byId.set(definition.toLowerCase(), resource);
    const principal =
      textAt(resource.values, 'identity', 0, 'principal_id') ??
      textAt(resource.values, 'principal_id');
    if (principal !== undefined && resource.type !== 'azurerm_role_assignment') {
      this.byPrincipal.set(principal, resource);
    }
    this.indexAccounts(resource, id);
  }

  private indexAccounts(resource: DeclaredResource, id: string): void {
    const candidates = ACCOUNT_ATTRIBUTES.map((key) => this.text(resource, resource.values[key]));
    for (const candidate of [id, ...candidates]) {
      const [accountId, name] = ACCOUNT_ID.exec(candidate ?? '') ?? [];
      if (accountId !== undefined && name !== undefined) {
        this.accountIds.set(name.toLowerCase(), accountId);
      }
    }
  }

  private at(stack: string, { address }: Reference): DeclaredResource | undefined {
    return this.byAddress.get(`${stack} ${bare(address)}`);
  }

  private valueOf(stack: string, reference: Reference): string {
    const remote = this.remoteValue(reference);
    if (remote !== undefined) return remote;
    const { address, attribute } = reference;
    const resource = this.at(stack, reference);
    if (resource === undefined) return `\${${address}.${attribute}}`;
    if (attribute === 'id') return this.idOf(resource);
    if (attribute === 'name') return this.nameOf(resource);
    const value = at(resource.values, ...attribute.split('.'));
    return this.text(resource, value) ?? `${this.idOf(resource)}#${attribute}`;
  }

  private remoteValue({ address, attribute }: Reference): string | undefined {
    const stack = this.stacks.get(REMOTE_STATE.exec(address)?.[1] ?? '');
    const value = stack?.outputs.get(attribute.replace(/^outputs\./, ''));
    return stack === undefined || typeof value !== 'string'
      ? undefined
      : evaluate(value, (reference) => this.valueOf(stack.name, reference));
  }

  private composed(resource: DeclaredResource): string {
    const { values, type } = resource;
    const known = values['id'];
    if (typeof known === 'string' && known.startsWith('/')) return known;
    if (type === 'azurerm_resource_group') {
      return `/subscriptions/${this.subscriptionOf(resource)}/resourceGroups/${this.nameOf(resource)}`;
    }
    const parent = this.text(resource, values['parent_id']);
    if (parent !== undefined) return this.childId(resource, parent);
    const { parents, path } = AZURERM_IDS.get(type) ?? {};
    if (parents === undefined || path === undefined) return this.unknownId(resource);
    const above =
      parents.length === 0
        ? this.groupIdOf(resource)
        : this.text(
            resource,
            parents.map((key) => values[key]).find((id) => id !== undefined),
          );
    return above === undefined
      ? this.unknownId(resource)
      : `${above}${path}${this.nameOf(resource)}`;
  }

  /** Id of a resource of azapi: what its type ends with says where it is below its parent. */
  private childId(resource: DeclaredResource, parent: string): string {
    const type = textAt(resource.values, 'type')?.split('@')[0] ?? '';
    const isTop = GROUP_ID.test(parent) || !parent.includes('/providers/');
    const below = isTop ? `providers/${type}` : (type.split('/').at(-1) ?? '');
    return `${parent}/${below}/${this.nameOf(resource)}`;
  }

  private groupIdOf(resource: DeclaredResource): string {
    const name = this.text(resource, resource.values['resource_group_name']) ?? '-';
    return `/subscriptions/${this.subscriptionOf(resource)}/resourceGroups/${name}`;
  }

  private subscriptionOf({ stack }: DeclaredResource): string {
    return this.stacks.get(stack)?.subscriptionId ?? '-';
  }

  private unknownId(resource: DeclaredResource): string {
    return `/stacks/${resource.stack}/${resource.address}`;
  }
}
