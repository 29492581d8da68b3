import type {
  ArmActivities,
  ArmActivity,
  ArmDependency,
} from '../activities/private/activity-body';
import { DependencyCondition } from '../dependency-condition';

/** An activity as it was added, with those that it became. */
export interface ActivityChain {
  readonly name: string;
  /** What it became: each waits for the success of the one before. */
  readonly activities: ArmActivities;
  readonly dependencies: readonly ChainDependency[];
}

/** That a chain waits for another one. */
export interface ChainDependency {
  readonly activity: string;
  readonly conditions?: readonly DependencyCondition[];
}

const { SUCCEEDED, FAILED, SKIPPED, COMPLETED } = DependencyCondition;

/**
 * The activities of all chains; the first of each waits for what the chain waits for. Pure.
 *
 * Dependencies on chains that are not among them are left out: they are reported elsewhere.
 */
export function renderChains(chains: readonly ActivityChain[]): readonly ArmActivity[] {
  return chains.flatMap((chain) => {
    const [first, ...rest] = chain.activities;
    return [{ ...first, dependsOn: dependenciesOf(chain, chains) }, ...rest];
  });
}

function dependenciesOf(
  chain: ActivityChain,
  chains: readonly ActivityChain[],
): readonly ArmDependency[] {
  const conditions = new Map<string, readonly DependencyCondition[]>();
  for (const { activity, conditions: more = [SUCCEEDED] } of chain.dependencies) {
    conditions.set(activity, [...new Set([...(conditions.get(activity) ?? []), ...more])]);
  }
  return [...conditions].flatMap(([name, anyOf]) => {
    const target = chains.find((other) => other.name === name);
    return target === undefined ? [] : onChain(target.activities, anyOf);
  });
}

/**
 * What waiting for a chain is, said of its activities. Pure.
 *
 * Where one of them fails, those after it are skipped. So the chain has failed when its first has run
 * and its last has failed or was skipped; the service takes any of the conditions on one activity, and
 * all activities.
 *
 * @see https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-failure-error-handling
 */
export function onChain(
  activities: ArmActivities,
  anyOf: readonly DependencyCondition[],
): readonly ArmDependency[] {
  const [first, ...rest] = activities;
  const last = rest.at(-1);
  if (last === undefined) return [dependency(first, anyOf)];
  const skipped = anyOf.filter((condition) => condition === SKIPPED);
  if (anyOf.includes(FAILED) || anyOf.includes(COMPLETED)) {
    const succeeded = anyOf.includes(SUCCEEDED) || anyOf.includes(COMPLETED) ? [SUCCEEDED] : [];
    return [
      dependency(first, [COMPLETED, ...skipped]),
      dependency(last, [...succeeded, FAILED, SKIPPED]),
    ];
  }
  if (skipped.length === 0) return [dependency(last, anyOf)];
  return anyOf.includes(SUCCEEDED)
    ? activities.map((activity) => dependency(activity, [SUCCEEDED, SKIPPED]))
    : [dependency(first, [SKIPPED])];
}

function dependency(
  { name }: ArmActivity,
  dependencyConditions: readonly DependencyCondition[],
): ArmDependency {
  return { activity: name, dependencyConditions };
}
