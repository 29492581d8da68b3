import { validateValue } from '../../core/validation';
import { member, memberPath, quotedText } from './private/expression-text';
import {
  ACTIVITY_RULES,
  ACTIVITY_SHAPE,
  CALL_RULES,
  CALL_SHAPE,
  LITERAL_SHAPE,
  NAMED_SHAPE,
  NUMBER_SHAPE,
  PARTS_RULES,
  PARTS_SHAPE,
} from './private/expression-rules';

/**
 * An expression of Data Factory, built so that names and texts in it cannot break it.
 *
 * @see https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions
 */
export class DataFactoryExpression {
  /**
   * Text that arrives as it is where expressions are read: `@` at its start and `@{` in it are escaped.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static escapeLiteral(text: string): string {
    validateValue({ text }, LITERAL_SHAPE);
    return text.startsWith('@') ? `@${text}` : text.replaceAll('@{', '@@{');
  }

  /**
   * A text within an expression.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static text(text: string): DataFactoryExpression {
    validateValue({ text }, LITERAL_SHAPE);
    return new DataFactoryExpression(quotedText(text));
  }

  /**
   * A number within an expression.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static number(value: number): DataFactoryExpression {
    validateValue({ value }, NUMBER_SHAPE);
    return new DataFactoryExpression(String(value));
  }

  /**
   * A parameter of the pipeline.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static pipelineParameter(name: string): DataFactoryExpression {
    validateValue({ name }, NAMED_SHAPE);
    return new DataFactoryExpression(`pipeline().parameters${member(name)}`);
  }

  /**
   * A variable of the pipeline.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static variable(name: string): DataFactoryExpression {
    validateValue({ name }, NAMED_SHAPE);
    return new DataFactoryExpression(`variables(${quotedText(name)})`);
  }

  /** The id of the run of the pipeline. */
  public static runId(): DataFactoryExpression {
    return new DataFactoryExpression('pipeline().RunId');
  }

  /** The item of the `ForEachActivity` around it. */
  public static item(): DataFactoryExpression {
    return new DataFactoryExpression('item()');
  }

  /**
   * The output of an activity that has ended, or something in it.
   *
   * @param activity name of the activity
   * @param path names on the way into the output, such as `['firstRow', 'id']`; all of it when left out
   * @throws UnscopedValidationError PropertyTypeInvalid, ExpressionPathInvalid
   */
  public static activityOutput(activity: string, path: string[] = []): DataFactoryExpression {
    validateValue({ activity, path }, ACTIVITY_SHAPE, ACTIVITY_RULES);
    return new DataFactoryExpression(`activity(${quotedText(activity)}).output${memberPath(path)}`);
  }

  /**
   * What started the run, for parameters of triggers; such as `triggerBody().fileName`.
   *
   * @param path names on the way into it, such as `['event', 'data']`
   * @throws UnscopedValidationError PropertyTypeInvalid, ExpressionPathInvalid
   */
  public static triggerBody(path: string[] = []): DataFactoryExpression {
    validateValue({ activity: 'trigger', path }, ACTIVITY_SHAPE, ACTIVITY_RULES);
    return new DataFactoryExpression(`triggerBody()${memberPath(path)}`);
  }

  /**
   * Texts, one after the other.
   *
   * @param parts two or more
   * @throws UnscopedValidationError PropertyTypeInvalid, ExpressionPartsMissing
   */
  public static concat(parts: DataFactoryExpression[]): DataFactoryExpression {
    validateValue({ parts }, PARTS_SHAPE, PARTS_RULES);
    return DataFactoryExpression.call('concat', parts);
  }

  /**
   * A function of the expression language.
   *
   * @param name name of the function, letters and digits, such as `formatDateTime`
   * @param args what it takes
   * @throws UnscopedValidationError PropertyTypeInvalid, ExpressionFunctionInvalid
   */
  public static call(name: string, args: DataFactoryExpression[] = []): DataFactoryExpression {
    validateValue({ name, args }, CALL_SHAPE, CALL_RULES);
    return new DataFactoryExpression(`${name}(${args.map((arg) => arg.source).join(',')})`);
  }

  private constructor(
    /** The expression without `@`, as it stands within other expressions. */
    public readonly source: string,
  ) {}

  /** Whether this is the same as another one. */
  public equalTo(other: DataFactoryExpression): DataFactoryExpression {
    return DataFactoryExpression.call('equals', [this, other]);
  }

  /** The opposite, of something that is true or false. */
  public not(): DataFactoryExpression {
    return DataFactoryExpression.call('not', [this]);
  }

  /** The whole of a value: `@…`, which keeps the type of what it comes to. */
  public toText(): string {
    return `@${this.source}`;
  }

  /** A part of a longer text: `@{…}`. */
  public toInterpolation(): string {
    return `@{${this.source}}`;
  }

  /** The same as {@link toText}. */
  public toString(): string {
    return this.toText();
  }
}
