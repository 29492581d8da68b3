import type { ArmObject } from '../../../../azapi/azapi-types';
import type { ComponentContext, ComponentInputs } from '../step';
import type { SweepLimits } from '../sweep-options';
import type { SweepStepProps } from '../sweep-step';
import { renderPorts } from './component-ports';
import { componentHead } from './component-spec';
import { renderResources } from './step-resources-body';

/**
 * The specification of the command component that each trial runs, without its version: hyperparameters are
 * inputs of it like others. Pure.
 *
 * @returns `{ $schema, name, display_name, description?, type: "command", is_deterministic, command, environment, code?, resources?, distribution?, inputs, outputs?, _source }`
 */
export function renderTrialSpec(
  stepName: string,
  props: SweepStepProps,
  context: ComponentContext,
): ArmObject {
  const { codeId, inputs } = context;
  return {
    ...componentHead('command', stepName, props, context),
    command: props.command,
    environment: props.environment.environmentReference,
    ...(codeId === undefined ? {} : { code: `azureml:${codeId}` }),
    ...renderResources(props),
    ...(props.distribution === undefined ? {} : { distribution: props.distribution.spec }),
    ...renderPorts({ ...context, inputs: { ...inputs, ...parametersOf(props) } }),
  };
}

/**
 * What a sweep node holds. Pure.
 *
 * @returns `{ type: "sweep", search_space, sampling_algorithm, objective, limits, early_termination? }`
 */
export function renderSweepNode(props: SweepStepProps): ArmObject {
  const { searchSpace, samplingAlgorithm, objective, limits, earlyTermination } = props;
  return {
    type: 'sweep',
    search_space: Object.fromEntries(
      Object.entries(searchSpace).map(([name, distribution]) => [name, distribution._render()]),
    ),
    sampling_algorithm: samplingAlgorithm._render(),
    objective: { goal: objective.goal, primary_metric: objective.primaryMetric },
    limits: limitsOf(limits),
    ...(earlyTermination === undefined ? {} : { early_termination: earlyTermination._render() }),
  };
}

function parametersOf({ searchSpace, inputTypes = {} }: SweepStepProps): ComponentInputs {
  return Object.fromEntries(
    Object.entries(searchSpace).map(([name, { type }]) => [
      name,
      {
        type: Object.hasOwn(inputTypes, name) ? (inputTypes[name] ?? type) : type,
        optional: false,
      },
    ]),
  );
}

function limitsOf(limits: SweepLimits): ArmObject {
  const { maxTotalTrials, maxConcurrentTrials, timeout, trialTimeout } = limits;
  return {
    max_total_trials: maxTotalTrials,
    ...(maxConcurrentTrials === undefined ? {} : { max_concurrent_trials: maxConcurrentTrials }),
    ...(timeout === undefined ? {} : { timeout: timeout.toSeconds() }),
    ...(trialTimeout === undefined ? {} : { trial_timeout: trialTimeout.toSeconds() }),
  };
}
