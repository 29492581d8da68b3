import { at, entriesAt, flagAt } from '../../policy/plan-state';
import { ChangeAction, type ResourceChange } from '../model';
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
import { toldMove, toldNext, toldTimes } from './schedule-times';
import type { StackContext } from './stack-context';
import { fromTo, listed, told } from './told';
import { toldVersion, versionedName } from './version-names';

const TRIGGER = ['body', 'properties', 'trigger'];
const JOB = ['body', 'properties', 'action', 'jobDefinition'];
const ENABLED = ['body', 'properties', 'isEnabled'];

/** Schedules of Azure Machine Learning. */
export const explainSchedule: Explainer = (change, context) => {
  if (change.action === ChangeAction.CREATE) {
    return inWords(() => {
      const trigger = at(change.after, ...TRIGGER);
      const paused = flagAt(change.after, ...ENABLED) === false;
      const next = paused ? ', paused' : toldNext(trigger, context.now);
      return [`runs ${toldTimes(trigger)}${next}`];
    });
  }
  if (change.action === ChangeAction.DELETE) {
    return { lines: [`no longer runs ${toldTimes(at(change.before, ...TRIGGER))}`], covered: [] };
  }
  return joined(
    enabledOf(change, ENABLED),
    timesOf(change, context),
    versionOf(change, context),
    inputsOf(change),
  );
};

/** What became of a switch that says whether something fires. */
export function enabledOf(change: ResourceChange, path: readonly string[]): Explanation {
  if (!differsAt(change, ...path)) return NOTHING;
  const isOn = flagAt(change.after, ...path);
  if (isOn === undefined) return NOTHING;
  return isOn
    ? { lines: ['is enabled: it fires again'], covered: [path] }
    : { lines: ['is disabled: it no longer fires'], covered: [path], danger: Danger.CAREFUL };
}

function timesOf(change: ResourceChange, { now }: StackContext): Explanation {
  if (!differsAt(change, ...TRIGGER)) return NOTHING;
  const [before, after] = both(change, ...TRIGGER);
  return { lines: [toldMove(before, after, now)], covered: [TRIGGER] };
}

function versionOf(change: ResourceChange, context: StackContext): Explanation {
  const path = [...JOB, 'componentId'];
  if (!differsAt(change, ...path)) return NOTHING;
  const [before, after] = both(change, ...path);
  const name = versionedName(before, context) ?? versionedName(after, context);
  const what = name === undefined ? 'another pipeline' : `pipeline ${name}`;
  const [from, to] = [toldVersion(before, context, name), toldVersion(after, context, name)];
  // Of a workspace that is replaced, the same version is made again.
  const lines = from === to ? [] : [`runs ${what}: version ${from} to ${to}`];
  return { lines, covered: [path] };
}

function inputsOf(change: ResourceChange): Explanation {
  const path = [...JOB, 'inputs'];
  if (!differsAt(change, ...path)) return NOTHING;
  const [before, after] = both(change, ...path);
  const names = new Set([...entriesAt(before), ...entriesAt(after)].map(([name]) => name));
  const changed = [...names].filter((name) => differsAt(change, ...path, name));
  if (changed.length === 0) return NOTHING;
  const values = changed.map((name) => {
    const [old, young] = [before, after].map((inputs) => valueOf(at(inputs, name)));
    return `${told(name)} ${fromTo(old, young)}`;
  });
  return { lines: [`passes other inputs: ${listed(values)}`], covered: [path] };
}

function valueOf(input: Parameters<typeof at>[0]): Parameters<typeof told>[0] {
  return at(input, 'value') ?? at(input, 'uri') ?? input;
}
