import type { ArmObject } from '../../../../azapi/azapi-types';
import type { CommandStepProps } from '../command-step-props';
import type { ComponentContext } from '../step';
import { renderPorts } from './component-ports';
import { renderResources } from './step-resources-body';

/**
 * The specification of a command component, without its version. Pure.
 *
 * @returns `{ $schema, name, display_name, description?, type: "command", is_deterministic, command, environment,
 *   code?, inputs?, outputs?, resources?, distribution?, _source }`
 */
export function renderCommandSpec(
  stepName: string,
  props: CommandStepProps,
  context: ComponentContext,
): ArmObject {
  const { name, codeId } = context;
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
    ...renderPorts(context),
    ...renderResources(props),
    ...(props.distribution === undefined ? {} : { distribution: props.distribution.spec }),
    _source: 'YAML.COMPONENT',
  };
}

/**
 * What a node of a command component adds to the bindings. Pure.
 *
 * @returns `{ type: "command", environment_variables?, limits?, identity? }`
 */
export function renderCommandNode({
  environmentVariables,
  timeout,
  identity,
}: CommandStepProps): ArmObject {
  return {
    type: 'command',
    ...(environmentVariables === undefined ? {} : { environment_variables: environmentVariables }),
    ...(timeout === undefined
      ? {}
      : { limits: { job_limits_type: 'Command', timeout: timeout.toIsoString() } }),
    ...(identity === undefined ? {} : { identity: identity._render() }),
  };
}
