import { ChangeAction, type PlanValue, type ResourceChange } from '../review/model';
import { CHANGE_CHECKS, STATE_CHECKS } from './built-in-checks';
import type { CheckDescription, CheckedResource, StateCheck, Violation } from './check';
import { type Finding, FindingStatus } from './finding';
import { SEVERITIES } from './severity';
import { typeKey } from './type-key';

/** Checks by the types that they look at. */
class CheckIndex<C extends CheckDescription> {
  private readonly everywhere: readonly C[];
  private readonly byType = new Map<string, C[]>();
  private readonly joined = new Map<string, readonly C[]>();

  public constructor(checks: readonly C[]) {
    this.everywhere = checks.filter(({ types }) => types.length === 0);
    for (const check of checks) {
      for (const type of check.types) {
        this.byType.set(type, [...(this.byType.get(type) ?? []), check]);
      }
    }
  }

  public for(type: string): readonly C[] {
    const own = this.byType.get(type);
    if (own === undefined) return this.everywhere;
    const known = this.joined.get(type) ?? [...this.everywhere, ...own];
    this.joined.set(type, known);
    return known;
  }
}

const OF_STATES = new CheckIndex(STATE_CHECKS);
const OF_CHANGES = new CheckIndex(CHANGE_CHECKS);

/** What is known of the resources that are looked at. */
export interface EvaluationOptions {
  /** Whether their states hold the `lifecycle` of the configuration, where there is one. */
  readonly tellsLifecycle: boolean;
}

/** What stays as it is in Azure: nothing is introduced by it, or removed. */
const IDLE: readonly ChangeAction[] = [ChangeAction.NONE, ChangeAction.READ, ChangeAction.FORGET];

/**
 * What the built-in checks find that changes introduce or remove, what weighs most first. Drift is what
 * happened already, and data sources change nothing: neither is looked at.
 */
export function findingsOf(
  changes: readonly ResourceChange[],
  { tellsLifecycle }: EvaluationOptions,
): readonly Finding[] {
  const findings = changes.flatMap((change) =>
    change.isDrift || change.mode === 'data' || IDLE.includes(change.action)
      ? []
      : findingsOfChange(change, tellsLifecycle),
  );
  return SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity));
}

function findingsOfChange(change: ResourceChange, tellsLifecycle: boolean): readonly Finding[] {
  const type = typeKey(change);
  // What is deleted is no better protected for it.
  const known = { type, tellsLifecycle: tellsLifecycle && change.action !== ChangeAction.DELETE };
  const ofStates = OF_STATES.for(type).flatMap((check) => comparison(check, known, change));
  const ofChange = OF_CHANGES.for(type).flatMap((check) =>
    check
      .violations(change)
      .map((violation) => finding(check, change, violation, FindingStatus.INTRODUCED)),
  );
  return [...ofChange, ...ofStates];
}

type Known = Omit<CheckedResource, 'state'>;

function comparison(
  check: StateCheck,
  resource: Known,
  change: ResourceChange,
): readonly Finding[] {
  const before = violationsIn(check, resource, change.before);
  const after = violationsIn(check, resource, change.after);
  if (before.length === 0 && after.length === 0) return [];
  return [
    ...missingIn(before, after, check).map((violation) =>
      finding(check, change, violation, FindingStatus.INTRODUCED),
    ),
    ...missingIn(after, before, check).map((violation) =>
      finding(check, change, violation, FindingStatus.REMOVED),
    ),
  ];
}

function violationsIn(
  check: StateCheck,
  resource: Known,
  state: PlanValue | undefined,
): readonly Violation[] {
  return state === undefined || state === null ? [] : check.violations({ ...resource, state });
}

/** Those of the second list that the first has not, or has with another weight. */
function missingIn(
  known: readonly Violation[],
  found: readonly Violation[],
  check: CheckDescription,
): readonly Violation[] {
  const keys = new Set(known.map((violation) => keyOf(violation, check)));
  return found.filter((violation) => !keys.has(keyOf(violation, check)));
}

function keyOf({ path, severity }: Violation, check: CheckDescription): string {
  return JSON.stringify([severity ?? check.severity, ...path]);
}

function finding(
  check: CheckDescription,
  { stack, address, label }: ResourceChange,
  { text, path, severity }: Violation,
  status: FindingStatus,
): Finding {
  return {
    check,
    severity: severity ?? check.severity,
    status,
    stack,
    address,
    label,
    text,
    path,
  };
}
