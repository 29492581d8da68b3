import { Code } from '../../../../lib/machine-learning/code/code';
import { InputMode } from '../../../../lib/machine-learning/pipeline/steps/input-mode';
import { OutputMode } from '../../../../lib/machine-learning/pipeline/steps/output-mode';
import { SparkSize } from '../../../../lib/machine-learning/pipeline/steps/spark-size';
import {
  SparkStep,
  type SparkStepProps,
} from '../../../../lib/machine-learning/pipeline/steps/spark-step';
import { StepIdentity } from '../../../../lib/machine-learning/pipeline/steps/step-identity';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { folderOf } from '../../../support/folder';
import { codesIn, existingPlatform, freshStack, tokensIn } from '../../../support/stack';
import { ENVIRONMENT, ENVIRONMENT_REFERENCE } from '../../setup';

const CODE = Code.fromDirectory(folderOf({ 'count.py': '' }));
const MACHINES = { driverCores: 1, driverMemory: '2g', executorCores: 2, executorMemory: '4g' };
const SERVERLESS = { instanceType: 'Standard_E8S_V3', runtimeVersion: '3.4' };
const CONF = {
  'spark.driver.cores': 1,
  'spark.driver.memory': '2g',
  'spark.executor.cores': 2,
  'spark.executor.memory': '4g',
};

function sparkOf(props: Partial<SparkStepProps> = {}): SparkStep {
  return new SparkStep('count', {
    code: CODE,
    entryFile: 'count.py',
    size: SparkSize.fixed(2, MACHINES),
    serverless: SERVERLESS,
    ...props,
  });
}

const without = (key: keyof SparkStepProps) => ({ [key]: undefined }) as Partial<SparkStepProps>;

