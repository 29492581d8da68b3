import { declaredName } from '../../../core/declared-name';
import { isUnresolved } from '../../../core/validation';
import type { Pipeline } from '../pipeline';

/**
 * Names of the computes and datastores that the nodes of a pipeline name, as far as they are known. Those of
 * a nested pipeline name its default compute, too.
 */
export function namesIn({ steps, _nested: nested, defaultCompute }: Pipeline): readonly string[] {
  const names = steps.flatMap(
    ({ compute = nested ? defaultCompute : undefined, inputs, outputs }) => [
      ...(compute === undefined ? [] : [declaredName(compute, compute.computeName)]),
      ...[...Object.values(inputs), ...Object.values(outputs)].flatMap(
        ({ _datastore: datastore }) =>
          datastore === undefined ? [] : [declaredName(datastore, datastore.datastoreName)],
      ),
    ],
  );
  return names.filter((name) => !isUnresolved(name));
}
