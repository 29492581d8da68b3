import { Is, type Rule, type Shape } from '../../core/validation';
import type { RawActionProps } from '../actions/raw-action';
import { JSON_OBJECT } from './content-rules';
import { ACTION_SHAPE } from './workflow-operation-rules';

export const RAW_ACTION_SHAPE: Shape<RawActionProps> = {
  ...ACTION_SHAPE,
  definition: JSON_OBJECT,
  connection: Is.optional(
    Is.having('a connection', 'connectionId', 'connectionName', 'managedApi'),
  ),
};

export const RAW_ACTION_RULES: readonly Rule<RawActionProps>[] = [
  {
    code: 'RawActionTypeMissing',
    check: ({ definition }) =>
      typeof definition['type'] === 'string'
        ? undefined
        : {
            property: 'definition.type',
            must: 'be the type of an action, such as Select',
            got: definition['type'],
          },
  },
  {
    code: 'RawActionRunAfterGiven',
    check: ({ definition }) =>
      definition['runAfter'] === undefined
        ? undefined
        : {
            property: 'definition.runAfter',
            must: 'not be given: it is written from the property runAfter',
            got: definition['runAfter'],
          },
  },
];
