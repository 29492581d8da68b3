import { DataCopyMode } from '../../../../lib/machine-learning/pipeline/steps/data-transfer-options';
import {
  DataTransferStep,
  type DataTransferStepProps,
} from '../../../../lib/machine-learning/pipeline/steps/data-transfer-step';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { codesIn } from '../../../support/stack';

const copyOf = (props: Partial<DataTransferStepProps> = {}) =>
  new DataTransferStep('copy', {
    inputs: { from: StepInput.fromStep('prepare', 'clean') },
    outputs: { to: StepOutput.folder() },
    ...props,
  });

const CONTEXT = {
  name: 'a_copy',
  inputs: { from: { type: 'uri_folder', optional: false } },
  outputs: { to: { type: 'uri_folder' } },
};

describe('a data transfer step', () => {
  test('copies', () => {
    const step = copyOf();
    expect(step._renderSpec(CONTEXT)).toEqual({
      $schema: 'https://azuremlschemas.azureedge.net/latest/dataTransferComponent.schema.json',
      name: 'a_copy',
      display_name: 'copy',
      type: 'data_transfer',
      is_deterministic: true,
      task: 'copy_data',
      inputs: { from: { type: 'uri_folder' } },
      outputs: { to: { type: 'uri_folder' } },
      _source: 'YAML.COMPONENT',
    });
    expect(step._renderNode()).toEqual({ type: 'data_transfer', task: 'copy_data' });
  });

  test.each([
    [DataCopyMode.MERGE_WITH_OVERWRITE, 'merge_with_overwrite'],
    [DataCopyMode.FAIL_IF_CONFLICT, 'fail_if_conflict'],
  ])('says what happens to what is there: %s', (copyMode, spelt) => {
    const step = copyOf({ copyMode });
    expect(step._renderSpec(CONTEXT)['data_copy_mode']).toBe(spelt);
    expect(step._renderNode()['data_copy_mode']).toBe(spelt);
  });

  test.each<[string, Partial<DataTransferStepProps>, readonly string[]]>([
    ['nothing to copy', { inputs: {} }, ['DataTransferPortsInvalid']],
    ['a value', { inputs: { a: StepInput.literal(1) } }, ['DataTransferPortsInvalid']],
    ['no place', { outputs: {} }, ['DataTransferPortsInvalid']],
    [
      'two places',
      { outputs: { a: StepOutput.folder(), b: StepOutput.folder() } },
      ['DataTransferPortsInvalid'],
    ],
  ])('fails with %s', (_, props, codes) => {
    expect(codesIn(() => copyOf(props))).toEqual(codes);
  });
});
