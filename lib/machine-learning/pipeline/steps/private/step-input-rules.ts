import { Is, type Rule, type Shape } from '../../../../core/validation';
import {
  DATASTORE,
  datastorePathRule,
  datastorePatternFinding,
} from '../../../datastore/private/datastore-path-rule';
import type { IDataLocation } from '../../../datastore/data-location';
import type { IDataAsset } from '../../../data/data-asset-types';
import type { IDatastore } from '../../../datastore/datastore-types';
import { DataType } from '../../data-type';
import { LITERAL } from '../../private/literal';
import { isLiteral } from '../../private/literal-type';
import { InputMode } from '../input-mode';
import type { StepOutputName } from './step-binding';

interface Literal {
  readonly value: string | number | boolean;
}

export const LITERAL_SHAPE: Shape<Literal> = { value: LITERAL };

interface DataPath {
  readonly datastore: IDatastore;
  readonly path: string;
}

export const DATA_INPUT_SHAPE: Shape<DataPath> = { datastore: DATASTORE, path: Is.string };

export const DATA_INPUT_RULES: readonly Rule<DataPath>[] = [
  datastorePathRule('path'),
  { code: 'DatastorePathPattern', check: ({ path }) => datastorePatternFinding('path', path) },
];

/** A URL may have a query, so that only a path of a datastore is looked at. */
export const LOCATION_RULES: readonly Rule<{ readonly location: IDataLocation }>[] = [
  {
    code: 'DatastorePathPattern',
    check: ({ location: { uri, datastore } }) =>
      datastore === undefined ? undefined : datastorePatternFinding('location', uri),
  },
];

export const DATA_ASSET_SHAPE: Shape<{ readonly asset: IDataAsset }> = {
  asset: Is.having('a data asset', 'dataAssetId', 'dataType'),
};

export const STEP_OUTPUT_SHAPE: Shape<Pick<StepOutputName, 'step' | 'output'>> = {
  step: Is.known(Is.text),
  output: Is.known(Is.text),
};

export const PIPELINE_INPUT_REFERENCE_SHAPE: Shape<{
  readonly name: string;
  readonly type: DataType;
}> = { name: Is.known(Is.text), type: Is.known(Is.oneOf(Object.values(DataType))) };

interface Delivery {
  readonly mode: InputMode;
  readonly type: DataType | undefined;
}

export const MODE_SHAPE: Shape<Delivery> = {
  mode: Is.known(Is.oneOf(Object.values(InputMode))),
  type: Is.optional(Is.oneOf(Object.values(DataType))),
};

export const MODE_RULES: readonly Rule<Delivery>[] = [
  {
    code: 'StepInputModeInvalid',
    check: ({ mode, type }) =>
      type !== undefined && isLiteral(type)
        ? { property: 'mode', must: `be left out for values of type ${type}`, got: mode }
        : undefined,
  },
];
