import type { Cursor } from './cursor';
import type { ExpressionReader } from './parse-operand';
import type { Expression, ObjectMember } from './syntax';

const FOR = /for\b(?!\s*[=:])/y;
const KEY_NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*(?=\s*[=:])/uy;

/** Reads a list, from after its bracket. */
export function listAt(cursor: Cursor, read: ExpressionReader): Expression {
  refuseFor(cursor);
  const items: Expression[] = [];
  while (!cursor.takeNext(']')) {
    items.push(cursor.nested(() => read(cursor)));
    if (!cursor.takeNext(',') && !cursor.skip().sees(']')) cursor.fail('close its lists');
  }
  return { kind: 'list', items };
}

/** Reads an object, from after its brace. */
export function objectAt(cursor: Cursor, read: ExpressionReader): Expression {
  refuseFor(cursor);
  const members: ObjectMember[] = [];
  while (!cursor.takeNext('}')) {
    const key = keyAt(cursor, read);
    if (!cursor.takeNext('=') && !cursor.takeNext(':')) cursor.fail('give each key a value');
    members.push([key, cursor.nested(() => read(cursor))]);
    if (!cursor.takeNext(',') && !cursor.skip().sees('}')) cursor.fail('close its objects');
  }
  return { kind: 'object', members };
}

function keyAt(cursor: Cursor, read: ExpressionReader): Expression {
  const name = cursor.skip().match(KEY_NAME);
  return name === undefined ? cursor.nested(() => read(cursor)) : { kind: 'literal', value: name };
}

function refuseFor(cursor: Cursor): void {
  if (cursor.skip().match(FOR) !== undefined) {
    cursor.fail('do without for expressions', 'build the list or map in TypeScript');
  }
}
