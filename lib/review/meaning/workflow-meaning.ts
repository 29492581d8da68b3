import { at, entriesAt, isObject, textAt } from '../../policy/plan-state';
import { ChangeAction, type PlanValue, type ResourceChange } from '../model';
import { Danger } from './danger';
import {
  both,
  differsAt,
  type Explainer,
  type Explanation,
  inWords,
  joined,
  NOTHING,
} from './explanation';
import { explainParts, toldParts } from './parts-told';
import { toldMove, toldNext, toldTimes } from './schedule-times';
import type { StackContext } from './stack-context';
import { counted, oneLine } from './told';

const DEFINITION = ['body', 'properties', 'definition'];
const TRIGGERS = [...DEFINITION, 'triggers'];
const ACTIONS = [...DEFINITION, 'actions'];
const STATE = ['body', 'properties', 'state'];

/** Logic Apps: when they start, and what they do by name. */
export const explainWorkflow: Explainer = (change, context) => {
  if (change.action === ChangeAction.CREATE) {
    return inWords(() => [
      ...entriesAt(change.after, ...TRIGGERS).flatMap(([name, trigger]) =>
        newTrigger(name, trigger, context),
      ),
      ...toldParts(at(change.after, ...ACTIONS), 'action'),
    ]);
  }
  if (change.action === ChangeAction.DELETE) return NOTHING;
  return joined(
    stateOf(change),
    triggersOf(change, context),
    explainParts(change, ACTIONS, 'action'),
  );
};

function stateOf(change: ResourceChange): Explanation {
  if (!differsAt(change, ...STATE)) return NOTHING;
  const state = textAt(change.after, ...STATE);
  if (state === 'Disabled') {
    return {
      lines: ['is disabled: it no longer fires'],
      covered: [STATE],
      danger: Danger.CAREFUL,
    };
  }
  return state === 'Enabled'
    ? { lines: ['is enabled: it fires again'], covered: [STATE] }
    : NOTHING;
}

function triggersOf(change: ResourceChange, context: StackContext): Explanation {
  const [before, after] = both(change, ...TRIGGERS);
  const recurring = entriesAt(after).filter(
    ([name]) => isObject(at(before, name)) && differsAt(change, ...TRIGGERS, name, 'recurrence'),
  );
  const moved = recurring.map(([name, trigger]) =>
    movedTrigger(at(before, name, 'recurrence'), at(trigger, 'recurrence'), {
      polls: textAt(trigger, 'type') !== 'Recurrence',
      context,
    }),
  );
  const others = explainParts(change, TRIGGERS, 'trigger');
  // What a line on its times tells is not told again as a changed key.
  const lines = others.lines.filter(
    (line) =>
      !recurring.some(([name]) => line === `trigger changed: ${oneLine(name)} (recurrence)`),
  );
  return { lines: [...moved, ...lines], covered: moved.length > 0 ? [TRIGGERS] : others.covered };
}

function movedTrigger(
  before: PlanValue | undefined,
  after: PlanValue | undefined,
  { polls, context }: { readonly polls: boolean; readonly context: StackContext },
): string {
  return polls ? `polls ${movedPeriod(before, after)}` : toldMove(before, after, context.now);
}

/** Shorter where the unit is the same: every 5 to 1 minutes. */
function movedPeriod(before: PlanValue | undefined, after: PlanValue | undefined): string {
  const [from, to] = [period(before), period(after)];
  if (from === undefined || to === undefined) return `${toldTimes(before)} to ${toldTimes(after)}`;
  return from.unit === to.unit
    ? `every ${String(from.count)} to ${String(to.count)} ${to.unit}s`
    : `every ${counted(from.count, from.unit)} to ${counted(to.count, to.unit)}`;
}

function period(
  value: PlanValue | undefined,
): { readonly count: number; readonly unit: string } | undefined {
  const unit = textAt(value, 'frequency');
  const count = at(value, 'interval') ?? 1;
  if (unit === undefined || typeof count !== 'number') return undefined;
  return { count, unit: oneLine(unit.toLowerCase(), 20) };
}

function newTrigger(name: string, trigger: PlanValue, { now }: StackContext): readonly string[] {
  const recurrence = at(trigger, 'recurrence');
  if (recurrence === undefined) {
    const type = textAt(trigger, 'type');
    return [`starts by ${oneLine(name)}${type === undefined ? '' : ` (${oneLine(type)})`}`];
  }
  const isClock = textAt(trigger, 'type') === 'Recurrence';
  const verb = isClock ? 'runs' : 'polls';
  return [`${verb} ${toldTimes(recurrence)}${isClock ? toldNext(recurrence, now) : ''}`];
}
