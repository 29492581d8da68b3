import { Is, mismatches, type PropertyType, type Rule, type Shape } from '../../../core/validation';
import { DependencyCondition } from '../../dependency-condition';
import type { Activity, ActivityDependency, ActivityProps } from '../activity';
import { InactiveMark } from '../inactive-mark';

interface NamedActivity
  extends Required<Omit<ActivityProps, 'description'>>, Pick<ActivityProps, 'description'> {
  readonly name: string;
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
  userProperties: Is.known(Is.map(Is.text)),
  enabled: Is.known(Is.boolean),
  onInactiveMarkAs: Is.known(Is.oneOf(Object.values(InactiveMark))),
};

const MAX_USER_PROPERTIES = 5;

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
  {
    code: 'ActivityUserPropertiesOutOfRange',
    check: ({ userProperties }) => {
      const names = Object.keys(userProperties);
      return names.length <= MAX_USER_PROPERTIES && !names.includes('')
        ? undefined
        : {
            property: 'userProperties',
            must: `hold at most ${String(MAX_USER_PROPERTIES)} properties, none with an empty name`,
            got: names,
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
