import { findingsOf } from '../policy/evaluate';
import type { Finding } from '../policy/finding';
import { textAt } from '../policy/plan-state';
import { STATEFUL_TYPES } from '../policy/stateful-types';
import { typeKey } from '../policy/type-key';
import { RESOURCE_KINDS } from '../summary/private/resource-kinds';
import { explained, type ExplainedChange } from './explained-change';
import { type CostChange, costsOf, type PriceTable } from './meaning/cost';
import { Danger, DANGERS } from './meaning/danger';
import { explain } from './meaning/explain';
import { StackContext } from './meaning/stack-context';
import { oneLine } from './meaning/told';
import { isRoleAssignment, roleTitle } from './meaning/role-grant';
import { assetName, shortVersion, versionOf } from './meaning/version-names';
import {
  ChangeAction,
  type ResourceChange,
  type ReviewedStack,
  type ReviewInput,
  type ReviewSource,
} from './model';
import { type Verdict, verdictOf } from './verdict';

export type { ExplainedChange } from './explained-change';

/** How a review is made. */
export interface ReviewOptions {
  /** Moment from which next runs are counted; by default now. */
  readonly now?: Date;
  /** What nodes cost; without it costs are told in node hours. */
  readonly prices?: PriceTable;
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
    { stacks, source, tellsLifecycle = false }: ReviewInput,
    { now = new Date(), prices }: ReviewOptions,
  ) {
    const changes = stacks.flatMap((stack) => changesOf(stack, now));
    this.source = source;
    this.stacks = stacks;
    this.changes = inOrder(changes);
    this.findings = findingsOf(
      stacks.flatMap((stack) => stack.changes),
      { tellsLifecycle },
    );
    this.costs = costsOf(changes, prices);
    this.verdict = verdictOf(this.changes, this.findings, stacks);
  }
}

function changesOf(stack: ReviewedStack, now: Date): readonly ExplainedChange[] {
  const context = new StackContext(stack, now);
  return stack.changes
    .filter((change) => isChange(change))
    .map((change) =>
      explained(change, explain(change, context), {
        kind: named(kindOf(change), 'resource'),
        title: named(titleOf(change, context), 'without a name'),
        construct: named(constructOf(change), 'without a name'),
      }),
    )
    .filter((change) => !saysNothing(change));
}

function named(name: string, otherwise: string): string {
  return name.trim() === '' ? otherwise : name;
}

/** Drift of which all that is known is what Azure answers of its own accord. */
function saysNothing({ isDrift, differences, details }: ExplainedChange): boolean {
  return isDrift && differences.length > 0 && details.length === 0;
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

function titleOf(change: ResourceChange, context: StackContext): string {
  const key = typeKey(change);
  const { label, name } = change;
  if (isRoleAssignment(key)) return roleTitle(change, context);
  if (key.endsWith('/versions')) return versionTitle(change);
  if (key.startsWith('action ')) return oneLine(requestedId(change) ?? withoutHash(name));
  return withName(oneLine(label === name ? withoutHash(label) : label), change);
}

/** What cdktf ends names with. */
function withoutHash(name: string): string {
  return name.replace(/_[0-9A-F]{8}$/, '');
}

/** The name of the resource that a request is sent to. */
function requestedId({ before, after }: ResourceChange): string | undefined {
  const id = textAt(after, 'resource_id') ?? textAt(before, 'resource_id');
  return id?.startsWith('/') === true ? id.split('/').at(-1) : undefined;
}

function versionTitle(change: ResourceChange): string {
  const version = versionOf(change) ?? change.label;
  const name = assetName(change);
  return name === version ? shortVersion(version) : `${name} ${shortVersion(version)}`;
}

/**
 * The construct by its path or, without one, by the address that cdktf makes of the path; of what is written by
 * hand the module.
 */
function constructOf(change: ResourceChange): string {
  const construct = constructIdOf(change);
  if (construct !== undefined) return oneLine(construct);
  const module = MODULE.exec(change.address)?.[0].slice(0, -1);
  return oneLine(module ?? 'root module', 120);
}

function constructIdOf({ constructPath, address }: ResourceChange): string | undefined {
  return (
    constructPath?.split('/')[1] ??
    /\.([A-Za-z0-9-]+)(?:_[^.]*)?_[0-9A-F]{8}(?:\[.*)?$/.exec(address)?.[1]
  );
}

/** The modules that an address begins with, each perhaps with a key. */
const MODULE = /^(?:module\.[\w-]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.)+/;

/** What is written by hand is known by its name in the configuration, whatever it is called in the cloud. */
function withName(label: string, change: ResourceChange): string {
  if (constructIdOf(change) !== undefined) return label;
  const { address, type, name } = change;
  const key = address.slice(address.lastIndexOf(`${type}.${name}`) + type.length + 1);
  const local = address.includes(`${type}.${name}`) ? key : name;
  if (label === '') return oneLine(local);
  return local === label ? label : `${label} (${oneLine(local)})`;
}

function inOrder(changes: readonly ExplainedChange[]): readonly ExplainedChange[] {
  return changes
    .map((change) => ({ change, rank: order(change) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ change }) => change);
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
