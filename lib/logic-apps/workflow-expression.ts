import { type Shape, validateValue } from '../core/validation';
import { escapeExpressions } from './private/expressions';
import { member, quotedText } from './private/expression-text';
import {
  ACTION_MEMBER_SHAPE,
  BOOLEAN_SHAPE,
  CALL_RULES,
  CALL_SHAPE,
  EXPRESSION,
  MEMBER_SHAPE,
  NAMED_SHAPE,
  NUMBER_SHAPE,
  PARTS_RULES,
  PARTS_SHAPE,
  TEXT_SHAPE,
} from './private/workflow-expression-rules';
import type { WorkflowAction } from './workflow-action';

/**
 * An expression of the Workflow Definition Language, built so that names and texts in it cannot break it.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference
 * @example
 * WorkflowExpression.triggerBody('Name').endsWith(WorkflowExpression.text('.csv'));
 */
export class WorkflowExpression {
  /**
   * Text that arrives as it is where expressions are read: `@` at its start and `@{` in it are escaped.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static escapeLiteral(text: string): string {
    validateValue({ text }, TEXT_SHAPE);
    return escapeExpressions(text);
  }

  /**
   * A text within an expression.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static text(text: string): WorkflowExpression {
    validateValue({ text }, TEXT_SHAPE);
    return new WorkflowExpression(quotedText(text));
  }

  /**
   * A number within an expression.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static number(value: number): WorkflowExpression {
    validateValue({ value }, NUMBER_SHAPE);
    return new WorkflowExpression(String(value));
  }

  /**
   * `true` or `false` within an expression.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static boolean(value: boolean): WorkflowExpression {
    validateValue({ value }, BOOLEAN_SHAPE);
    return new WorkflowExpression(String(value));
  }

  /**
   * What the trigger brought.
   *
   * @param property a member of it, `null` where it is not there; all of it when left out
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static triggerBody(property?: string): WorkflowExpression {
    return WorkflowExpression.memberOf('triggerBody()', property);
  }

  /**
   * Headers and body of what the trigger brought.
   *
   * @param property a member of it, such as `headers`; all of it when left out
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static triggerOutputs(property?: string): WorkflowExpression {
    return WorkflowExpression.memberOf('triggerOutputs()', property);
  }

  /**
   * What an action answered.
   *
   * @param property a member of it, `null` where it is not there; all of it when left out
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static body(action: WorkflowAction, property?: string): WorkflowExpression {
    validateValue({ action, property }, ACTION_MEMBER_SHAPE);
    return WorkflowExpression.memberOf(`body(${quotedText(action.name)})`, property);
  }

  /**
   * What came out of an action: the value of a compose, or status code, headers and body of a request.
   *
   * @param property a member of it, such as `statusCode`; all of it when left out
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static outputs(action: WorkflowAction, property?: string): WorkflowExpression {
    validateValue({ action, property }, ACTION_MEMBER_SHAPE);
    return WorkflowExpression.memberOf(`outputs(${quotedText(action.name)})`, property);
  }

  /**
   * How the actions in a scope, loop or condition ended.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static result(action: WorkflowAction): WorkflowExpression {
    validateValue({ action, property: undefined }, ACTION_MEMBER_SHAPE);
    return new WorkflowExpression(`result(${quotedText(action.name)})`);
  }

  /**
   * The item of a loop, for actions in it; in loops within loops the name says which.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static items(loop: WorkflowAction): WorkflowExpression {
    validateValue({ action: loop, property: undefined }, ACTION_MEMBER_SHAPE);
    return WorkflowExpression.itemsOf(loop.name);
  }

  /**
   * The item of a loop by the name of the loop, which does not exist yet when its actions are made.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static itemsOf(name: string): WorkflowExpression {
    validateValue({ name }, NAMED_SHAPE);
    return new WorkflowExpression(`items(${quotedText(name)})`);
  }

  /**
   * A parameter of the workflow.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static parameter(name: string): WorkflowExpression {
    validateValue({ name }, NAMED_SHAPE);
    return new WorkflowExpression(`parameters(${quotedText(name)})`);
  }

  /** The id of the run of the workflow. */
  public static runId(): WorkflowExpression {
    return new WorkflowExpression('workflow().run.name');
  }

  /** The time, in UTC. */
  public static utcNow(): WorkflowExpression {
    return new WorkflowExpression('utcNow()');
  }

  /**
   * Texts, one after the other.
   *
   * @param parts one or more
   * @throws UnscopedValidationError PropertyTypeInvalid, WorkflowExpressionPartsMissing
   */
  public static concat(parts: WorkflowExpression[]): WorkflowExpression {
    return WorkflowExpression.joined('concat', parts);
  }

  /**
   * Whether all are true.
   *
   * @param parts one or more
   * @throws UnscopedValidationError PropertyTypeInvalid, WorkflowExpressionPartsMissing
   */
  public static and(parts: WorkflowExpression[]): WorkflowExpression {
    return WorkflowExpression.joined('and', parts);
  }

