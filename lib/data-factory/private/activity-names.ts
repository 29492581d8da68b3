import type { ArmActivity } from '../activities/private/activity-body';

const NESTS = ['activities', 'ifTrueActivities', 'ifFalseActivities', 'defaultActivities'];

/** Names of activities and of those inside them; they share one name space. Pure. */
export function namesIn(activities: readonly ArmActivity[]): readonly string[] {
  return activities.flatMap((activity) => [activity.name, ...namesIn(nestedIn(activity))]);
}

/** The activities directly inside an activity. Pure. */
export function nestedIn({ typeProperties }: ArmActivity): readonly ArmActivity[] {
  return Object.entries(typeProperties ?? {}).flatMap(([key, value]) => {
    if (NESTS.includes(key)) return value as readonly ArmActivity[];
    if (key !== 'cases') return [];
    const cases = value as readonly { readonly activities?: readonly ArmActivity[] }[];
    return cases.flatMap(({ activities = [] }) => activities);
  });
}
