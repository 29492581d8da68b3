import type { IConstruct } from 'constructs';
import { cdktf } from './engine/loaded-cdktf';
import { requireOneEngine } from './engine/one-engine';
import { type Problem, shown, UnscopedValidationError, ValidationError } from './errors';

/** What a rule finds: a problem without its code, which the rule itself carries. */
export interface Finding {
  /** Where in the props. */
  readonly property: string;
  /** The constraint, to be read after "must". */
  readonly must: string;
  /** What was given, as it is; it is shortened for the message. */
  readonly got: unknown;
  /** What to do about it. */
  readonly fix?: string;
}

/** One constraint on props, as data: a stable code, and a pure check that finds at most one problem. */
export interface Rule<P> {
  readonly code: string;
  readonly check: (props: P) => Finding | undefined;
}

/** A type that a property may have at run time; tokens of that type are always accepted. */
export interface PropertyType {
  /** To be read after "must be", such as `a string`. */
  readonly name: string;
  readonly accepts: (value: unknown) => boolean;
}

/** A property that may be left out. */
export interface OptionalProperty {
  readonly optional: PropertyType;
}

/** The run-time type of every property of `P`; leaving one out does not compile. */
export type Shape<P> = {
  readonly [K in keyof P]-?: undefined extends P[K] ? OptionalProperty : PropertyType;
};

/** Above this no number is a token; those are doubles near -8e+298. */
const HIGHEST_NUMBER_TOKEN = -1e200;

/** Whether a value is, or holds at its top, something that only Terraform will know. */
export function isUnresolved(value: unknown): boolean {
  return mayBeToken(value) && cdktf().Token.isUnresolved(value);
}

/** Tells most values that are none without loading cdktf. */
function mayBeToken(value: unknown): boolean {
  const suspect: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof suspect === 'string') return suspect.includes('TfToken[');
  if (typeof suspect === 'number') return suspect < HIGHEST_NUMBER_TOKEN;
  if (typeof value !== 'object' || value === null) return false;
  return isResolvable(value) || Object.keys(value).some((key) => key.includes('TfToken['));
}

/** The same as cdktf says of it: what can be resolved has a method for it. */
function isResolvable(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'resolve' in value &&
    typeof value.resolve === 'function'
  );
}

/** Whether a number is known and outside the bounds, which may be tokens and then do not bind. */
export function isOutside(value: unknown, min: unknown, max: unknown): boolean {
  if (typeof value !== 'number' || isUnresolved(value)) return false;
  const below = typeof min === 'number' && !isUnresolved(min) && value < min;
  const above = typeof max === 'number' && !isUnresolved(max) && value > max;
  return below || above;
}

/** Whether a string is known and does not match. */
export function mismatches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && !isUnresolved(value) && !pattern.test(value);
}

/**
 * Types of properties, for shapes. A token is taken where it stands for a value of the type: a string
 * token for a string, a number token for a number, a list token for a list.
 */
export const Is = {
  string: type('a string', (v) => typeof v === 'string'),
  text: type('a string that is not empty', (v) => typeof v === 'string' && v !== ''),
  number: type('a number', (v) => isNumber(v, Number.isFinite)),
  integer: type('a whole number', (v) => isNumber(v, Number.isSafeInteger)),
  boolean: type('true or false', (v) => typeof v === 'boolean' || isResolvable(v)),
  object: type('an object', (v) => isPlainObject(v)),
  /** A value from a closed set, such as an enum. */
  oneOf: (values: readonly (string | number)[]): PropertyType =>
    type(
      `one of ${values.join(', ')}`,
      (v) => values.some((allowed) => allowed === v) || (typeof v === 'string' && isUnresolved(v)),
    ),
  list: (of: PropertyType): PropertyType =>
    type(
      `a list, each item ${of.name}`,
      (v) => Array.isArray(v) && (isUnresolved(v) || v.every((item) => of.accepts(item))),
    ),
  map: (of: PropertyType): PropertyType =>
    type(
      `an object, each value ${of.name}`,
      (v) => isPlainObject(v) && Object.values(v).every((item) => of.accepts(item)),
    ),
  /** An object known by its members, such as a construct behind an interface. */
  having: (name: string, ...members: readonly string[]): PropertyType =>
    type(name, (v) => typeof v === 'object' && v !== null && hasAll(v, members)),
  /** A value of a type that is looked into here, so no token can stand for it. */
  known: (of: PropertyType): PropertyType =>
    type(`${of.name}, known at synthesis`, (v) => !isUnresolved(v) && of.accepts(v)),
  /** The same, for properties that may be left out. */
  optional: (of: PropertyType): OptionalProperty => ({ optional: of }),
} as const;

