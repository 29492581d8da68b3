import type { IConstruct } from 'constructs';
import { ValidationError } from '../../core/errors';
import { isUnresolved, problem } from '../../core/validation';
import type { IDataFactory } from '../data-factory';

const KEY = Symbol.for('cdktf-azureml.data-factory-names');

interface Holder {
  [KEY]?: Set<string>;
}

/**
 * Takes a name in a factory; the service does not tell cases apart.
 *
 * @param kind what is named, such as `pipeline`
 * @throws ValidationError DataFactoryNameTaken
 */
export function takeName(
  scope: IConstruct,
  factory: IDataFactory,
  kind: string,
  name: string,
): void {
  if (isUnresolved(name)) return;
  const names = ((factory as IDataFactory & Holder)[KEY] ??= new Set());
  const entry = `${kind}/${name.toLowerCase()}`;
  if (names.has(entry)) {
    throw new ValidationError(
      [
        problem('DataFactoryNameTaken', {
          property: 'name',
          must: `be the name of one ${kind} of the data factory only, cases ignored`,
          got: name,
          fix: 'give another name',
        }),
      ],
      scope,
    );
  }
  names.add(entry);
}
