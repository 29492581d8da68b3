import type { TerraformStack } from 'cdktf';
import { annotationsOf } from './private/annotations-of';
import { Candidates } from './private/candidates';
import { invokeAspects } from './private/synthesize';
import { withPrepared } from './private/with-prepared';
import { NO_TOKENS } from './private/tokens';
import { AnnotationLevel, type StackAnnotation } from './stack-annotation';

/**
 * The warnings, errors and notes that the constructs of a stack attach to themselves.
 *
 * @example
 * StackAnnotations.fromStack(stack).hasWarning(Match.stringMatching(/retired/), 'churn/Lake');
 */
export class StackAnnotations {
  /** Prepares the stack and lets its aspects visit it, then collects. Validations do not run. */
  public static fromStack(stack: TerraformStack): StackAnnotations {
    return new StackAnnotations(
      withPrepared(stack, () => {
        invokeAspects(stack);
        return annotationsOf(stack);
      }),
    );
  }

  private constructor(private readonly annotations: readonly StackAnnotation[]) {}

  /** Every annotation, in the order of the tree. */
  public all(): readonly StackAnnotation[] {
    return [...this.annotations];
  }

  /**
   * Expects an error.
   *
   * @param message the whole text or a {@link Matcher}
   * @param constructPath path of the construct, any when left out
   * @throws TemplateError TemplateMismatch
   */
  public hasError(message: unknown, constructPath?: string): void {
    this.of(AnnotationLevel.ERROR).expectSome(patternOf(message, constructPath));
  }

  /**
   * Expects a warning.
   *
   * @param message the whole text or a {@link Matcher}
   * @param constructPath path of the construct, any when left out
   * @throws TemplateError TemplateMismatch
   */
  public hasWarning(message: unknown, constructPath?: string): void {
    this.of(AnnotationLevel.WARNING).expectSome(patternOf(message, constructPath));
  }

  /**
   * Expects a note.
   *
   * @param message the whole text or a {@link Matcher}
   * @param constructPath path of the construct, any when left out
   * @throws TemplateError TemplateMismatch
   */
  public hasInfo(message: unknown, constructPath?: string): void {
    this.of(AnnotationLevel.INFO).expectSome(patternOf(message, constructPath));
  }

  /**
   * Expects that there is no such annotation.
   *
   * @param level how grave it would be
   * @param message the whole text or a {@link Matcher}, any when left out
   * @param constructPath path of the construct, any when left out
   * @throws TemplateError TemplateMismatch
   */
  public hasNo(level: AnnotationLevel, message?: unknown, constructPath?: string): void {
    this.of(level).expectCount(0, patternOf(message, constructPath));
  }

  private of(level: AnnotationLevel): Candidates {
    const members = this.annotations
      .filter((annotation) => annotation.level === level)
      .map(({ constructPath, message }) => ({
        name: constructPath,
        address: constructPath,
        constructPath: undefined,
        block: { constructPath, message },
      }));
    const others = this.annotations.map(
      (annotation) => `${annotation.level}: ${annotation.message}`,
    );
    return new Candidates({
      kind: level,
      members,
      tokens: NO_TOKENS,
      instead: `the stack has ${others.length === 0 ? 'no annotations' : others.join('; ')}`,
    });
  }
}

function patternOf(message: unknown, constructPath: string | undefined): unknown {
  return {
    ...(message === undefined ? {} : { message }),
    ...(constructPath === undefined ? {} : { constructPath }),
  };
}