function type(name: string, accepts: (value: unknown) => boolean): PropertyType {
  return { name, accepts };
}

/** Asked of every construct that is given to another: a loop makes nothing for the garbage collector. */
function hasAll(value: object, members: readonly string[]): boolean {
  for (const member of members) if (!(member in value)) return false;
  return true;
}

function isNumber(value: unknown, accepts: (value: number) => boolean): boolean {
  return typeof value === 'number' && (isUnresolved(value) || accepts(value));
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isResolvable(value)
  );
}

/**
 * Checks props against their run-time types, then against their rules.
 *
 * Rules run only on props of the right types. All problems are reported in one throw.
 *
 * @throws ValidationError EngineMixed, PropertiesMissing, PropertyMissing, PropertyTypeInvalid and the codes of
 * the rules
 */
export function validateProps<P>(
  scope: IConstruct,
  props: unknown,
  shape: Shape<P>,
  rules: readonly Rule<P>[] = [],
): asserts props is P {
  requireOneEngine(scope);
  const problems = problemsOf(props, shape, rules);
  if (isRefused(problems)) throw new ValidationError(problems, scope);
}

/** The same as {@link validateProps} for a value object, which stands outside the tree. */
export function validateValue<P>(
  props: unknown,
  shape: Shape<P>,
  rules: readonly Rule<P>[] = [],
): asserts props is P {
  const problems = problemsOf(props, shape, rules);
  if (isRefused(problems)) throw new UnscopedValidationError(problems);
}

function isRefused(problems: readonly Problem[]): problems is readonly [Problem, ...Problem[]] {
  return problems.length > 0;
}

/**
 * Props with defaults for those that are undefined. What is not an object at all becomes the
 * defaults alone, so that validation names what is missing.
 */
export function withDefaults<P, D extends object>(props: P, defaults: D): P & D {
  const filled: Record<string, unknown> = Object.assign({}, defaults, props);
  for (const key in defaults) {
    if (filled[key] === undefined) filled[key] = defaults[key];
  }
  return filled as P & D;
}

/** All problems of props, in the order of the shape, then of the rules. */
export function problemsOf<P>(
  props: unknown,
  shape: Shape<P>,
  rules: readonly Rule<P>[] = [],
): readonly Problem[] {
  if (!isPlainObject(props)) {
    return [problem('PropertiesMissing', { property: 'props', must: 'be an object', got: props })];
  }
  const misshapen = shapeProblems(props, shape);
  if (misshapen.length > 0) return misshapen;
  const problems: Problem[] = [];
  for (const { code, check } of rules) {
    const finding = check(props as P);
    if (finding !== undefined) problems.push(problem(code, finding));
  }
  return problems;
}

/** A finding with the code of the rule that found it. */
export function problem(code: string, { property, must, got, fix }: Finding): Problem {
  return { code, property, must, got: shown(got), ...(fix === undefined ? {} : { fix }) };
}

function shapeProblems<P>(
  props: Readonly<Record<string, unknown>>,
  shape: Shape<P>,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { key, type: expected, optional } of membersOf(shape)) {
    const value = props[key];
    if (value === undefined) {
      if (!optional) {
        problems.push(
          problem('PropertyMissing', {
            property: key,
            must: `be given: ${expected.name}`,
            got: value,
          }),
        );
      }
    } else if (!expected.accepts(value)) {
      problems.push(
        problem('PropertyTypeInvalid', { property: key, must: `be ${expected.name}`, got: value }),
      );
    }
  }
  return problems;
}

interface Member {
  readonly key: string;
  readonly type: PropertyType;
  readonly optional: boolean;
}

const MEMBERS = new WeakMap<object, readonly Member[]>();

/** The members of a shape, read once: every construct of a kind is checked against the same. */
function membersOf(shape: object): readonly Member[] {
  const known = MEMBERS.get(shape);
  if (known !== undefined) return known;
  const members = Object.entries(shape).map(
    ([key, expected]: [string, PropertyType | OptionalProperty]) =>
      'optional' in expected
        ? { key, type: expected.optional, optional: true }
        : { key, type: expected, optional: false },
  );
  MEMBERS.set(shape, members);
  return members;
}
