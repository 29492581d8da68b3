import { Aspects, type IAspect, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { AnnotationLevel, type StackAnnotation } from '../stack-annotation';
import { TemplateError } from '../template-error';
import { annotationsOf } from './annotations-of';
import { withPrepared } from './with-prepared';

/**
 * What `app.synth()` writes for one stack, made in memory.
 *
 * Every stack of the tree is prepared, since a reference from another stack adds an output to this one.
 * The default backend that this adds is taken away again. Assets are not copied.
 *
 * @throws TemplateError TemplateStackInvalid; what the validations of constructs report
 */
export function synthesize(stack: TerraformStack, skipValidations: boolean): unknown {
  return withPrepared(stack, () => {
    invokeAspects(stack);
    if (!skipValidations) {
      stack.runAllValidations();
      refuseErrors(annotationsOf(stack));
    }
    return stack.toTerraform() as unknown;
  });
}

/** Visits the tree below a construct with its aspects and those of its scopes in it. */
export function invokeAspects(construct: IConstruct, inherited: readonly IAspect[] = []): void {
  const aspects = [...new Set([...inherited, ...Aspects.of(construct).all])];
  for (const aspect of aspects) aspect.visit(construct);
  for (const child of construct.node.children) invokeAspects(child, aspects);
}

function refuseErrors(annotations: readonly StackAnnotation[]): void {
  const errors = annotations.filter(({ level }) => level === AnnotationLevel.ERROR);
  if (errors.length === 0) return;
  const lines = errors.map(({ constructPath, message }) => `  [${constructPath}] ${message}`);
  throw new TemplateError(
    'TemplateStackInvalid',
    `the stack carries error annotations, so that app.synth() fails\n${lines.join('\n')}`,
  );
}
