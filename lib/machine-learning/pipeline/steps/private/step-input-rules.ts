import { Is, type Rule, type Shape } from '../../../../core/validation';
import { DATASTORE, datastorePathRule } from '../../../datastore/private/datastore-path-rule';
import type { IDatastore } from '../../../datastore/datastore-types';
import { DataType } from '../../data-type';
import { isJobLiteral, JOB_LITERAL_FORM, LITERAL } from '../../private/literal';
import type { StepOutputName } from '../step-input';

interface Literal {
  readonly value: string | number | boolean;
}

export const LITERAL_SHAPE: Shape<Literal> = { value: LITERAL };

export const LITERAL_RULES: readonly Rule<Literal>[] = [
  {
    code: 'StepLiteralInvalid',
    check: ({ value }) =>
      isJobLiteral(value)
        ? undefined
        : {
            property: 'value',
            must: JOB_LITERAL_FORM,
            got: value,
            fix: 'leave the input out to give it nothing',
          },
  },
];

interface DataPath {
  readonly datastore: IDatastore;
  readonly path: string;
}

export const DATA_INPUT_SHAPE: Shape<DataPath> = { datastore: DATASTORE, path: Is.string };

export const DATA_INPUT_RULES: readonly Rule<DataPath>[] = [datastorePathRule('path')];

export const STEP_OUTPUT_SHAPE: Shape<StepOutputName> = {
  step: Is.known(Is.text),
  output: Is.known(Is.text),
};

export const PIPELINE_INPUT_REFERENCE_SHAPE: Shape<{
  readonly name: string;
  readonly type: DataType;
}> = { name: Is.known(Is.text), type: Is.known(Is.oneOf(Object.values(DataType))) };
