import {
  renderCommandNode,
  renderCommandSpec,
} from '../../../../lib/machine-learning/pipeline/steps/private/command-step-body';
import { Duration } from '../../../../lib/core/duration';
import { Distribution } from '../../../../lib/machine-learning/pipeline/steps/distribution';
import { StepIdentity } from '../../../../lib/machine-learning/pipeline/steps/step-identity';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { WORKSPACE_ID } from '../../../support/stack';
import { ENVIRONMENT, ENVIRONMENT_REFERENCE } from '../../setup';

const CODE_ID = `${WORKSPACE_ID}/codes/churn/versions/abc`;

describe('the specification of a command component', () => {
  test('holds command and environment, and that outputs may be reused', () => {
    expect(
      renderCommandSpec(
        'train',
        { command: 'python train.py', environment: ENVIRONMENT },
        { name: 'churn_train', inputs: {}, outputs: {} },
      ),
    ).toEqual({
      $schema: 'https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json',
      name: 'churn_train',
      display_name: 'train',
      type: 'command',
      is_deterministic: true,
      command: 'python train.py',
      environment: ENVIRONMENT_REFERENCE,
      _source: 'YAML.COMPONENT',
    });
  });

  test('holds everything', () => {
    expect(
      renderCommandSpec(
        'train',
        {
          command: 'python train.py $[[--seed ${{inputs.seed}}]] --model ${{outputs.model}}',
          environment: ENVIRONMENT,
          inputs: { raw: StepInput.literal('x'), seed: StepInput.literal(1) },
          outputs: { model: StepOutput.folder(), report: StepOutput.file() },
          instanceCount: 2,
          distribution: Distribution.pyTorch(4),
          resources: { instanceType: 'Standard_NC6s_v3', shmSize: '16g', dockerArgs: '--ipc=host' },
          environmentVariables: { LOG_LEVEL: 'debug' },
          reuse: false,
          displayName: 'Train',
          description: 'trains',
        },
        {
          name: 'churn_train',
          codeId: CODE_ID,
          inputs: {
            raw: { type: 'uri_folder', optional: false },
            seed: { type: 'integer', optional: true },
          },
          outputs: { model: { type: 'uri_folder' }, report: { type: 'uri_file' } },
        },
      ),
    ).toEqual({
      $schema: 'https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json',
      name: 'churn_train',
      display_name: 'Train',
      description: 'trains',
      type: 'command',
      is_deterministic: false,
      command: 'python train.py $[[--seed ${{inputs.seed}}]] --model ${{outputs.model}}',
      environment: ENVIRONMENT_REFERENCE,
      code: `azureml:${CODE_ID}`,
      inputs: { raw: { type: 'uri_folder' }, seed: { type: 'integer', optional: true } },
      outputs: { model: { type: 'uri_folder' }, report: { type: 'uri_file' } },
      resources: {
        instance_count: 2,
        instance_type: 'Standard_NC6s_v3',
        shm_size: '16g',
        docker_args: '--ipc=host',
      },
      distribution: { type: 'pytorch', process_count_per_instance: 4 },
      _source: 'YAML.COMPONENT',
    });
  });
});

describe('the node of a command component', () => {
  test('holds its type', () => {
    expect(renderCommandNode({ command: 'true', environment: ENVIRONMENT })).toEqual({
      type: 'command',
    });
  });

  test('holds everything', () => {
    expect(
      renderCommandNode({
        command: 'true',
        environment: ENVIRONMENT,
        environmentVariables: { LOG_LEVEL: 'debug' },
        timeout: Duration.minutes(90),
        identity: StepIdentity.USER,
      }),
    ).toEqual({
      type: 'command',
      environment_variables: { LOG_LEVEL: 'debug' },
      limits: { job_limits_type: 'Command', timeout: 'PT1H30M' },
      identity: { type: 'user_identity' },
    });
  });

  test.each([
    [StepIdentity.USER, 'user_identity'],
    [StepIdentity.MANAGED, 'managed_identity'],
    [StepIdentity.AML_TOKEN, 'aml_token'],
  ])('says as whom it runs: %#', (identity, type) => {
    expect(renderCommandNode({ command: 'true', environment: ENVIRONMENT, identity })).toEqual({
      type: 'command',
      identity: { type },
    });
  });
});

test.each([
  [Distribution.mpi(), { type: 'mpi' }],
  [Distribution.mpi(2), { type: 'mpi', process_count_per_instance: 2 }],
  [Distribution.pyTorch(), { type: 'pytorch' }],
  [Distribution.tensorFlow(), { type: 'tensorflow' }],
  [
    Distribution.tensorFlow(3, 1),
    { type: 'tensorflow', worker_count: 3, parameter_server_count: 1 },
  ],
])('a distribution is spelt as components spell it: %#', (distribution, spec) => {
  expect(distribution.spec).toEqual(spec);
});
