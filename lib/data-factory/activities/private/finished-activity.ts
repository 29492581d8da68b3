import type { StringMap } from '../../../azapi/azapi-types';
import type { InactiveMark } from '../inactive-mark';
import type { ArmActivities, ArmActivity } from './activity-body';
import type { BoundActivity } from './activity-context';

/** What holds for activities of all kinds. */
export interface ActivitySettings {
  readonly userProperties: StringMap;
  readonly enabled: boolean;
  readonly onInactiveMarkAs: InactiveMark;
}

/** An activity of a pipeline, as the service takes it. */
export interface FinishedActivity extends BoundActivity {
  /** Whether it does anything. */
  readonly enabled: boolean;
}

const INACTIVE = 'Inactive';

/** An activity with what holds for all kinds: the first of several carries what is shown of it. Pure. */
export function finished(parts: BoundActivity, settings: ActivitySettings): FinishedActivity {
  const { userProperties, onInactiveMarkAs } = settings;
  const enabled = settings.enabled && !isDisabled(parts) && !parts.activities.every(isInactive);
  const [first, ...rest] = parts.activities;
  const activities: ArmActivities = [showing(first, userProperties), ...rest];
  return {
    ...parts,
    enabled,
    activities: enabled ? activities : inactive(activities, onInactiveMarkAs),
    runs: parts.runs.map((run) => ({ ...run, enabled: run.enabled && enabled })),
    executes: parts.executes?.map((one) => ({ ...one, enabled: one.enabled && enabled })) ?? [],
  };
}

/** Whether there is nothing to do but to run machine learning pipelines that are disabled. */
function isDisabled({ runs, otherWork }: BoundActivity): boolean {
  const hasWork = otherWork ?? runs.length === 0;
  return !hasWork && runs.every(({ enabled }) => !enabled);
}

function showing(activity: ArmActivity, userProperties: StringMap): ArmActivity {
  const shown = Object.entries(userProperties).map(([name, value]) => ({ name, value }));
  return shown.length === 0 ? activity : { ...activity, userProperties: shown };
}

function inactive([first, ...rest]: ArmActivities, onInactiveMarkAs: InactiveMark): ArmActivities {
  const marked = (activity: ArmActivity): ArmActivity =>
    isInactive(activity) ? activity : { ...activity, state: INACTIVE, onInactiveMarkAs };
  return [marked(first), ...rest.map(marked)];
}

/** Those of documents may say so themselves. */
function isInactive({ state }: ArmActivity): boolean {
  return state === INACTIVE;
}
