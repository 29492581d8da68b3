import type * as CronParser from 'cron-parser';
import { type Finding, Is, isUnresolved, type Rule, type Shape, validateValue } from './validation';

/** Props that hold a cron expression. */
export interface HasCronExpression {
  /** Minute, hour, day of month, month and day of week, divided by single spaces. */
  readonly expression: string;
}

/** When a cron expression is due, in the time zone that it is read in. */
export interface CronTimes {
  /** From 0 to 59, ascending. */
  readonly minutes: number[];
  /** From 0 to 23, ascending. */
  readonly hours: number[];
  /** From 0, Sunday, to 6, Saturday, ascending. */
  readonly daysOfWeek: readonly number[];
}

const FORM =
  'be minute (0-59), hour (0-23), *, * and day of week (0-6, Sunday is 0), divided by single spaces, such as 30 4 * * 1';

const FIELD =
  /^(?:\*|\d{1,2}(?:-\d{1,2})?)(?:\/\d{1,2})?(?:,(?:\*|\d{1,2}(?:-\d{1,2})?)(?:\/\d{1,2})?)*$/;

/** The largest value of each field. */
const LARGEST = [59, 23, 31, 12, 6];

const MACROS: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
]);

/**
 * Rules for the cron expressions of Azure Machine Learning schedules.
 *
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-schedule-pipeline-job#create-a-time-based-schedule-with-cron-expression, api-version 2025-06-01
 */
export const CRON_RULES: readonly Rule<HasCronExpression>[] = [
  {
    code: 'CronInvalid',
    check: ({ expression }) =>
      isUnresolved(expression) ? undefined : finding(expression, FORM, syntaxFault(expression)),
  },
  {
    code: 'CronFieldIgnored',
    check: ({ expression }) =>
      isUnresolved(expression) ||
      syntaxFault(expression) !== undefined ||
      ignoresNothing(expression)
        ? undefined
        : finding(
            expression,
            'have * for day of month and for month, which the service would ignore',
            'use a Recurrence with monthDays for certain days of the month',
          ),
  },
];

const SHAPE: Shape<HasCronExpression> = { expression: Is.text };

/**
 * The times at which a cron expression is due.
 *
 * @throws UnscopedValidationError CronInvalid, CronFieldIgnored
 */
export function cronTimes(expression: string): CronTimes {
  validateValue({ expression }, SHAPE, [
    {
      code: 'CronInvalid',
      check: () =>
        isUnresolved(expression)
          ? finding(expression, 'be known at synthesis', 'give the text itself, not a token')
          : undefined,
    },
    ...CRON_RULES,
  ]);
  const { minute, hour, dayOfWeek } = cronParser().CronExpressionParser.parse(expression).fields;
  return {
    minutes: minute.values,
    hours: hour.values,
    daysOfWeek: dayOfWeek.values.map(Number).filter((day) => day < 7),
  };
}

/** What is wrong with the syntax, as advice. */
function syntaxFault(expression: string): string | undefined {
  return wordFault(expression) ?? fieldFault(expression.split(' ')) ?? parserFault(expression);
}

function wordFault(expression: string): string | undefined {
  const macro = MACROS.get(expression);
  if (macro !== undefined) return `write ${macro}`;
  return /[a-z]/i.test(expression)
    ? 'write months and days of the week as numbers, Monday is 1'
    : undefined;
}

function fieldFault(fields: readonly string[]): string | undefined {
  if (fields.includes('')) return 'divide the fields by single spaces, without any before or after';
  if (fields.length === 6) return 'leave out the seconds';
  if (fields.length !== 5) return `give five fields instead of ${String(fields.length)}`;
  if (!fields.every((field) => FIELD.test(field))) {
    return 'write a field as *, a number, a range such as 1-5, with a step such as */15, or a list of those';
  }
  if (largest(fields.at(-1), /\d+/g) > 6) return 'write Sunday as 0';
  const steps = fields.map((field) => largest(field, /(?<=\/)\d+/g));
  const tooLong = steps.find((step, index) => step > (LARGEST[index] ?? 0));
  return tooLong === undefined
    ? undefined
    : `a step of ${String(tooLong)} is longer than the field`;
}

function parserFault(expression: string): string | undefined {
  try {
    cronParser().CronExpressionParser.parse(expression);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

function largest(field: string | undefined, numbers: RegExp): number {
  return Math.max(0, ...(field?.match(numbers) ?? []).map(Number));
}

function ignoresNothing(expression: string): boolean {
  const [, , dayOfMonth, month] = expression.split(' ');
  return dayOfMonth === '*' && month === '*';
}

function finding(got: string, must: string, fix: string | undefined): Finding | undefined {
  return fix === undefined ? undefined : { property: 'expression', must, got, fix };
}

/** Loaded when first needed: it brings a date library that most programs never use. */
function cronParser(): typeof CronParser {
  return require('cron-parser') as typeof CronParser;
}
