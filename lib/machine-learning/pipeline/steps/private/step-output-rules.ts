import { Is, mismatches, problemsOf, type Rule, type Shape } from '../../../../core/validation';
import { DATASTORE, datastorePathRule } from '../../../datastore/private/datastore-path-rule';
import { versionRule } from '../../../private/version-rule';
import { DataType } from '../../data-type';
import { isLiteral } from '../../private/literal-type';
import { OutputMode } from '../output-mode';
import type { OutputAsset, StepOutputOptions } from '../step-output';
import { expressionRules } from './expression-rules';

type Resolved = StepOutputOptions & { readonly type: DataType };

/** What the service puts into the path of an output. */
const MACROS = ['name', 'output_name'];

const ASSET_SHAPE: Shape<OutputAsset> = { name: Is.text, version: Is.optional(Is.text) };

/** `Microsoft.MachineLearningServices/workspaces/data@2025-06-01` and `…/models`, `name`. */
const ASSET_NAME = /^[a-zA-Z0-9][a-zA-Z0-9\-_]{0,254}$/;

export const STEP_OUTPUT_SHAPE: Shape<Resolved> = {
  type: Is.known(Is.oneOf(Object.values(DataType).filter((type) => !isLiteral(type)))),
  datastore: Is.optional(DATASTORE),
  path: Is.optional(Is.text),
  mode: Is.optional(Is.known(Is.oneOf(Object.values(OutputMode)))),
  registerAs: Is.optional({
    name: 'the name of an asset, with or without a version',
    accepts: (value) => problemsOf(value, ASSET_SHAPE).length === 0,
  }),
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
  {
    code: 'StepOutputAssetInvalid',
    check: ({ registerAs }) =>
      mismatches(registerAs?.name, ASSET_NAME)
        ? {
            property: 'registerAs.name',
            must: 'be 1 to 255 letters, digits, "-" and "_", starting with a letter or digit',
            got: registerAs?.name,
          }
        : undefined,
  },
  {
    code: versionRule.code,
    check: ({ registerAs = { name: '' } }) => {
      const found = versionRule.check(registerAs);
      return found === undefined ? undefined : { ...found, property: 'registerAs.version' };
    },
  },
  ...expressionRules(
    'path',
    ({ path }: Resolved) => path ?? '',
    () => MACROS,
  ),
];
