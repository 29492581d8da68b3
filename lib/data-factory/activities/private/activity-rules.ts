import { Is, mismatches, type PropertyType, type Rule, type Shape } from '../../../core/validation';
import { DependencyCondition } from '../../dependency-condition';
import type { Activity, ActivityDependency, ActivityProps } from '../activity';

interface NamedActivity extends Required<Pick<ActivityProps, 'dependsOn'>> {
  readonly name: string;
  readonly description?: string;
}

const CONDITIONS = Is.known(Is.list(Is.oneOf(Object.values(DependencyCondition))));

const DEPENDENCY: PropertyType = {
  name: 'an ActivityDependency',
  accepts: (value) => {
    if (!Is.object.accepts(value)) return false;
    const { activity, conditions } = value as Partial<ActivityDependency>;
    return (
      Is.text.accepts(activity) && (conditions === undefined || CONDITIONS.accepts(conditions))
    );
  },
};

export const ACTIVITY_SHAPE: Shape<NamedActivity> = {
  name: Is.text,
  dependsOn: Is.known(Is.list(Is.known(DEPENDENCY))),
  description: Is.optional(Is.text),
};

/** Longest name of an activity. */
export const MAX_ACTIVITY_NAME = 55;

/** @see https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities#activity-json */
const NAME = /^[\p{L}\p{N}_][^.+?/<>*%&:\\]{0,54}$/u;

export const ACTIVITY_RULES: readonly Rule<NamedActivity>[] = [
  {
    code: 'ActivityNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: `be 1 to ${String(MAX_ACTIVITY_NAME)} characters, starting with a letter, digit or "_", without . + ? / < > * % & : \\`,
            got: name,
          }
        : undefined,
  },
  {
    code: 'ActivityDependencyInvalid',
    check: ({ dependsOn }) => {
      const index = dependsOn.findIndex(({ conditions }) => conditions?.length === 0);
      return index === -1
        ? undefined
        : {
            property: `dependsOn[${String(index)}].conditions`,
            must: 'hold at least one condition',
            got: [],
            fix: 'leave it out to wait for success',
          };
    },
  },
];

interface Dependency {
  readonly activity: Activity;
  readonly condition: DependencyCondition;
}

export const DEPENDENCY_SHAPE: Shape<Dependency> = {
  activity: Is.having('an activity', 'name', 'dependencies'),
  condition: Is.oneOf(Object.values(DependencyCondition)),
};
