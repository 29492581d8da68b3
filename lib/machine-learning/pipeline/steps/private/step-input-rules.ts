import {
  Is,
  isUnresolved,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../../../core/validation';
import type { IDatastore } from '../../../datastore/datastore-types';

interface Literal {
  readonly value: string | number | boolean;
}

const LITERAL: PropertyType = {
  name: 'a string, a number, true or false',
  accepts: (value) => [Is.string, Is.number, Is.boolean].some((type) => type.accepts(value)),
};

export const LITERAL_SHAPE: Shape<Literal> = { value: LITERAL };

/** `Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01`, LiteralJobInput.value. */
export const LITERAL_RULES: readonly Rule<Literal>[] = [
  {
    code: 'StepLiteralInvalid',
    check: ({ value }) =>
      isUnresolved(value) || /[a-zA-Z0-9_]/.test(String(value))
        ? undefined
        : {
            property: 'value',
            must: 'hold at least one letter, digit or "_"',
            got: value,
            fix: 'leave the input out to give it nothing',
          },
  },
];

export const DATA_INPUT_SHAPE: Shape<{ readonly datastore: IDatastore; readonly path: string }> = {
  datastore: Is.having('a datastore', 'datastoreId', 'datastoreName'),
  path: Is.string,
};
