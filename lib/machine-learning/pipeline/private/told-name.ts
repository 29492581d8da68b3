import type { IInvokablePipeline } from '../invokable-pipeline';

/** What summaries call what is run: its name, and its label where it is a version of an endpoint. */
export function toldName(
  pipeline: IInvokablePipeline & { readonly versionLabel?: string },
): string {
  const { pipelineName, versionLabel } = pipeline;
  return versionLabel === undefined ? pipelineName : `${pipelineName} ${versionLabel}`;
}
