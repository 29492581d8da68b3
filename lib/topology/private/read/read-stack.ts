import { UnscopedValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import type { DeclaredStack } from './declared-stack';
import { isPlan, readPlan } from './read-plan';
import { isSynthesized, readSynth } from './read-synth';

/**
 * A stack from its `cdk.tf.json` or from a plan.
 *
 * @throws UnscopedValidationError TopologyInputInvalid
 */
export function readStack(name: string, document: unknown): DeclaredStack {
  if (isPlan(document)) return readPlan(name, document);
  if (isSynthesized(document)) return readSynth(name, document);
  throw new UnscopedValidationError([
    problem('TopologyInputInvalid', {
      property: name,
      must: 'be the Terraform JSON of a stack, or a plan as terraform show -json prints it',
      got: document,
    }),
  ]);
}
