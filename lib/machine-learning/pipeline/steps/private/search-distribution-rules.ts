import { Is, isOutside, isUnresolved, type Rule, type Shape } from '../../../../core/validation';
import { LITERAL } from '../../private/literal';
import { belowFinding } from './below-finding';

interface Choice {
  readonly values: readonly (string | number | boolean)[];
}

export const CHOICE_SHAPE: Shape<Choice> = { values: Is.known(Is.list(LITERAL)) };

export const CHOICE_RULES: readonly Rule<Choice>[] = [
  {
    code: 'SearchChoicesInvalid',
    check: ({ values }) =>
      values.length === 0 || values.some((value) => typeof value !== typeof values[0])
        ? { property: 'values', must: 'be at least one value, all of one type', got: values }
        : undefined,
  },
];

export const RANDINT_SHAPE: Shape<{ readonly upper: number }> = { upper: Is.integer };

export const RANDINT_RULES: readonly Rule<{ readonly upper: number }>[] = [
  { code: 'SearchUpperOutOfRange', check: ({ upper }) => belowFinding('upper', upper, 1) },
];

interface Stepped {
  readonly step?: number | undefined;
}

interface Bounds extends Stepped {
  readonly min: number;
  readonly max: number;
}

interface Normal extends Stepped {
  readonly mu: number;
  readonly sigma: number;
}

const STEP_RULES: readonly Rule<Stepped>[] = [
  {
    code: 'SearchStepInvalid',
    check: ({ step }) =>
      isOutside(step, Number.MIN_VALUE, Number.MAX_VALUE)
        ? { property: 'step', must: 'be more than 0', got: step }
        : undefined,
  },
];

export const BOUNDS_SHAPE: Shape<Bounds> = {
  min: Is.number,
  max: Is.number,
  step: Is.optional(Is.number),
};

export const BOUNDS_RULES: readonly Rule<Bounds>[] = [
  {
    code: 'SearchBoundsInvalid',
    check: ({ min, max }) =>
      !isUnresolved(min) && !isUnresolved(max) && min >= max
        ? { property: 'max', must: `be more than min, ${String(min)}`, got: max }
        : undefined,
  },
  ...STEP_RULES,
];

export const NORMAL_SHAPE: Shape<Normal> = {
  mu: Is.number,
  sigma: Is.number,
  step: Is.optional(Is.number),
};

export const NORMAL_RULES: readonly Rule<Normal>[] = [
  {
    code: 'SearchDeviationInvalid',
    check: ({ sigma }) =>
      isOutside(sigma, Number.MIN_VALUE, Number.MAX_VALUE)
        ? { property: 'sigma', must: 'be more than 0', got: sigma }
        : undefined,
  },
  ...STEP_RULES,
];