describe('a Spark step', () => {
  test('with the least', () => {
    const step = sparkOf();
    expect(step._renderSpec({ name: 'a_count', inputs: {}, outputs: {}, codeId: '/c' })).toEqual({
      $schema: 'https://azuremlschemas.azureedge.net/latest/sparkComponent.schema.json',
      name: 'a_count',
      display_name: 'count',
      type: 'spark',
      is_deterministic: true,
      code: 'azureml:/c',
      entry: { file: 'count.py' },
      conf: { ...CONF, 'spark.executor.instances': 2 },
      _source: 'YAML.COMPONENT',
    });
    expect(step._renderNode()).toEqual({
      type: 'spark',
      entry: { spark_job_entry_type: 'SparkJobPythonEntry', file: 'count.py' },
      conf: { ...CONF, 'spark.executor.instances': 2 },
      resources: { instance_type: 'Standard_E8S_V3', runtime_version: '3.4' },
      identity: { identity_type: 'UserIdentity' },
    });
  });

  test('with everything', () => {
    const { datastore, compute } = existingPlatform();
    const dynamic = {
      'spark.dynamicAllocation.enabled': true,
      'spark.dynamicAllocation.minExecutors': 1,
      'spark.dynamicAllocation.maxExecutors': 4,
    };
    const attached = {
      py_files: ['u.zip'],
      jars: ['s.jar'],
      files: ['f.txt'],
      archives: ['a.tgz'],
      args: '--in ${{inputs.raw}} --rate ${{inputs.rate}} --out ${{outputs.clean}}',
    };
    const step = sparkOf({
      ...without('entryFile'),
      ...without('serverless'),
      entryClass: 'com.example.Count',
      size: SparkSize.dynamic({ minExecutors: 1, maxExecutors: 4 }, MACHINES),
      conf: { 'spark.sql.shuffle.partitions': 8 },
      args: attached.args,
      pyFiles: attached.py_files,
      jars: attached.jars,
      files: attached.files,
      archives: attached.archives,
      environment: ENVIRONMENT,
      compute,
      identity: StepIdentity.USER,
      inputs: { raw: StepInput.file(datastore, 'raw.csv'), rate: StepInput.literal(1) },
      outputs: { clean: StepOutput.folder() },
      reuse: false,
      displayName: 'Count',
      description: 'counts',
    });
    const context = {
      name: 'a_count',
      inputs: {
        raw: { type: 'uri_file', optional: true },
        rate: { type: 'integer', optional: false },
      },
      outputs: { clean: { type: 'uri_folder' } },
    };
    expect(step._renderSpec(context)).toEqual({
      $schema: 'https://azuremlschemas.azureedge.net/latest/sparkComponent.schema.json',
      name: 'a_count',
      display_name: 'Count',
      description: 'counts',
      type: 'spark',
      is_deterministic: false,
      entry: { class_name: 'com.example.Count' },
      ...attached,
      conf: { ...CONF, ...dynamic, 'spark.sql.shuffle.partitions': 8 },
      environment: ENVIRONMENT_REFERENCE,
      inputs: {
        raw: { type: 'uri_file', optional: true, mode: 'direct' },
        rate: { type: 'integer' },
      },
      outputs: { clean: { type: 'uri_folder', mode: 'direct' } },
      _source: 'YAML.COMPONENT',
    });
    expect(step._renderNode()).toEqual({
      type: 'spark',
      entry: { spark_job_entry_type: 'SparkJobScalaEntry', class_name: 'com.example.Count' },
      ...attached,
      conf: {
        ...CONF,
        ...dynamic,
        'spark.executor.instances': 1,
        'spark.sql.shuffle.partitions': 8,
      },
      identity: { identity_type: 'UserIdentity' },
    });
    expect(step.inputs['raw']?._renderNodeInput()['mode']).toBe('Direct');
    expect(step.outputs['clean']?._renderNodeOutput()['mode']).toBe('Direct');
  });

  test.each([
    [StepIdentity.USER, 'UserIdentity'],
    [StepIdentity.MANAGED, 'Managed'],
    [StepIdentity.AML_TOKEN, 'AMLToken'],
  ])('runs as %o where it is told to', (identity, type) => {
    expect(sparkOf({ identity })._renderNode()['identity']).toEqual({ identity_type: type });
  });

  test('runs as the identity of the compute where it runs on one', () => {
    const { compute } = existingPlatform();
    expect(sparkOf({ ...without('serverless'), compute })._renderNode()).toMatchObject({
      identity: { identity_type: 'Managed' },
    });
  });

  test.each<[string, Partial<SparkStepProps>, readonly string[]]>([
    ['no entry', without('entryFile'), ['SparkEntryInvalid']],
    ['two entries', { entryClass: 'a.B' }, ['SparkEntryInvalid']],
    ['no place', without('serverless'), ['SparkPlaceInvalid']],
    ['two places', { compute: existingPlatform().compute }, ['SparkPlaceInvalid']],
    [
      'another machine',
      { serverless: { ...SERVERLESS, instanceType: 'Standard_DS3_v2' } },
      ['SparkInstanceTypeInvalid'],
    ],
    [
      'a machine in lower case',
      { serverless: { ...SERVERLESS, instanceType: 'standard_e4s_v3' } },
      [],
    ],
    ['a long version', { serverless: { ...SERVERLESS, runtimeVersion: '3.4.0' } }, []],
    [
      'no version',
      { serverless: { ...SERVERLESS, runtimeVersion: '3' } },
      ['SparkRuntimeVersionInvalid'],
    ],
    ['a setting of its size', { conf: { 'spark.driver.cores': 4 } }, ['SparkSettingTaken']],
    ['an unknown input', { args: '${{inputs.raw}}' }, ['StepExpressionUnknown']],
    [
      'a mounted output',
      { outputs: { a: StepOutput.folder({ mode: OutputMode.UPLOAD }) } },
      ['SparkModeInvalid'],
    ],
    [
      'a mounted input',
      { inputs: { a: StepInput.fromStep('b', 'c').withMode(InputMode.DOWNLOAD) } },
      ['SparkModeInvalid'],
    ],
    [
      'a direct input',
      { inputs: { a: StepInput.fromStep('b', 'c').withMode(InputMode.DIRECT) } },
      [],
    ],
  ])('fails or not with %s', (_, props, codes) => {
    expect(codesIn(() => sparkOf(props))).toEqual(codes);
  });
});

describe('the size of a Spark step', () => {
  test.each<[string, () => SparkSize, readonly string[]]>([
    ['one executor', () => SparkSize.fixed(1, MACHINES), []],
    ['no executor', () => SparkSize.fixed(0, MACHINES), ['SparkExecutorsOutOfRange']],
    [
      'no core',
      () => SparkSize.fixed(1, { ...MACHINES, driverCores: 0 }),
      ['SparkCoresOutOfRange'],
    ],
    [
      'no unit',
      () => SparkSize.fixed(1, { ...MACHINES, executorMemory: '2' }),
      ['SparkMemoryInvalid'],
    ],
    ['megabytes', () => SparkSize.fixed(1, { ...MACHINES, driverMemory: '512m' }), []],
    ['equal bounds', () => SparkSize.dynamic({ minExecutors: 2, maxExecutors: 2 }, MACHINES), []],
    [
      'bounds the other way round',
      () => SparkSize.dynamic({ minExecutors: 3, maxExecutors: 2 }, MACHINES),
      ['SparkExecutorsOutOfRange'],
    ],
    [
      'a start outside',
      () => SparkSize.dynamic({ minExecutors: 1, maxExecutors: 2, initialExecutors: 3 }, MACHINES),
      ['SparkExecutorsOutOfRange'],
    ],
    [
      'tokens',
      () => {
        const { text, number } = tokensIn(freshStack());
        return SparkSize.fixed(number, { ...MACHINES, driverMemory: text });
      },
      [],
    ],
  ])('fails or not with %s', (_, make, codes) => {
    expect(codesIn(make)).toEqual(codes);
  });
});
