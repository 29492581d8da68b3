import type { ArmObject } from '../../../azapi/azapi-types';
import type { Problem } from '../../../core/errors';
import { problem } from '../../../core/validation';
import type { IInvocationHost } from './invocation-host';
import type { V1Assignment, V1DataPath, V1Dataset, V2Input } from './rendered-argument';
import type { PipelineRequest } from './pipeline-request';

/** A request body, or all that is wrong with the request. */
export interface RenderedRequest {
  readonly body: ArmObject;
  readonly problems: readonly Problem[];
}

/** What of a v1 request names data and parameters. */
export interface V1Assignments {
  readonly experimentName: string;
  readonly parameters: { readonly [name: string]: string };
  readonly dataPaths: { readonly [name: string]: V1DataPath };
  readonly datasets: { readonly [name: string]: V1Dataset };
  readonly problems: readonly Problem[];
}

/** The assignments of a v1 request, for bodies and for Data Factory activities alike. Pure. */
export function v1Assignments(request: PipelineRequest, host: IInvocationHost): V1Assignments {
  const rendered = Object.entries(request.arguments ?? {}).map(
    ([name, argument]) => [name, argument._renderV1(name, host)] as const,
  );
  const assignments = rendered.filter((entry): entry is [string, V1Assignment] =>
    isRendered(entry[1]),
  );
  const parameters = assignments.flatMap(([name, { parameter }]) =>
    parameter === undefined ? [] : [[name, parameter] as const],
  );
  const dataPaths = assignments.flatMap(([name, { dataPath }]) =>
    dataPath === undefined ? [] : [[name, dataPath] as const],
  );
  const datasets = assignments.flatMap(([name, { dataset }]) =>
    dataset === undefined ? [] : [[name, dataset] as const],
  );
  return {
    experimentName: host.escapeLiteral(request.experimentName ?? ''),
    parameters: Object.fromEntries(parameters),
    dataPaths: Object.fromEntries(dataPaths),
    datasets: Object.fromEntries(datasets),
    problems: [
      ...experimentProblems(request),
      ...outputProblems(request),
      ...rendered.flatMap(([, result]) => (isRendered(result) ? [] : [result])),
    ],
  };
}

/**
 * The body of a v1 submission. Pure.
 *
 * @returns `{ ExperimentName, RunSource, ParameterAssignments?, DataPathAssignments?,
 *   DataSetDefinitionValueAssignments?, ContinueOnStepFailure? }`
 */
export function renderV1Request(request: PipelineRequest, host: IInvocationHost): RenderedRequest {
  const { experimentName, parameters, dataPaths, datasets, problems } = v1Assignments(
    request,
    host,
  );
  return {
    body: {
      ExperimentName: experimentName,
      RunSource: 'SDK',
      ...(isEmpty(parameters) ? {} : { ParameterAssignments: parameters }),
      ...(isEmpty(dataPaths) ? {} : { DataPathAssignments: dataPaths }),
      ...(isEmpty(datasets) ? {} : { DataSetDefinitionValueAssignments: datasets }),
      ...(request.continueOnStepFailure === undefined
        ? {}
        : { ContinueOnStepFailure: request.continueOnStepFailure }),
    },
    problems,
  };
}

/**
 * The body of a batch endpoint invocation. Pure.
 *
 * @returns `{ properties: { InputData?, OutputData?, properties?: { experimentName } } }`
 */
export function renderV2Request(request: PipelineRequest, host: IInvocationHost): RenderedRequest {
  const rendered = Object.entries(request.arguments ?? {}).map(
    ([name, argument]) => [name, argument._renderV2(name, host)] as const,
  );
  const inputs = rendered.filter((entry): entry is [string, V2Input] => isRendered(entry[1]));
  const outputs = Object.entries(request.outputs ?? {}).map(
    ([name, { uri, file }]) =>
      [name, { JobOutputType: file === true ? 'UriFile' : 'UriFolder', Uri: uri }] as const,
  );
  return {
    body: {
      properties: {
        ...(inputs.length === 0 ? {} : { InputData: Object.fromEntries(inputs) }),
        ...(outputs.length === 0 ? {} : { OutputData: Object.fromEntries(outputs) }),
        ...(request.experimentName === undefined
          ? {}
          : { properties: { experimentName: host.escapeLiteral(request.experimentName) } }),
      },
    },
    problems: [
      ...continuationProblems(request),
      ...rendered.flatMap(([, result]) => (isRendered(result) ? [] : [result])),
    ],
  };
}

function experimentProblems({ experimentName }: PipelineRequest): readonly Problem[] {
  if (experimentName !== undefined && experimentName !== '') return [];
  return [
    problem('ExperimentNameMissing', {
      property: 'experimentName',
      must: 'be given for a v1 pipeline: the service refuses a run without one',
      got: experimentName,
    }),
  ];
}

function outputProblems({ outputs }: PipelineRequest): readonly Problem[] {
  if (outputs === undefined || isEmpty(outputs)) return [];
  return [
    problem('ArgumentNotForGeneration', {
      property: 'outputs',
      must: 'not be given for a v1 pipeline, whose outputs are fixed when it is published',
      got: outputs,
    }),
  ];
}

function continuationProblems({ continueOnStepFailure }: PipelineRequest): readonly Problem[] {
  if (continueOnStepFailure === undefined) return [];
  return [
    problem('ArgumentNotForGeneration', {
      property: 'continueOnStepFailure',
      must: 'not be given with a run of a v2 pipeline',
      got: continueOnStepFailure,
      fix: 'set it on the PublishedPipeline',
    }),
  ];
}

function isRendered<T extends object>(result: T | Problem): result is T {
  return !('code' in result);
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}
