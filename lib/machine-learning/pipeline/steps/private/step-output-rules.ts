import { Is, type Rule, type Shape } from '../../../../core/validation';
import { DATASTORE, datastorePathRule } from '../../../datastore/private/datastore-path-rule';
import { DataType } from '../../data-type';
import { isLiteral } from '../../private/literal-type';
import { OutputMode } from '../output-mode';
import type { StepOutputOptions } from '../step-output';
import { expressionRules } from './expression-rules';

type Resolved = StepOutputOptions & { readonly type: DataType };

/** What the service puts into the path of an output. */
const MACROS = ['name', 'output_name'];

export const STEP_OUTPUT_SHAPE: Shape<Resolved> = {
  type: Is.known(Is.oneOf(Object.values(DataType).filter((type) => !isLiteral(type)))),
  datastore: Is.optional(DATASTORE),
  path: Is.optional(Is.text),
  mode: Is.optional(Is.known(Is.oneOf(Object.values(OutputMode)))),
};

export const STEP_OUTPUT_RULES: readonly Rule<Resolved>[] = [
  {
    code: 'StepOutputPlaceIncomplete',
    check: ({ datastore, path }) =>
      (datastore === undefined) === (path === undefined)
        ? undefined
        : {
            property: datastore === undefined ? 'datastore' : 'path',
            must: 'be given, as datastore and path say together where the output is written',
            got: undefined,
          },
  },
  {
    code: 'DatastorePathInvalid',
    check: ({ path }) =>
      path === undefined ? undefined : datastorePathRule('path').check({ path }),
  },
  ...expressionRules(
    'path',
    ({ path }: Resolved) => path ?? '',
    () => MACROS,
  ),
];