  /**
   * Whether one is true.
   *
   * @param parts one or more
   * @throws UnscopedValidationError PropertyTypeInvalid, WorkflowExpressionPartsMissing
   */
  public static or(parts: WorkflowExpression[]): WorkflowExpression {
    return WorkflowExpression.joined('or', parts);
  }

  /**
   * A function of the language.
   *
   * @param name name of the function, letters and digits, such as `formatDateTime`
   * @param args what it takes
   * @throws UnscopedValidationError PropertyTypeInvalid, WorkflowFunctionNameInvalid
   */
  public static call(name: string, args: WorkflowExpression[] = []): WorkflowExpression {
    validateValue({ name, args }, CALL_SHAPE, CALL_RULES);
    return new WorkflowExpression(`${name}(${args.map(({ source }) => source).join(', ')})`);
  }

  private static memberOf(source: string, property: string | undefined): WorkflowExpression {
    validateValue({ property }, MEMBER_SHAPE);
    return new WorkflowExpression(property === undefined ? source : `${source}${member(property)}`);
  }

  private static joined(name: string, parts: WorkflowExpression[]): WorkflowExpression {
    validateValue({ parts }, PARTS_SHAPE, PARTS_RULES);
    const [first, ...others] = parts;
    return first !== undefined && others.length === 0
      ? first
      : WorkflowExpression.call(name, parts);
  }

  private constructor(
    /** The expression without `@`, as it stands within other expressions. */
    public readonly source: string,
  ) {}

  /**
   * A member of this, `null` where it is not there.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public property(name: string): WorkflowExpression {
    validateValue({ name }, NAMED_SHAPE);
    return new WorkflowExpression(`${this.source}${member(name)}`);
  }

  /**
   * Whether this is the same as another one.
   *
   * @throws UnscopedValidationError PropertyMissing, PropertyTypeInvalid
   */
  public equalTo(other: WorkflowExpression): WorkflowExpression {
    return this.with('equals', other);
  }

  /**
   * Whether this text begins with another one, cases ignored.
   *
   * @throws UnscopedValidationError PropertyMissing, PropertyTypeInvalid
   */
  public startsWith(other: WorkflowExpression): WorkflowExpression {
    return this.with('startsWith', other);
  }

  /**
   * Whether this text ends with another one, cases ignored.
   *
   * @throws UnscopedValidationError PropertyMissing, PropertyTypeInvalid
   */
  public endsWith(other: WorkflowExpression): WorkflowExpression {
    return this.with('endsWith', other);
  }

  /**
   * Whether this text, list or object holds another text, an item or a member.
   *
   * @throws UnscopedValidationError PropertyMissing, PropertyTypeInvalid
   */
  public contains(other: WorkflowExpression): WorkflowExpression {
    return this.with('contains', other);
  }

  /**
   * Whether this is more than another number or text.
   *
   * @throws UnscopedValidationError PropertyMissing, PropertyTypeInvalid
   */
  public greater(other: WorkflowExpression): WorkflowExpression {
    return this.with('greater', other);
  }

  /**
   * Whether this is as much as another number or text, or more.
   *
   * @throws UnscopedValidationError PropertyMissing, PropertyTypeInvalid
   */
  public greaterOrEquals(other: WorkflowExpression): WorkflowExpression {
    return this.with('greaterOrEquals', other);
  }

  /**
   * Whether this is less than another number or text.
   *
   * @throws UnscopedValidationError PropertyMissing, PropertyTypeInvalid
   */
  public less(other: WorkflowExpression): WorkflowExpression {
    return this.with('less', other);
  }

  /**
   * Whether this is as much as another number or text, or less.
   *
   * @throws UnscopedValidationError PropertyMissing, PropertyTypeInvalid
   */
  public lessOrEquals(other: WorkflowExpression): WorkflowExpression {
    return this.with('lessOrEquals', other);
  }

  /** The opposite, of something that is true or false. */
  public not(): WorkflowExpression {
    return new WorkflowExpression(`not(${this.source})`);
  }

  /** The whole of a value: `@…`, which keeps the type of what it comes to. */
  public toText(): string {
    return `@${this.source}`;
  }

  /** A part of a longer text: `@{…}`. */
  public toInterpolation(): string {
    return `@{${this.source}}`;
  }

  /** The same as {@link toInterpolation}, so that an expression may stand in a template literal. */
  public toString(): string {
    return this.toInterpolation();
  }

  private with(name: string, other: WorkflowExpression): WorkflowExpression {
    validateValue({ other }, OTHER_SHAPE);
    return new WorkflowExpression(`${name}(${this.source}, ${other.source})`);
  }
}

const OTHER_SHAPE: Shape<{ readonly other: WorkflowExpression }> = { other: EXPRESSION };
