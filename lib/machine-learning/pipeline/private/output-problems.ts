import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { type Finding, mismatches, problem } from '../../../core/validation';
import type { PipelineOutputs } from '../invocation/pipeline-request';
import { secretFinding } from './uri-secrets';

/** A location on a datastore, or an expression of the sender. */
const LOCATION = /^(azureml:\S+|@.+)$/;

/**
 * Outputs that the pipeline does not have, and locations that nothing can be written to. Pure.
 *
 * @param names outputs of the pipeline, `undefined` where they are not known
 */
export function outputProblems(
  names: readonly string[] | undefined,
  given: PipelineOutputs = {},
): readonly Problem[] {
  return Object.entries(given).flatMap(([name, { uri }]) => {
    const property = `outputs.${name}.uri`;
    const secret = secretFinding(property, uri);
    const place = placeFinding(property, uri);
    return [
      ...(names === undefined || names.includes(name) ? [] : [unknownOutput(name, names)]),
      ...(place === undefined ? [] : [problem('OutputUriInvalid', place)]),
      ...(secret === undefined ? [] : [problem('ArgumentUriHoldsSecret', secret)]),
    ];
  });
}

function unknownOutput(name: string, names: readonly string[]): Problem {
  return problem('OutputUnknown', {
    property: `outputs.${name}`,
    must: `name an output of the pipeline: ${choices(names)}`,
    got: name,
    ...nearestFix(name, names),
  });
}

function placeFinding(property: string, uri: string): Finding | undefined {
  if (!mismatches(uri, LOCATION)) return undefined;
  return {
    property,
    must: 'be a place on a registered blob datastore, azureml:<datastore id>/paths/<path>',
    got: uri,
  };
}
