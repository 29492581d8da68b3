import type { ICaptureTarget, MatchContext } from './match-context';
import { Matcher, type Mismatch } from './matcher';
import { compare } from './private/compare';
import { describe } from './private/describe';
import { isPlainObject } from './private/plain';
import { printed } from './private/printed';
import { TemplateError } from './template-error';
import type { TerraformBlock } from './terraform-block';

/**
 * Takes values out of a match, to be looked at afterwards.
 *
 * Stands in a pattern in place of a value. It keeps one value for every block that the whole pattern matches,
 * in the order of the configuration, and nothing of blocks that do not match.
 *
 * @example
 * const body = new Capture();
 * template.hasResource('azapi_resource', { name: 'nightly', body });
 * expect(body.asObject()).toEqual({ properties: { isEnabled: true } });
 */
export class Capture extends Matcher implements ICaptureTarget {
  private readonly kept: unknown[] = [];

  /**
   * @param pattern what the value must look like to be taken
   * @default - any value that is there
   */
  public constructor(private readonly pattern?: unknown) {
    super();
  }

  public override describe(): string {
    return this.pattern === undefined ? 'any value, captured' : describe(this.pattern);
  }

  public override test(found: unknown, context: MatchContext): readonly Mismatch[] {
    const mismatches = this.mismatches(found, context);
    if (mismatches.length === 0) context.sight(this, found);
    return mismatches;
  }

  /** Keeps a value; called when the whole pattern has matched. */
  public keep(value: unknown): void {
    this.kept.push(value);
  }

  /** Every value captured so far. */
  public values(): readonly unknown[] {
    return [...this.kept];
  }

  /**
   * The one value captured, a string.
   *
   * @throws TemplateError TemplateMismatch
   */
  public asString(): string {
    const value = this.only();
    return typeof value === 'string' ? value : this.fail('a string', value);
  }

  /**
   * The one value captured, a number.
   *
   * @throws TemplateError TemplateMismatch
   */
  public asNumber(): number {
    const value = this.only();
    return typeof value === 'number' ? value : this.fail('a number', value);
  }

  /**
   * The one value captured, true or false.
   *
   * @throws TemplateError TemplateMismatch
   */
  public asBoolean(): boolean {
    const value = this.only();
    return typeof value === 'boolean' ? value : this.fail('true or false', value);
  }

  /**
   * The one value captured, an object.
   *
   * @throws TemplateError TemplateMismatch
   */
  public asObject(): TerraformBlock {
    const value = this.only();
    return isPlainObject(value) ? value : this.fail('an object', value);
  }

  /**
   * The one value captured, a list.
   *
   * @throws TemplateError TemplateMismatch
   */
  public asArray(): readonly unknown[] {
    const value = this.only();
    return Array.isArray(value) ? (value as readonly unknown[]) : this.fail('a list', value);
  }

  private mismatches(found: unknown, context: MatchContext): readonly Mismatch[] {
    if (this.pattern !== undefined) return compare(this.pattern, found, context);
    return found === undefined ? [context.mismatch(this.describe(), found)] : [];
  }

  private only(): unknown {
    if (this.kept.length === 1) return this.kept[0];
    throw new TemplateError(
      'TemplateMismatch',
      this.kept.length === 0
        ? 'nothing was captured: no pattern with this capture has matched'
        : `${String(this.kept.length)} values were captured; narrow the pattern to one block, or read values()`,
    );
  }

  private fail(expected: string, value: unknown): never {
    throw new TemplateError(
      'TemplateMismatch',
      `the captured value is not ${expected}, it is ${printed(value)}`,
    );
  }
}
