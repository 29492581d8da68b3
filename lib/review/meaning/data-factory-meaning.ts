import { at, listAt, textAt } from '../../policy/plan-state';
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
import { partsIn } from './named-parts';
import { explainParts, toldParts } from './parts-told';
import { toldMove, toldNext, toldTimes } from './schedule-times';
import type { StackContext } from './stack-context';
import { counted, listed, oneLine } from './told';

const PROPERTIES = ['body', 'properties'];
const ACTIVITIES = [...PROPERTIES, 'activities'];

/** Pipelines of Data Factory: their activities, parameters and variables by name. */
export const explainFactoryPipeline: Explainer = (change) => {
  if (change.action === ChangeAction.CREATE) {
    return inWords(() => toldParts(at(change.after, ...ACTIVITIES), 'activity').map(plural));
  }
  if (change.action === ChangeAction.DELETE) return NOTHING;
  return joined(
    statesOf(change),
    explainParts(change, ACTIVITIES, 'activity'),
    explainParts(change, [...PROPERTIES, 'parameters'], 'parameter'),
    explainParts(change, [...PROPERTIES, 'variables'], 'variable'),
  );
};

/** Which activities are no longer run, or again; those that are new or gone are told as such. */
function statesOf(change: ResourceChange): Explanation {
  if (!differsAt(change, ...ACTIVITIES)) return NOTHING;
  const [before, after] = both(change, ...ACTIVITIES);
  const [old, young] = [inactiveParts(before), inactiveParts(after)];
  const turned = (inactive: boolean): readonly string[] =>
    [...young].flatMap(([name, is]) => (is === inactive && old.get(name) === !is ? [name] : []));
  const [off, on] = [turned(true), turned(false)];
  return {
    lines: [
      ...(off.length === 0 ? [] : [`no longer run: ${listed(off)}`]),
      ...(on.length === 0 ? [] : [`run again: ${listed(on)}`]),
    ],
    covered: [],
    ...(off.length === 0 ? {} : { danger: Danger.CAREFUL }),
  };
}

/** By name, whether an activity is not run. */
function inactiveParts(activities: PlanValue | undefined): ReadonlyMap<string, boolean> {
  return new Map(
    partsIn(activities).map((part) => [part.name, textAt(part.own, 'state') === 'Inactive']),
  );
}

function plural(line: string): string {
  return line.replace(/^(\d+) activitys/, '$1 activities');
}

const TYPE_PROPERTIES = [...PROPERTIES, 'typeProperties'];
const RECURRENCE = [...TYPE_PROPERTIES, 'recurrence'];
const PIPELINES = [...PROPERTIES, 'pipelines'];

/** Triggers of Data Factory: their times or windows, and what they start. */
export const explainFactoryTrigger: Explainer = (change, context) => {
  if (change.action === ChangeAction.CREATE) {
    return inWords(() => newTrigger(change.after, context));
  }
  if (change.action === ChangeAction.DELETE) return NOTHING;
  return joined(timesOf(change, context), windowsOf(change), startedBy(change));
};

function newTrigger(after: PlanValue | undefined, { now }: StackContext): readonly string[] {
  const recurrence = at(after, ...RECURRENCE);
  const names = startedNames(after);
  const what = names.length === 0 ? 'nothing yet' : listed(names);
  if (recurrence !== undefined) {
    return [`starts ${what} ${toldTimes(recurrence)}${toldNext(recurrence, now)}`];
  }
  const window = at(after, ...TYPE_PROPERTIES);
  const size = toldWindow(window);
  if (size !== undefined) return [`starts ${what} for windows of ${size}`];
  const type = textAt(after, ...PROPERTIES, 'type');
  return [`starts ${what}${type === undefined ? '' : ` by ${oneLine(type)}`}`];
}

function startedNames(state: PlanValue | undefined): readonly string[] {
  return listAt(state, ...PIPELINES).flatMap((pipeline) => {
    const name = textAt(pipeline, 'pipelineReference', 'referenceName');
    return name === undefined ? [] : [oneLine(name)];
  });
}

function timesOf(change: ResourceChange, { now }: StackContext): Explanation {
  if (!differsAt(change, ...RECURRENCE)) return NOTHING;
  const [before, after] = both(change, ...RECURRENCE);
  if (before === undefined || after === undefined) return NOTHING;
  return { lines: [toldMove(before, after, now)], covered: [RECURRENCE] };
}

function windowsOf(change: ResourceChange): Explanation {
  const paths = ['frequency', 'interval'].map((key) => [...TYPE_PROPERTIES, key]);
  if (!paths.some((path) => differsAt(change, ...path))) return NOTHING;
  const [before, after] = both(change, ...TYPE_PROPERTIES).map(toldWindow);
  if (before === undefined || after === undefined) return NOTHING;
  return { lines: [`windows of ${before} become ${after}`], covered: paths };
}

function toldWindow(value: PlanValue | undefined): string | undefined {
  const [unit, count] = [textAt(value, 'frequency'), at(value, 'interval')];
  if (unit === undefined || typeof count !== 'number') return undefined;
  return counted(count, oneLine(unit.toLowerCase(), 20));
}

function startedBy(change: ResourceChange): Explanation {
  if (!differsAt(change, ...PIPELINES)) return NOTHING;
  const [before, after] = [startedNames(change.before), startedNames(change.after)];
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  const lines = [
    ...(added.length === 0 ? [] : [`also starts ${listed(added)}`]),
    ...(removed.length === 0 ? [] : [`no longer starts ${listed(removed)}`]),
  ];
  return lines.length === 0 ? NOTHING : { lines, covered: [PIPELINES] };
}
