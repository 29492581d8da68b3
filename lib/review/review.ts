import { findingsOf } from '../policy/evaluate';
import type { Finding } from '../policy/finding';
import { at } from '../policy/plan-state';
import { STATEFUL_TYPES } from '../policy/stateful-types';
import { typeKey } from '../policy/type-key';
import { RESOURCE_KINDS } from '../summary/private/resource-kinds';
import { type CostChange, costsOf, type PriceTable } from './meaning/cost';
import { Danger, DANGERS } from './meaning/danger';
import { explain, type Told } from './meaning/explain';
import { StackContext } from './meaning/stack-context';
import { oneLine } from './meaning/told';
import { assetName, shortVersion, versionOf } from './meaning/version-names';
import {
  ChangeAction,
  type ResourceChange,
  type ReviewedStack,
  type ReviewInput,
  ReviewSource,
} from './model';
import { type Verdict, verdictOf } from './verdict';

/** How a review is made. */
export interface ReviewOptions {
  /** Moment from which next runs are counted; by default now. */
  readonly now?: Date;
  /** What nodes cost; without it costs are told in node hours. */
  readonly prices?: PriceTable;
}

/** A change with what it means. */
export interface ExplainedChange extends ResourceChange, Told {
  /** Everyday name of the type, such as `compute cluster`. */
  readonly kind: string;
  /** What people call it; of versions the name and the version. */
  readonly title: string;
  /** Construct that it belongs to, such as `Published`. */
  readonly construct: string;
}

/**
 * A review: every change with its meaning, what the checks find, what computes will cost, and what it all
 * comes to. It holds no sensitive value in any text.
 */
export class Review {
  /** Reviews what a reader of plans, or of synthesized configurations, has found. */
  public static of(input: ReviewInput, options: ReviewOptions = {}): Review {
    return new Review(input, options);
  }

  /** Whether it looked at plans or at configurations. */
  public readonly source: ReviewSource;
  /** What was reviewed. */
  public readonly stacks: readonly ReviewedStack[];
  /** Every change, dangers first. */
  public readonly changes: readonly ExplainedChange[];
  /** What the change introduces or removes, what weighs most first. */
  public readonly findings: readonly Finding[];
  /** Computes whose cost changes. */
  public readonly costs: readonly CostChange[];
  public readonly verdict: Verdict;

  private constructor(
    { stacks, source }: ReviewInput,
    { now = new Date(), prices }: ReviewOptions,
  ) {
    const changes = stacks.flatMap((stack) => changesOf(stack, now));
    this.source = source;
    this.stacks = stacks;
    this.changes = changes.sort((one, other) => order(one) - order(other));
    this.findings = findingsOf(
      stacks.flatMap((stack) => stack.changes),
      { tellsLifecycle: source === ReviewSource.SYNTH && stacks.some(holdsLifecycle) },
    );
    this.costs = costsOf(changes, prices);
    this.verdict = verdictOf(
      this.changes,
      this.findings,
      stacks.flatMap(({ outputs }) => outputs),
    );
  }
}

function changesOf(stack: ReviewedStack, now: Date): readonly ExplainedChange[] {
  const context = new StackContext(stack, now);
  return stack.changes
    .filter((change) => isChange(change))
    .map((change) => ({
      ...change,
      ...explain(change, context),
      kind: kindOf(change),
      title: titleOf(change),
      construct: constructOf(change),
    }));
}

/** Whether the reader kept the `lifecycle` of the configuration; where it did not, its absence says nothing. */
function holdsLifecycle({ resources }: ReviewedStack): boolean {
  return resources.some(({ after }) => at(after, 'lifecycle') !== undefined);
}

/** A resource that stays as it is and gets no other address is no change. */
function isChange({ action, movedFrom, importedId, deferred, isDrift }: ResourceChange): boolean {
  return (
    action !== ChangeAction.NONE ||
    movedFrom !== undefined ||
    importedId !== undefined ||
    deferred !== undefined ||
    isDrift
  );
}

function kindOf(change: ResourceChange): string {
  const key = typeKey(change);
  if (key.startsWith('action ')) return 'request';
  const known = RESOURCE_KINDS.get(key)?.[1];
  if (known !== undefined) return known;
  const last = key.includes('/') ? (change.armType ?? key) : change.type;
  return oneLine(change.mode === 'data' ? `data ${last}` : last);
}

function titleOf(change: ResourceChange): string {
  if (!typeKey(change).endsWith('/versions')) return oneLine(change.label);
  return `${assetName(change)} ${shortVersion(versionOf(change) ?? change.label)}`;
}

/** The construct by its path or, without one, by the address that cdktf makes of the path. */
function constructOf({ constructPath, address }: ResourceChange): string {
  const id = constructPath?.split('/')[1];
  if (id !== undefined) return oneLine(id);
  const name = /\.([A-Za-z0-9-]+)(?:_[^.]*)?_[0-9A-F]{8}(?:\[.*)?$/.exec(address)?.[1];
  return oneLine(name ?? address, 120);
}

const ACTIONS: readonly ChangeAction[] = [
  ChangeAction.DELETE,
  ChangeAction.REPLACE,
  ChangeAction.UPDATE,
  ChangeAction.CREATE,
  ChangeAction.NONE,
  ChangeAction.FORGET,
  ChangeAction.READ,
];

/** Dangers first, of those broadened roles and lost data, then by what is done. */
function order(change: ExplainedChange): number {
  const key = typeKey(change);
  const isRole = key.startsWith('azurerm_role_') && change.danger !== Danger.NONE;
  const isLoss = change.lost !== undefined && STATEFUL_TYPES.has(key);
  return (
    DANGERS.indexOf(change.danger) * 1000 +
    (change.isMinor ? 200 : 0) +
    (isRole ? 0 : isLoss ? 50 : 100) +
    ACTIONS.indexOf(change.action)
  );
}
