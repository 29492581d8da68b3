import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { problem } from '../../../core/validation';
import { deploymentNameOf } from './deployment-name';

/** The problem with a label that another version has, cases ignored; `undefined` where none has it. */
export function takenProblem(label: string, labels: readonly string[]): Problem | undefined {
  const wanted = deploymentNameOf(label).toLowerCase();
  const owner = labels.find((other) => deploymentNameOf(other).toLowerCase() === wanted);
  if (owner === undefined) return undefined;
  return problem('EndpointVersionTaken', {
    property: 'label',
    must: `name another deployment than version ${owner} does, cases ignored`,
    got: label,
  });
}

/** The problem with a label that no version has so far. */
export function unknownProblem(
  label: string,
  property: string,
  labels: readonly string[],
): Problem {
  const { fix } = nearestFix(label, labels);
  return problem('EndpointVersionUnknown', {
    property,
    must: `be a version that was added so far: ${choices(labels)}`,
    got: label,
    fix: fix ?? 'call addVersion first, and declare what runs it afterwards',
  });
}
