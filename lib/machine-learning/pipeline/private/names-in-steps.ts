import { declaredName } from '../../../core/declared-name';
import { isUnresolved } from '../../../core/validation';
import type { Pipeline } from '../pipeline';

/**
 * Names of the computes and datastores that the nodes of a pipeline name, and its inputs by default, as far as they
 * are known. Those of a nested pipeline name its default compute, too.
 */
export function namesIn(pipeline: Pipeline): readonly string[] {
  const { steps, inputs: declared, _nested: nested, defaultCompute } = pipeline;
  const inSteps = steps.flatMap(
    ({ compute = nested ? defaultCompute : undefined, inputs, outputs }) => [
      ...(compute === undefined ? [] : [declaredName(compute, compute.computeName)]),
      ...[...Object.values(inputs), ...Object.values(outputs)].flatMap(
        ({ _datastore: datastore }) =>
          datastore === undefined ? [] : [declaredName(datastore, datastore.datastoreName)],
      ),
    ],
  );
  const inInputs = Object.values(declared).flatMap(({ _defaultCompute: compute }) =>
    compute === undefined ? [] : [declaredName(compute, compute.computeName)],
  );
  return [...inSteps, ...inInputs].filter((name) => !isUnresolved(name));
}
