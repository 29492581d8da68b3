import { createHash } from 'node:crypto';
import { nearest } from '../../../../core/nearest';
import type { Evaluation } from '../evaluate';
import { ExpressionFault } from '../expression-fault';
import type { Expression } from '../syntax';
import { textOf, type Value } from '../values';
import { COLLECTION_FUNCTIONS } from './collection-functions';
import { ENCODING_FUNCTIONS } from './encoding-functions';
import type { FunctionTable } from './function-table';
import { TEXT_FUNCTIONS } from './text-functions';

/** What a call is evaluated as. */
type Call = Extract<Expression, { kind: 'call' }>;

const FUNCTIONS: FunctionTable = {
  ...TEXT_FUNCTIONS,
  ...COLLECTION_FUNCTIONS,
  ...ENCODING_FUNCTIONS,
};

/** Functions that look at more than the values of their arguments. */
const SPECIAL = new Set(['can', 'try', 'filemd5']);

/**
 * Refuses a call that can never be evaluated.
 *
 * @throws ExpressionFault
 */
export function checkCall({ name, args }: Call): void {
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (found === undefined) {
    if (SPECIAL.has(name)) return;
    const known = [...Object.keys(FUNCTIONS), ...SPECIAL].sort();
    const alike = nearest(name, known);
    throw new ExpressionFault(
      `call functions that are known here, not ${name}`,
      alike === undefined ? 'compute it in TypeScript' : `did you mean ${alike}`,
    );
  }
  if (args.length < found.least || args.length > found.most) {
    throw new ExpressionFault(`give ${name} as many arguments as it takes`);
  }
}

/** What a call comes to. */
export function callFunction(
  call: Call,
  of: (part: Expression) => Value,
  given: Evaluation,
): Value {
  const { name, args } = call;
  switch (name) {
    case 'try':
      return firstOf(args, of);
    case 'can':
      return args.every((arg) => attempt(arg, of).worked);
    case 'filemd5':
      return createHash('md5')
        .update(given.readFile(textOf(args.map(of)[0])))
        .digest('hex');
    default:
      checkCall(call);
      return FUNCTIONS[name]?.run(...args.map(of)) ?? null;
  }
}

function firstOf(args: readonly Expression[], of: (part: Expression) => Value): Value {
  for (const arg of args) {
    const found = attempt(arg, of);
    if (found.worked) return found.value;
  }
  throw new ExpressionFault('give try an expression that works');
}

function attempt(
  expression: Expression,
  of: (part: Expression) => Value,
): { readonly worked: true; readonly value: Value } | { readonly worked: false } {
  try {
    return { worked: true, value: of(expression) };
  } catch (error) {
    if (error instanceof ExpressionFault) return { worked: false };
    throw error;
  }
}
