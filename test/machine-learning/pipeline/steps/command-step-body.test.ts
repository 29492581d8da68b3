import {
  renderCommandNode,
  renderCommandSpec,
} from '../../../../lib/machine-learning/pipeline/steps/private/command-step-body';
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
        { name: 'churn_train', inputs: {} },
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
      resources: { instance_count: 2 },
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

  test('holds environment variables', () => {
    expect(
      renderCommandNode({
        command: 'true',
        environment: ENVIRONMENT,
        environmentVariables: { LOG_LEVEL: 'debug' },
      }),
    ).toEqual({ type: 'command', environment_variables: { LOG_LEVEL: 'debug' } });
  });
});
