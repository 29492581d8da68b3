import type { ArmActivity } from '../activities/private/activity-body';

const NESTS = ['activities', 'ifTrueActivities', 'ifFalseActivities'];

/** Names of activities and of those inside them; they share one name space. Pure. */
export function namesIn(activities: readonly ArmActivity[]): readonly string[] {
  return activities.flatMap(({ name, typeProperties }) => [name, ...nested(typeProperties)]);
}

function nested(typeProperties: unknown): readonly string[] {
  const members = Object.entries(typeProperties as object);
  return members.flatMap(([key, value]) =>
    NESTS.includes(key) ? namesIn(value as readonly ArmActivity[]) : [],
  );
}
