import { ExactNumber } from '../model';
import { isRecord, listOf, memberOf, recordOf, textOf } from './json-values';

/** Where a plan says what variables hold. */
export interface PlanScope {
  /** The root module of the configuration. */
  readonly root: unknown;
  /** The variables of the root module. */
  readonly variables: unknown;
  /** The root modules of the planned and the prior state. */
  readonly states: readonly unknown[];
}

/** A module of the configuration, and who calls it with what. */
interface Scope {
  readonly module: unknown;
  /** Its address, with a dot at its end, empty for the root. */
  readonly prefix: string;
  readonly caller?: { readonly scope: Scope; readonly expressions: unknown };
}

/** Numbers with less are ports, counts and the like: hiding them everywhere would hide the plan. */
const LEAST_DIGITS = 4;

/** Indices of instances: the configuration knows none. */
const INDICES = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/**
 * The texts that sensitive variables and outputs hold, also those of modules: what a module is given is followed to
 * variables of the root, to constants, and to attributes of resources. What attributes are made of
 * them is taken as well: a plan does not say what locals and functions make of a value.
 */
export class SensitiveTexts {
  private readonly texts = new Set<string>();
  private readonly followed = new Set<string>();
  private known: ReadonlyMap<string, readonly unknown[]> | undefined;

  public constructor(private readonly plan: PlanScope) {}

  /** All of them, once each. */
  public found(): readonly string[] {
    const scopes: Scope[] = [{ module: this.plan.root, prefix: '' }];
    for (const scope of scopes) {
      for (const name of sensitiveIn(memberOf(scope.module, 'variables'))) {
        this.followVariable(name, scope);
        this.takeUses(`var.${name}`, scope);
      }
      for (const name of scope.prefix === ''
        ? []
        : sensitiveIn(memberOf(scope.module, 'outputs'))) {
        this.followOutput(name, scope);
      }
      scopes.push(...calledIn(scope));
    }
    return [...this.texts];
  }

  private followVariable(name: string, scope: Scope): void {
    if (!this.isFirst(`${scope.prefix}var.${name}`)) return;
    const { caller } = scope;
    const given =
      caller === undefined
        ? memberOf(this.plan.variables, name)
        : memberOf(caller.expressions, name);
    if (given === undefined) {
      this.take(memberOf(memberOf(memberOf(scope.module, 'variables'), name), 'default'));
    } else if (caller === undefined) this.take(memberOf(given, 'value'));
    else this.followExpression(given, caller.scope);
  }

  /** What attributes of resources in the same module are made of it. */
  private takeUses(reference: string, scope: Scope): void {
    for (const resource of listOf(memberOf(scope.module, 'resources'))) {
      const address = textOf(memberOf(resource, 'address')) ?? '';
      for (const [key, expression] of Object.entries(recordOf(memberOf(resource, 'expressions')))) {
        if (refersTo(expression, reference)) this.takeAttribute(scope.prefix + address, [key]);
      }
    }
  }

  private followOutput(name: string, scope: Scope): void {
    if (!this.isFirst(`${scope.prefix}output.${name}`)) return;
    const output = memberOf(memberOf(scope.module, 'outputs'), name);
    this.followExpression(memberOf(output, 'expression'), scope);
  }

  private followExpression(expression: unknown, scope: Scope): void {
    this.take(memberOf(expression, 'constant_value'));
    const all = listOf(memberOf(expression, 'references')).flatMap((one) => textOf(one) ?? []);
    // Terraform names what holds a value behind the value.
    const whole = all.filter((one) => !all.some((other) => isWithin(other, one)));
    for (const reference of whole) this.followReference(reference, scope);
  }

  private followReference(reference: string, scope: Scope): void {
    const [first = '', second = '', ...rest] = reference.replaceAll(INDICES, '').split('.');
    if (first === 'var') this.followVariable(second, scope);
    else if (first === 'module') {
      const called = calledIn(scope).find(({ prefix }) => prefix === calledPrefix(scope, second));
      if (called !== undefined && rest[0] !== undefined) this.followOutput(rest[0], called);
    } else if (first === 'data') {
      this.takeAttribute(`${scope.prefix}data.${second}.${rest[0] ?? ''}`, rest.slice(1));
    } else this.takeAttribute(`${scope.prefix}${first}.${second}`, rest);
  }

  private takeAttribute(address: string, path: readonly string[]): void {
    if (!this.isFirst([address, ...path].join('.'))) return;
    this.known ??= valuesIn(this.plan.states);
    for (const values of this.known.get(address) ?? []) this.take(valueAt(values, path));
  }

  private take(value: unknown): void {
    const text = textIn(value);
    if (text !== undefined) this.texts.add(text);
    else if (Array.isArray(value)) for (const item of value) this.take(item);
    else if (isRecord(value)) for (const member of Object.values(value)) this.take(member);
  }

  private isFirst(key: string): boolean {
    if (this.followed.has(key)) return false;
    this.followed.add(key);
    return true;
  }
}

/** Text, or a number that is not found in many places by chance. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  const digits = digitsOf(value);
  return digits.length < LEAST_DIGITS ? undefined : digits;
}

/** The digits of a number, none of what is no number. */
export function digitsOf(value: unknown): string {
  if (value instanceof ExactNumber) return value.digits;
  return typeof value === 'number' ? String(value) : '';
}

/** The names of those that are marked as sensitive. */
export function sensitiveIn(declared: unknown): readonly string[] {
  return Object.entries(recordOf(declared))
    .filter(([, one]) => memberOf(one, 'sensitive') === true)
    .map(([name]) => name);
}

/** The resources of a module in a state, and of those below it. */
export function resourcesIn(root: unknown): readonly unknown[] {
  const modules: unknown[] = [root];
  const found: unknown[] = [];
  for (const module of modules) {
    found.push(...listOf(memberOf(module, 'resources')));
    modules.push(...listOf(memberOf(module, 'child_modules')));
  }
  return found;
}

/** Whether an expression refers to it, or one in a block of it does. */
function refersTo(expression: unknown, reference: string): boolean {
  if (Array.isArray(expression)) return expression.some((one) => refersTo(one, reference));
  return Object.entries(recordOf(expression)).some(([key, member]) =>
    key === 'references'
      ? listOf(member).some((one) => one === reference || isWithin(String(one), reference))
      : key !== 'constant_value' && refersTo(member, reference),
  );
}

function calledIn(scope: Scope): readonly Scope[] {
  const calls = recordOf(memberOf(scope.module, 'module_calls'));
  return Object.entries(calls).map(([name, call]) => ({
    module: memberOf(call, 'module'),
    prefix: calledPrefix(scope, name),
    caller: { scope, expressions: memberOf(call, 'expressions') },
  }));
}

function calledPrefix({ prefix }: Scope, name: string): string {
  return `${prefix}module.${name}.`;
}

function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}

function valuesIn(states: readonly unknown[]): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const resource of states.flatMap(resourcesIn)) {
    const address = textOf(memberOf(resource, 'address'))?.replaceAll(INDICES, '') ?? '';
    const values = memberOf(resource, 'values');
    const known = found.get(address);
    if (known === undefined) found.set(address, [values]);
    else known.push(values);
  }
  return found;
}

/** What is at a path, in each item of the lists on the way. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => valueAt(item, path));
  return valueAt(memberOf(value, key), rest);
}
