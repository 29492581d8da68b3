import type { ArmObject } from '../../../../azapi/azapi-types';
import type { CommandStepProps } from '../command-step';
import type { ComponentContext } from '../step';

/**
 * The specification of a command component, without its version. Pure.
 *
 * @returns `{ $schema, name, display_name, type: "command", is_deterministic, command, environment, code?, inputs?, outputs?, resources?, _source }`
 */
export function renderCommandSpec(
  stepName: string,
  props: CommandStepProps,
  { name, inputs: declared, codeId }: ComponentContext,
): ArmObject {
  const outputs = Object.entries(props.outputs ?? {}).map(([key, { type }]) => [key, { type }]);
  const inputs = Object.entries(declared).map(([key, { type, optional }]) => [
    key,
    { type, ...(optional ? { optional } : {}) },
  ]);
  return {
    $schema: 'https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json',
    name,
    display_name: props.displayName ?? stepName,
    ...(props.description === undefined ? {} : { description: props.description }),
    type: 'command',
    is_deterministic: props.reuse ?? true,
    command: props.command,
    environment: props.environment.environmentReference,
    ...(codeId === undefined ? {} : { code: `azureml:${codeId}` }),
    ...(inputs.length === 0 ? {} : { inputs: Object.fromEntries(inputs) }),
    ...(outputs.length === 0 ? {} : { outputs: Object.fromEntries(outputs) }),
    ...(props.instanceCount === undefined
      ? {}
      : { resources: { instance_count: props.instanceCount } }),
    _source: 'YAML.COMPONENT',
  };
}

/**
 * What a node of a command component adds to the bindings. Pure.
 *
 * @returns `{ type: "command", environment_variables? }`
 */
export function renderCommandNode({ environmentVariables }: CommandStepProps): ArmObject {
  return {
    type: 'command',
    ...(environmentVariables === undefined ? {} : { environment_variables: environmentVariables }),
  };
}
