import { Duration } from '../../../../lib/core/duration';
import { Code } from '../../../../lib/machine-learning/code/code';
import { InputMode } from '../../../../lib/machine-learning/pipeline/steps/input-mode';
import { ParallelLoggingLevel } from '../../../../lib/machine-learning/pipeline/steps/parallel-options';
import {
  ParallelStep,
  type ParallelStepProps,
} from '../../../../lib/machine-learning/pipeline/steps/parallel-step';
import { StepIdentity } from '../../../../lib/machine-learning/pipeline/steps/step-identity';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { folderOf } from '../../../support/folder';
import { codesIn, freshStack, tokensIn } from '../../../support/stack';
import { ENVIRONMENT, ENVIRONMENT_REFERENCE } from '../../setup';

const CODE = Code.fromDirectory(folderOf({ 'score.py': '' }));
const DATA = StepInput.fromStep('prepare', 'images');

function parallelOf(props: Partial<ParallelStepProps> = {}): ParallelStep {
  return new ParallelStep('score', {
    code: CODE,
    entryScript: 'score.py',
    environment: ENVIRONMENT,
    inputs: { images: DATA },
    inputData: 'images',
    ...props,
  });
}

describe('a parallel step', () => {
  test('with the least', () => {
    const step = parallelOf();
    const shared = {
      task: {
        type: 'run_function',
        code: 'azureml:/c',
        entry_script: 'score.py',
        environment: ENVIRONMENT_REFERENCE,
      },
      input_data: '${{inputs.images}}',
    };
    const inputs = { images: { type: 'uri_folder', optional: false } };
    expect(step._renderSpec({ name: 'a_score', inputs, outputs: {}, codeId: '/c' })).toEqual({
      $schema: 'https://azuremlschemas.azureedge.net/latest/parallelComponent.schema.json',
      name: 'a_score',
      display_name: 'score',
      type: 'parallel',
      is_deterministic: true,
      ...shared,
      inputs: { images: { type: 'uri_folder' } },
      _source: 'YAML.COMPONENT',
    });
    expect(step._renderNode('/c')).toEqual({ type: 'parallel', ...shared });
  });

  test('with everything', () => {
    const step = parallelOf({
      inputs: { images: DATA.withMode(InputMode.EVAL_MOUNT) },
      outputs: { rows: StepOutput.file() },
      programArguments: '--rows ${{outputs.rows}}',
      miniBatchSize: 5,
      appendRowTo: 'rows',
      instanceCount: 2,
      maxConcurrencyPerInstance: 3,
      errorThreshold: -1,
      miniBatchErrorThreshold: 0,
      retry: { maxRetries: 2, timeout: Duration.minutes(1) },
      loggingLevel: ParallelLoggingLevel.DEBUG,
      environmentVariables: { A: 'b' },
      reuse: false,
    });
    const shared = {
      task: {
        type: 'run_function',
        entry_script: 'score.py',
        environment: ENVIRONMENT_REFERENCE,
        program_arguments: '--rows ${{outputs.rows}}',
        append_row_to: '${{outputs.rows}}',
      },
      input_data: '${{inputs.images}}',
      resources: { instance_count: 2 },
      retry_settings: { timeout: 60, max_retries: 2 },
      logging_level: 'DEBUG',
      max_concurrency_per_instance: 3,
      error_threshold: -1,
      mini_batch_error_threshold: 0,
    };
    const context = {
      name: 'a_score',
      inputs: { images: { type: 'mltable', optional: false } },
      outputs: { rows: { type: 'uri_file' } },
    };
    expect(step._renderSpec(context)).toEqual({
      $schema: 'https://azuremlschemas.azureedge.net/latest/parallelComponent.schema.json',
      name: 'a_score',
      display_name: 'score',
      type: 'parallel',
      is_deterministic: false,
      ...shared,
      mini_batch_size: '5',
      inputs: { images: { type: 'mltable', mode: 'eval_mount' } },
      outputs: { rows: { type: 'uri_file', mode: 'rw_mount' } },
      _source: 'YAML.COMPONENT',
    });
    expect(step._renderNode()).toEqual({
      type: 'parallel',
      ...shared,
      mini_batch_size: 5,
      environment_variables: { A: 'b' },
    });
  });

  test.each<[string, NonNullable<ParallelStepProps['retry']>, object]>([
    ['its time', { timeout: Duration.minutes(5) }, { timeout: 300 }],
    ['its tries', { maxRetries: 0 }, { max_retries: 0 }],
  ])('leaves the rest to the service where a retry says only %s', (_, retry, settings) => {
    const step = parallelOf({ retry });
    expect(step._renderNode()['retry_settings']).toEqual(settings);
    expect(step._renderSpec({ name: 'a', inputs: {}, outputs: {} })['retry_settings']).toEqual(
      settings,
    );
  });

  test('runs on the machines and as the identity that it names', () => {
    const step = parallelOf({
      instanceCount: 3,
      resources: { instanceType: 'Standard_D4s_v3', shmSize: '4g', dockerArgs: '--ipc=host' },
      identity: StepIdentity.AML_TOKEN,
    });
    const resources = {
      instance_count: 3,
      instance_type: 'Standard_D4s_v3',
      shm_size: '4g',
      docker_args: '--ipc=host',
    };
    const spec = step._renderSpec({ name: 'a', inputs: {}, outputs: {} });
    expect(spec['resources']).toEqual(resources);
    expect(spec).not.toHaveProperty('identity');
    expect(step._renderNode()).toMatchObject({ resources, identity: { type: 'aml_token' } });
  });

  test('sends its partition keys as the text that Python makes of them', () => {
    expect(parallelOf({ partitionKeys: ['Store', 'a "b"'] })._renderNode()['partition_keys']).toBe(
      '["Store", "a \\"b\\""]',
    );
  });

  test.each<[string, Partial<ParallelStepProps>, readonly string[]]>([
    ['no such input', { inputData: 'image' }, ['ParallelDataUnknown']],
    ['no such output', { appendRowTo: 'rows' }, ['ParallelDataUnknown']],
    ['batches and keys', { miniBatchSize: 1, partitionKeys: ['a'] }, ['ParallelBatchInvalid']],
    ['no keys', { partitionKeys: [] }, ['ParallelKeysEmpty']],
    ['empty batches', { miniBatchSize: 0 }, ['ParallelCountOutOfRange']],
    ['no node', { instanceCount: 0 }, ['ParallelCountOutOfRange']],
    ['memory without a unit', { resources: { shmSize: '4' } }, ['StepShmSizeInvalid']],
    ['no process', { maxConcurrencyPerInstance: 0 }, ['ParallelCountOutOfRange']],
    ['fewer errors than any', { errorThreshold: -2 }, ['ParallelCountOutOfRange']],
    ['any errors', { errorThreshold: -1, miniBatchErrorThreshold: -1 }, []],
    [
      'no time',
      { retry: { maxRetries: 0, timeout: Duration.seconds(0) } },
      ['ParallelRetryOutOfRange'],
    ],
    ['a retry that says nothing', { retry: {} }, ['PropertyTypeInvalid']],
    ['a time that is no duration', { retry: { timeout: 60 as never } }, ['PropertyTypeInvalid']],
    ['no retry', { retry: { maxRetries: 0, timeout: Duration.seconds(1) } }, []],
    [
      'fewer retries than none',
      { retry: { maxRetries: -1, timeout: Duration.seconds(1) } },
      ['ParallelRetryOutOfRange'],
    ],
    ['an unknown argument', { programArguments: '${{inputs.model}}' }, ['StepExpressionUnknown']],
    ['a number that is not known', { miniBatchSize: tokensIn(freshStack()).number }, []],
  ])('fails or not with %s', (_, props, codes) => {
    expect(codesIn(() => parallelOf(props))).toEqual(codes);
  });
});
