import { textAt } from '../../policy/plan-state';
import { typeKey } from '../../policy/type-key';
import { ChangeAction, type ResourceChange, type ReviewedStack } from '../model';
import { assetName } from './version-names';

/** What an explanation of one change may ask about the others of its stack, computed when first asked. */
export class StackContext {
  private all: readonly ResourceChange[] | undefined;
  private kinds: Groups | undefined;
  private readonly versions = new Map<string, Groups>();
  private readonly former = new Map<string, Groups>();
  private readonly computed = new Map<unknown, unknown>();
  private addresses: ReadonlyMap<string, ResourceChange> | undefined;
  private identities: ReadonlyMap<string, ResourceChange> | undefined;
  private readonly shared = new Map<string, Groups>();
  private named: Groups | undefined;
  private ending: Groups | undefined;
  private acted: ReadonlySet<string> | undefined;

  public constructor(
    private readonly stack: ReviewedStack,
    /** Moment from which next runs are counted. */
    public readonly now: Date,
  ) {}

  /** Everything that the stack has or had, changed or not, of a kind. */
  public ofKind(kind: string): readonly ResourceChange[] {
    this.kinds ??= grouped(this.everything(), typeKey);
    return this.kinds.get(kind) ?? [];
  }

  /** What a function finds in the whole stack; computed when first asked, however many changes ask. */
  public once<T>(find: (context: StackContext) => T): T {
    if (!this.computed.has(find)) this.computed.set(find, find(this));
    return this.computed.get(find) as T;
  }

  /** The versions of an asset, of those of a kind. */
  public versionsOf(kind: string, name: string): readonly ResourceChange[] {
    return once(this.versions, kind, () => grouped(this.ofKind(kind), assetName)).get(name) ?? [];
  }

  /** Those of them that there are before the change. */
  public versionsBefore(kind: string, name: string): readonly ResourceChange[] {
    const groups = once(this.former, kind, () =>
      grouped(this.ofKind(kind).filter(isBefore), assetName),
    );
    return groups.get(name) ?? [];
  }

  /** The resource that a reference of the configuration names, such as `${azapi_resource.X.id}`. */
  public referredTo(text: string): ResourceChange | undefined {
    const address = /\$\{([a-z0-9_]+\.[A-Za-z0-9_-]+)/.exec(text)?.[1];
    if (address === undefined) return undefined;
    this.addresses ??= new Map(this.everything().map((one) => [one.address, one]));
    return this.addresses.get(address);
  }

  /** The resource whose identity has an object id, or a reference to one. */
  public holderOf(principalId: string): ResourceChange | undefined {
    this.identities ??= new Map(
      this.everything().flatMap((one) => principalsOf(one).map((id) => [id, one] as const)),
    );
    return this.identities.get(principalId) ?? this.referredTo(principalId);
  }

  /** Those of a kind that have something in common with one of them. */
  public sharing(
    kind: string,
    keyOf: (resource: ResourceChange) => string,
    one: ResourceChange,
  ): readonly ResourceChange[] {
    return once(this.shared, kind, () => grouped(this.ofKind(kind), keyOf)).get(keyOf(one)) ?? [];
  }

  /** The resource of a construct, by the ids on its path: what a role assignment of it is named after. */
  public namedBy(path: string): ResourceChange | undefined {
    this.named ??= grouped(this.everything(), nameOf);
    return onlyOne(this.named.get(path.replaceAll('/', '_')));
  }

  /** The resource of a construct, by its id where that is the only one. */
  public endingIn(id: string): ResourceChange | undefined {
    this.ending ??= grouped(this.everything(), (one) => nameOf(one).split('_').at(-1) ?? '');
    return onlyOne(this.ending.get(id));
  }

  /** Whether the plan does something to a resource; one that is made under this address counts too. */
  public isActedOn(address: string): boolean {
    this.acted ??= new Set(
      this.stack.changes
        .filter(({ action, isDrift }) => !isDrift && action !== ChangeAction.NONE)
        .map((change) => change.address),
    );
    return this.acted.has(address);
  }

  private everything(): readonly ResourceChange[] {
    this.all ??= everythingIn(this.stack);
    return this.all;
  }
}

type Groups = ReadonlyMap<string, readonly ResourceChange[]>;

function once<T>(known: Map<string, T>, key: string, compute: () => T): T {
  const former = known.get(key);
  if (former !== undefined) return former;
  const computed = compute();
  known.set(key, computed);
  return computed;
}

/** The name that cdktf makes of the path of a construct, without the hash. */
function nameOf({ name }: ResourceChange): string {
  return name.replace(/_[0-9A-F]{8}$/, '');
}

function onlyOne(found: readonly ResourceChange[] = []): ResourceChange | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function everythingIn({ resources, changes }: ReviewedStack): readonly ResourceChange[] {
  const known = new Set(resources.map(({ address }) => address));
  return [...resources, ...changes.filter(({ address }) => !known.has(address))].filter(
    ({ isDrift, mode }) => !isDrift && mode === 'managed',
  );
}

function grouped(
  resources: readonly ResourceChange[],
  keyOf: (resource: ResourceChange) => string,
): Groups {
  const groups = new Map<string, ResourceChange[]>();
  for (const one of resources) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

function principalsOf({ type, before, after }: ResourceChange): readonly string[] {
  // The object id in a role assignment is that of somebody else.
  if (type === 'azurerm_role_assignment') return [];
  return [before, after].flatMap((state) => PLACES.flatMap((path) => textAt(state, ...path) ?? []));
}

const PLACES: readonly (readonly string[])[] = [
  ['principal_id'],
  ['identity', 'principal_id'],
  ['body', 'identity', 'principalId'],
];

/** Whether a resource is there before the change. */
export function isBefore(resource: ResourceChange): boolean {
  return resource.action !== ChangeAction.CREATE && (resource.before ?? null) !== null;
}
