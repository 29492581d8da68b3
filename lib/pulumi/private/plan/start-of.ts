import { secret } from '@pulumi/pulumi';
import { ExpressionFault } from '../expression/expression-fault';
import type { Value } from '../expression/values';
import { objectIn } from '../program/document';
import { PLAIN } from '../schema/schema';
import type { Binder } from './binder';
import type { Resolved } from './resolved';
import type { Scope } from './scope';

/** Names that stand for something only Terraform has, with what to do instead. */
const TERRAFORM_ONLY: ReadonlyMap<string, string> = new Map([
  ['ephemeral', 'give the secret as a Pulumi output: PulumiAzureMl.variable(scope, id, output)'],
  ['module', 'declare the resources of the module as constructs'],
  ['self', 'provisioners are not carried over'],
  ['terraform', 'take the name of the Pulumi stack, pulumi.getStack()'],
]);

/** What the words after the first one stand for, by the first one. */
const STARTS: ReadonlyMap<string, (words: Words, scope: Scope, binder: Binder) => Resolved> =
  new Map([
    ['var', ([, name], scope, binder) => variable(name, scope, binder)],
    ['local', ([, name], scope, binder) => local(name, scope, binder)],
    ['each', ([first, name], scope) => literal(ofInstance(first, name, scope))],
    ['count', ([first, name], scope) => literal(ofInstance(first, name, scope))],
    ['path', ([, name]) => folder(name)],
    ['data', (words, scope) => data(words, scope)],
  ]);

type Words = readonly [first: string, second: string, third?: string];

/** What the first words of a reference stand for. */
export function startOf(words: readonly string[], scope: Scope, binder: Binder): Resolved {
  const [first = '', second, third] = words;
  const instead = TERRAFORM_ONLY.get(first);
  if (instead !== undefined) {
    throw new ExpressionFault(`do without ${first}, which Pulumi has not`, instead);
  }
  if (second === undefined) return { kind: 'words', words };
  const start = STARTS.get(first);
  if (start === undefined) return blockAt(`${first}.${second}`, scope);
  return start(third === undefined ? [first, second] : [first, second, third], scope, binder);
}

/** Terraform runs in the folder of the document. */
function folder(name: string): Resolved {
  if (name === 'module' || name === 'root') return literal('.');
  throw new ExpressionFault(`do without path.${name}`, 'compute the path in TypeScript');
}

function blockAt(address: string, { stack }: Scope): Resolved {
  const block = stack.blocks.get(address);
  if (block === undefined)
    throw new ExpressionFault(`refer to something that is there, not to ${address}`);
  return { kind: 'block', block };
}

function data(words: Words, scope: Scope): Resolved {
  const [, type, label] = words;
  if (label === undefined) return { kind: 'words', words: ['data', type] };
  const remote = type === 'terraform_remote_state' ? scope.stack.remotes.get(label) : undefined;
  const stack = remote === undefined ? undefined : scope.program.stacks.get(remote);
  return stack === undefined ? blockAt(`data.${type}.${label}`, scope) : { kind: 'remote', stack };
}

function local(name: string, scope: Scope, binder: Binder): Resolved {
  const locals = objectIn(scope.stack.document['locals']);
  if (!Object.hasOwn(locals, name)) {
    throw new ExpressionFault(`refer to something that is there, not to local.${name}`);
  }
  return binder.elsewhere(`local.${name}`, { ...scope, instance: undefined }, locals[name]);
}

function variable(name: string, scope: Scope, binder: Binder): Resolved {
  const declared = objectIn(objectIn(scope.stack.document['variable'])[name]);
  const given = scope.program.variable(scope.stack, name);
  const isSecret = declared['sensitive'] === true;
  if (given === undefined && !Object.hasOwn(declared, 'default')) {
    throw new ExpressionFault(
      `refer to variables that have a value: ${name} has none`,
      'give it in variables, or a default',
    );
  }
  if (given === undefined) {
    if (isSecret) binder.isSecret = true;
    return literal(declared['default'] as Value);
  }
  const input = isSecret ? secret(given) : given;
  const expression = binder.hole(`${scope.stack.name} var.${name}`, { kind: 'input', input });
  return { kind: 'value', expression, shape: PLAIN };
}

function ofInstance(first: string, second: string, { instance }: Scope): Value {
  const key = instance?.key;
  const isThere = first === 'each' ? typeof key === 'string' : typeof key === 'number';
  if (!isThere || key === undefined) {
    throw new ExpressionFault(`use ${first}.${second} where there is an instance only`);
  }
  return second === 'value' ? (instance?.value ?? null) : key;
}

function literal(value: Value): Resolved {
  return { kind: 'value', expression: { kind: 'literal', value }, shape: PLAIN };
}
