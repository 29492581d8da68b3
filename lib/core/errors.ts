import type { IConstruct } from 'constructs';
import { OWN_ENGINE } from './engine/own-cdktf';

/** One thing that is wrong with what a caller gave. */
export interface Problem {
  /** Stable code, listed with cause and fix in `docs/errors.md`. */
  readonly code: string;
  /** Where in the props, such as `maxNodes` or `trigger.hours[0]`. */
  readonly property: string;
  /** The constraint, to be read after "must", such as `be between 0 and 23, inclusive`. */
  readonly must: string;
  /** What was given, printable and shortened. */
  readonly got: string;
  /** What to do about it, where the constraint alone does not say. */
  readonly fix?: string | undefined;
}

const ERROR_KIND = Symbol.for('cdktf-azureml.error');

/**
 * What every error of this library has in common.
 *
 * @jsii ignore
 */
export abstract class AzureMlError extends Error {
  /** Whether a caught value is an error of this library, also when the package is installed twice. */
  public static isAzureMlError(error: unknown): error is AzureMlError {
    return typeof error === 'object' && error !== null && ERROR_KIND in error;
  }

  /** The stable code, listed in `docs/errors.md`. */
  public abstract readonly code: string;

  /** @internal */
  public readonly [ERROR_KIND]: string;

  protected constructor(kind: string, message: string) {
    super(message);
    this.name = kind;
    this[ERROR_KIND] = kind;
  }
}

/**
 * Something that a caller gave cannot work.
 *
 * Names every problem found, each with property, constraint, value and code. The construct path
 * stands first when the error was found in a construct.
 *
 * @jsii ignore
 */
export class ValidationError extends AzureMlError {
  /** Whether a caught value is a validation error, also when the package is installed twice. */
  public static isValidationError(error: unknown): error is ValidationError {
    return AzureMlError.isAzureMlError(error) && 'problems' in error;
  }

  /** The code of the first problem. */
  public readonly code: string;
  /** Every problem found, in the order of the props. */
  public readonly problems: readonly Problem[];
  /** Path of the construct, `undefined` for value objects that stand outside the tree. */
  public readonly path: string | undefined;

  public constructor(problems: readonly [Problem, ...Problem[]], scope?: IConstruct) {
    const path = scope?.node.path;
    super(
      scope === undefined ? 'UnscopedValidationError' : 'ValidationError',
      report(path, problems),
    );
    this.code = problems[0].code;
    this.problems = problems;
    this.path = path;
  }
}

/**
 * A {@link ValidationError} found in a value object, before any construct knows of it.
 *
 * @jsii ignore
 */
export class UnscopedValidationError extends ValidationError {
  public constructor(problems: readonly [Problem, ...Problem[]]) {
    super(problems);
  }
}

/**
 * The library itself is wrong; please report it.
 *
 * @jsii ignore
 */
export class AssumptionError extends AzureMlError {
  public readonly code = 'AssumptionBroken';

  public constructor(assumption: string) {
    super(
      'AssumptionError',
      `${assumption}; this is a defect of ${OWN_ENGINE.library}, please report it [AssumptionBroken]`,
    );
  }
}

const MAX_SHOWN = 80;

/** A value as an error shows it: short, on one line, never throwing. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : printed(value);
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN - 1)}…`;
}

function printed(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if ('node' in value && 'constructor' in value) return `a ${value.constructor.name}`;
  try {
    const json = JSON.stringify(value) as string | undefined;
    return json ?? 'an object';
  } catch {
    return 'an object';
  }
}

function report(path: string | undefined, problems: readonly Problem[]): string {
  const lines = problems.map(
    ({ code, property, must, got, fix }) =>
      `${property} must ${must}, got ${got}${fix === undefined ? '' : `; ${fix}`} [${code}]`,
  );
  const where = path === undefined || path === '' ? '' : `${path}: `;
  return lines.length === 1
    ? `${where}${lines.join('')}`
    : `${where}${String(lines.length)} problems\n${lines.map((line) => `  - ${line}`).join('\n')}`;
}
