import { checkCall } from '../expression/functions/call-function';
import { ExpressionFault } from '../expression/expression-fault';
import { parseTemplate } from '../expression/parse-template';
import { type Expression, isStatic, mapParts } from '../expression/syntax';
import { evaluate } from '../expression/evaluate';
import { textOf, type Value } from '../expression/values';
import { addressOf } from '../program/block';
import { objectIn } from '../program/document';
import { CROSS_STACK, type ProgramStack } from '../program/program-stack';
import { PLAIN } from '../schema/schema';
import type { Source } from './bound';
import { expressionOf } from './expression-of';
import { itemOf, misplaced, type Resolved } from './resolved';
import type { Scope } from './scope';
import { indexOf, memberOfValue } from './shaped-access';
import { startOf } from './start-of';

/** Kinds of expression that may be a reference, or a part of one. */
const REFERENCES: ReadonlySet<Expression['kind']> = new Set([
  'name',
  'member',
  'index',
  'splat',
  'item',
]);

/** Replaces the references of one expression by holes. */
export class Binder {
  public readonly sources: Source[] = [];
  public isSecret = false;
  private readonly known = new Map<string, Expression>();
  private readonly items: Resolved[] = [];
  private readonly open = new Set<string>();

  public constructor(private scope: Scope) {}

  /** The bound form of a template. */
  public template(text: string): Expression {
    return this.bind(parseTemplate(text));
  }

  /** The bound form of any JSON value whose texts are templates. */
  public json(value: unknown): Expression {
    return this.bind(expressionOf(value));
  }

  /** A hole for a value from outside. */
  public hole(id: string, source: Source): Expression {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const hole: Expression = { kind: 'hole', index: this.sources.push(source) - 1 };
    this.known.set(id, hole);
    return hole;
  }

  /** Something of another place of the program, with the names that are known there. */
  public elsewhere(id: string, scope: Scope, value: unknown): Resolved {
    if (this.open.has(id)) throw new ExpressionFault(`not refer to itself by ${id}`);
    this.open.add(id);
    const here = this.scope;
    this.scope = scope;
    const expression = this.json(value);
    this.scope = here;
    this.open.delete(id);
    return { kind: 'value', expression, shape: PLAIN };
  }

  private bind(expression: Expression): Expression {
    if (REFERENCES.has(expression.kind)) return this.valueIn(this.resolve(expression));
    if (expression.kind === 'call') {
      checkCall(expression);
      if (expression.name === 'sensitive') this.isSecret = true;
    }
    return mapParts(expression, (part) => this.bind(part));
  }

  private resolve(expression: Expression): Resolved {
    switch (expression.kind) {
      case 'name':
        return startOf([expression.name], this.scope, this);
      case 'member':
        return this.member(this.resolve(expression.of), expression.name);
      case 'index':
        return this.index(this.resolve(expression.of), expression.key);
      case 'splat':
        return this.splat(this.resolve(expression.of), expression.each);
      case 'item':
        return this.items.at(-1) ?? { kind: 'words', words: [] };
      default:
        return { kind: 'value', expression: this.bind(expression), shape: PLAIN };
    }
  }

  private member(of: Resolved, name: string): Resolved {
    switch (of.kind) {
      case 'words':
        return startOf([...of.words, name], this.scope, this);
      case 'remote':
        if (name !== 'outputs') throw misplaced(of);
        return { kind: 'outputs', stack: of.stack };
      case 'outputs':
        return this.output(of.stack, name);
      case 'block':
        return this.attribute(of, name);
      case 'value':
        return memberOfValue(of, name);
    }
  }

  private output(stack: ProgramStack, name: string): Resolved {
    const output = objectIn(objectIn(stack.document['output'])[name]);
    if (output['sensitive'] === true && !name.startsWith(CROSS_STACK)) this.isSecret = true;
    const scope = { ...this.scope, stack, instance: undefined };
    return this.elsewhere(`${stack.name}.${name}`, scope, output['value']);
  }

  private index(of: Resolved, key: Expression): Resolved {
    const bound = this.bind(key);
    if (of.kind === 'value') return indexOf(of, bound);
    if (of.kind !== 'block' || of.key !== undefined) throw misplaced(of);
    const wanted = textOf(this.staticValue(bound));
    const instance = this.scope.program
      .instancesOf(of.block)
      .find(({ key: one }) => one !== undefined && String(one) === wanted);
    if (instance?.key === undefined) {
      throw new ExpressionFault(`refer to an instance that ${addressOf(of.block)} has`);
    }
    return { ...of, key: instance.key };
  }

  private splat(of: Resolved, each: Expression): Resolved {
    if (of.kind === 'value') {
      this.items.push(itemOf(of));
      const expression: Expression = { kind: 'splat', of: of.expression, each: this.bind(each) };
      this.items.pop();
      return { kind: 'value', expression, shape: PLAIN };
    }
    if (of.kind !== 'block' || of.key !== undefined) throw misplaced(of);
    const items = this.scope.program.instancesOf(of.block).map(({ key }) => {
      if (typeof key === 'string') {
        throw new ExpressionFault(
          'have no splat of a block with for_each',
          `name the instance, such as ${addressOf(of.block)}[${JSON.stringify(key)}]`,
        );
      }
      this.items.push(key === undefined ? of : { ...of, key });
      const item = this.bind(each);
      this.items.pop();
      return item;
    });
    return { kind: 'value', expression: { kind: 'list', items }, shape: PLAIN };
  }

  private attribute({ block, key }: Extract<Resolved, { kind: 'block' }>, name: string): Resolved {
    if (
      key === undefined &&
      this.scope.program.instancesOf(block).some((one) => one.key !== undefined)
    ) {
      throw new ExpressionFault(`say which instance of ${addressOf(block)} it refers to`);
    }
    const { property, shape } = block.schemas.outputs.member(name);
    this.scope.program.noteRead(block, property);
    const id = `${block.stack.name} ${addressOf(block)} ${String(key)} ${property}`;
    if (name.startsWith('sensitive_')) this.isSecret = true;
    const expression = this.hole(id, { kind: 'attribute', block, key, property });
    return { kind: 'value', expression, shape };
  }

  private valueIn(resolved: Resolved): Expression {
    if (resolved.kind !== 'value') throw misplaced(resolved);
    const { shape } = resolved;
    if (shape.kind === 'object' || (shape.kind === 'list' && shape.of !== undefined)) {
      throw new ExpressionFault(
        'refer to an attribute within a block, not to the block',
        'name the attribute, such as identity[0].principal_id',
      );
    }
    return resolved.expression;
  }

  private staticValue(expression: Expression): Value {
    if (!isStatic(expression)) {
      throw new ExpressionFault('have an index that is known before anything is registered');
    }
    return evaluate(expression, { holes: [], readFile: () => Buffer.of() });
  }
}
