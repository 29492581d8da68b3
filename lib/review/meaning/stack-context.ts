import { textAt } from '../../policy/plan-state';
import { typeKey } from '../../policy/type-key';
import { ChangeAction, type PlanValue, type ResourceChange, type ReviewedStack } from '../model';

/** What an explanation of one change may ask about the others of its stack, computed when first asked. */
export class StackContext {
  private kinds: ReadonlyMap<string, readonly ResourceChange[]> | undefined;
  private addresses: ReadonlyMap<string, ResourceChange> | undefined;
  private identities: ReadonlyMap<string, ResourceChange> | undefined;

  public constructor(
    private readonly stack: ReviewedStack,
    /** Moment from which next runs are counted. */
    public readonly now: Date,
  ) {}

  /** Everything that the stack has or had, changed or not, of a kind. */
  public ofKind(kind: string): readonly ResourceChange[] {
    this.kinds ??= grouped(this.everything());
    return this.kinds.get(kind) ?? [];
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

  private everything(): readonly ResourceChange[] {
    const { resources, changes } = this.stack;
    const known = new Set(resources.map(({ address }) => address));
    return [...resources, ...changes.filter(({ address }) => !known.has(address))].filter(
      ({ isDrift, mode }) => !isDrift && mode === 'managed',
    );
  }
}

function grouped(
  resources: readonly ResourceChange[],
): ReadonlyMap<string, readonly ResourceChange[]> {
  const groups = new Map<string, ResourceChange[]>();
  for (const one of resources) {
    const key = typeKey(one);
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
export function isBefore({ action, before }: ResourceChange): boolean {
  return action !== ChangeAction.CREATE && hasState(before);
}

function hasState(state: PlanValue | undefined): boolean {
  return state !== undefined && state !== null;
}
