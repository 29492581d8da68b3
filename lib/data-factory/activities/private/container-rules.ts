import { Is, mismatches, type Finding, type PropertyType } from '../../../core/validation';

/** Activities that stand in another one; which there are decides what is made. */
export const ACTIVITIES: PropertyType = Is.known(
  Is.list(Is.having('an Activity', 'name', 'dependencies', '_bind')),
);

/** An expression, where the service takes nothing else. */
export function expressionFinding(property: string, text: string): Finding | undefined {
  return mismatches(text, /^@(?!@)[^]/)
    ? {
        property,
        must: 'be an expression, which starts with "@"',
        got: text,
        fix: 'build it with DataFactoryExpression',
      }
    : undefined;
}

/** At least one activity. */
export function someFinding(property: string, activities: readonly unknown[]): Finding | undefined {
  return activities.length === 0
    ? { property, must: 'hold at least one activity', got: activities }
    : undefined;
}
