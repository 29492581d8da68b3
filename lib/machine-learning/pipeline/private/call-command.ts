import type { ArmObject } from '../../../azapi/azapi-types';
import { isUnresolved } from '../../../core/validation';
import { PLAIN_HOST } from '../invocation/plain-host';
import { renderV1Request } from '../invocation/render-request';
import type { IInvokablePipeline, PipelineInvocation } from '../invokable-pipeline';
import type { PipelineInputs } from '../pipeline';
import { DataType } from '../data-type';
import type { AnnouncedEndpoint } from './announce-endpoint';
import { isLiteral } from './literal-type';

/**
 * The command that runs what an endpoint calls by default. Inputs that must be given stand in angle
 * brackets.
 *
 * @param output name of the output that holds the URI, for where it is only known after apply
 */
export function endpointCommand(endpoint: AnnouncedEndpoint, output: string): string {
  const { workspace, endpointName, audience } = endpoint;
  const host = `${endpointName}.${workspace.cloud.inferenceHostSuffix(workspace.location)}`;
  const url = isUnresolved(host) ? `"$(terraform output -raw ${output})"` : `https://${host}/jobs`;
  const inputs = inputsToFill(endpoint.inputs ?? {});
  const InputData = Object.keys(inputs).length === 0 ? {} : { InputData: inputs };
  return azRest({ url, audience, body: { properties: InputData } });
}

/** The command that runs a v1 pipeline with its defaults. */
export function v1Command({ pipelineName, endpointUri, audience }: IInvokablePipeline): string {
  const { body } = renderV1Request({ experimentName: pipelineName }, PLAIN_HOST);
  return azRest({ url: quoted(endpointUri), audience, body });
}

function azRest({
  url,
  audience,
  body,
}: {
  readonly url: string;
  readonly audience: PipelineInvocation['audience'];
  readonly body: ArmObject;
}): string {
  return [
    'az rest --method post',
    `--url ${url}`,
    `--resource ${audience}`,
    '--headers Content-Type=application/json',
    `--body ${quoted(JSON.stringify(body))}`,
  ].join(' ');
}

function inputsToFill(inputs: PipelineInputs): ArmObject {
  const required = Object.entries(inputs).filter(([, input]) => input.required);
  return Object.fromEntries(
    required.map(([name, { type }]) => [name, inputToFill(type, `<${name}: ${type}>`)] as const),
  );
}

function inputToFill(type: DataType, value: string): ArmObject {
  if (isLiteral(type)) return { JobInputType: 'Literal', Value: value };
  return { JobInputType: type === DataType.URI_FILE ? 'UriFile' : 'UriFolder', Uri: value };
}

/** A word of a POSIX shell. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
