import type { Cursor } from './cursor';
import { listAt, objectAt } from './parse-collection';
import { quotedTemplateAt } from './parse-template';
import type { Expression } from './syntax';

/** Reads a whole expression, for what stands in brackets. */
export type ExpressionReader = (cursor: Cursor) => Expression;

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LEGACY_INDEX = /\d+/y;

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads an operand with everything that is read of it: members, items, splats. */
export function parseOperand(cursor: Cursor, read: ExpressionReader): Expression {
  return withAccess(primaryAt(cursor, read), cursor, read);
}

function primaryAt(cursor: Cursor, read: ExpressionReader): Expression {
  if (cursor.take('"')) return cursor.nested(() => quotedTemplateAt(cursor));
  if (cursor.take('(')) {
    const inner = cursor.nested(() => read(cursor));
    cursor.expect(')');
    return inner;
  }
  if (cursor.take('[')) return cursor.nested(() => listAt(cursor, read));
  if (cursor.take('{')) return cursor.nested(() => objectAt(cursor, read));
  const number = cursor.match(NUMBER);
  if (number !== undefined) return { kind: 'literal', value: exact(number, cursor) };
  const name = cursor.match(NAME);
  if (name === undefined) cursor.fail(`be an expression that is known here, ${cursor.place()}`);
  return namedAt(name, cursor, read);
}

function namedAt(name: string, cursor: Cursor, read: ExpressionReader): Expression {
  if (cursor.sees('::')) cursor.fail('call no functions of providers');
  if (cursor.take('(')) return { kind: 'call', name, args: argumentsAt(cursor, read) };
  const constant = CONSTANTS.get(name);
  return constant === undefined ? { kind: 'name', name } : { kind: 'literal', value: constant };
}

function argumentsAt(cursor: Cursor, read: ExpressionReader): readonly Expression[] {
  const args: Expression[] = [];
  while (!cursor.takeNext(')')) {
    args.push(cursor.nested(() => read(cursor)));
    if (cursor.takeNext('...')) cursor.fail('give each argument by itself, without "..."');
    if (!cursor.takeNext(',') && !cursor.skip().sees(')')) cursor.fail('close its brackets');
  }
  return args;
}

/** A number of Terraform has any precision; one that JavaScript rounds would be another one. */
function exact(text: string, cursor: Cursor): number {
  const digits = text
    .replace(/[eE].*$/, '')
    .replace('.', '')
    .replace(/^0+/, '');
  const number = Number(text);
  if (!Number.isFinite(number) || digits.length > 15) {
    cursor.fail('have numbers of 15 digits at most');
  }
  return number;
}

function withAccess(start: Expression, cursor: Cursor, read: ExpressionReader): Expression {
  let of = start;
  for (;;) {
    const next = accessAt(of, cursor, read);
    if (next === undefined) return of;
    of = next;
  }
}

function accessAt(of: Expression, cursor: Cursor, read: ExpressionReader): Expression | undefined {
  if (cursor.sees('...')) return undefined;
  if (cursor.take('.*')) return { kind: 'splat', of, each: attributesAt(cursor) };
  if (cursor.take('[*]')) {
    return { kind: 'splat', of, each: withAccess({ kind: 'item' }, cursor, read) };
  }
  if (cursor.take('.')) return memberAt(of, cursor);
  if (!cursor.take('[')) return undefined;
  const key = cursor.nested(() => read(cursor));
  cursor.expect(']');
  return { kind: 'index', of, key };
}

/** After `.*` come attributes only; an item is one of the whole list. */
function attributesAt(cursor: Cursor): Expression {
  let each: Expression = { kind: 'item' };
  while (cursor.sees('.') && !cursor.sees('.*')) {
    cursor.take('.');
    each = memberAt(each, cursor);
  }
  return each;
}

function memberAt(of: Expression, cursor: Cursor): Expression {
  const name = cursor.match(NAME);
  if (name !== undefined) return { kind: 'member', of, name };
  const index = cursor.match(LEGACY_INDEX);
  if (index === undefined) cursor.fail(`name an attribute ${cursor.place()}`);
  return { kind: 'index', of, key: { kind: 'literal', value: Number(index) } };
}
