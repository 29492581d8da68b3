import { type Problem, ValidationError } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { problem } from '../../../core/validation';
import type { IInvocationHost } from '../invocation/invocation-host';
import type { PipelineArguments, PipelineRequest } from '../invocation/pipeline-request';
import { renderV2Request } from '../invocation/render-request';
import type { IPublishedPipeline, PipelineInvocation } from '../invokable-pipeline';
import type { PipelineInputs } from '../pipeline';
import { outputProblems } from './output-problems';

/**
 * The HTTP request that runs a published pipeline.
 *
 * @param namesDeployment whether the deployment of the pipeline is named; the default one runs otherwise
 * @throws ValidationError ArgumentUnknown, ArgumentTypeMismatch, ArgumentMissing, OutputUnknown, OutputUriInvalid,
 *   ArgumentUriHoldsSecret, ArgumentNotForGeneration, TriggeringBlobUnknown
 */
export function renderV2Invocation(
  pipeline: IPublishedPipeline,
  request: PipelineRequest,
  host: IInvocationHost,
  namesDeployment = true,
): PipelineInvocation {
  const { body, problems } = renderV2Request(request, host);
  const [first, ...rest] = [
    ...argumentProblems(pipeline.inputs, request.arguments ?? {}),
    ...outputProblems(pipeline.outputNames, request.outputs),
    ...problems,
  ];
  if (first !== undefined) throw new ValidationError([first, ...rest], pipeline);
  return {
    method: 'POST',
    uri: pipeline.scoringUri,
    audience: pipeline.audience,
    headers: {
      'Content-Type': 'application/json',
      ...(pipeline.deploymentName === undefined || !namesDeployment
        ? {}
        : { 'azureml-model-deployment': pipeline.deploymentName }),
    },
    body,
  };
}

/** Arguments that name no input or have another type, and inputs that must be given and are not. Pure. */
export function argumentProblems(
  inputs: PipelineInputs | undefined,
  given: PipelineArguments,
): readonly Problem[] {
  if (inputs === undefined) return [];
  const names = Object.keys(inputs);
  return [
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(inputs, name))
      .map((name) =>
        problem('ArgumentUnknown', {
          property: `arguments.${name}`,
          must: `name an input of the pipeline: ${choices(names)}`,
          got: name,
          ...nearestFix(name, names),
        }),
      ),
    ...Object.entries(inputs).flatMap(([name, { type }]) => {
      const argument = Object.hasOwn(given, name) ? given[name] : undefined;
      return argument === undefined || argument._fits(type)
        ? []
        : [
            {
              code: 'ArgumentTypeMismatch',
              property: `arguments.${name}`,
              must: `be a ${type}, as the input of the pipeline is`,
              got: argument._told,
            },
          ];
    }),
    ...Object.entries(inputs)
      .filter(([name, input]) => input.required && !Object.hasOwn(given, name))
      .map(([name, { type }]) =>
        problem('ArgumentMissing', {
          property: `arguments.${name}`,
          must: `be given: the input (${type}) has no default and is not optional`,
          got: undefined,
        }),
      ),
  ];
}
