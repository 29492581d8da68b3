import { recordFact } from '../../../core/facts';
import { addOutput } from '../../../platform/stack-outputs';
import { announcePage } from '../../private/studio-page';
import { endpointPage } from '../../private/studio-url';
import type { IPublishedPipeline } from '../invokable-pipeline';
import { endpointCommand } from './call-command';

/** What is told of an endpoint that is declared here. */
export interface AnnouncedEndpoint extends IPublishedPipeline {
  readonly endpointName: string;
}

/** Makes an endpoint known: its URI as an output, its pages and how it is called to summaries. */
export function announceEndpoint(endpoint: AnnouncedEndpoint): void {
  const { pipelineName, endpointName } = endpoint;
  const output = addOutput(
    endpoint,
    'scoring_uri',
    endpoint.scoringUri,
    `Where runs of ${pipelineName} are posted to`,
  );
  announcePage(
    endpoint,
    endpoint.workspace,
    `batch endpoint ${endpointName}`,
    endpointPage(endpointName),
  );
  recordFact(endpoint, 'endpoint', () => ({
    pipeline: pipelineName,
    endpoint: `batch endpoint ${endpointName}`,
    paused: endpoint.enabled === false,
    command: endpointCommand(endpoint, output),
  }));
}
