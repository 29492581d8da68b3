import type { Construct } from 'constructs';
import type { IWorkspace } from '../workspace-types';
import type { IV1Pipeline } from './invokable-pipeline';
import { V1Pipeline } from './v1-pipeline';

/** What names a pipeline endpoint of the v1 SDK. */
export interface V1EndpointAttributes {
  /** The workspace it was published in. */
  readonly workspace: IWorkspace;
  /** Id of the pipeline endpoint, a GUID. */
  readonly pipelineEndpointId: string;
  /**
   * Version to run, a whole number such as `0`.
   *
   * @default - the default version of the endpoint, decided by the service at each run
   */
  readonly version?: string;
  /**
   * What people call it.
   *
   * @default - the construct id
   */
  readonly name?: string;
}

/** Pipeline endpoints: one stable URL in front of versions of a pipeline. */
export class PipelineEndpoint {
  /**
   * An existing endpoint that was published with the v1 SDK. No API can create one; it can be triggered.
   *
   * @throws ValidationError V1PipelineIdAmbiguous when there is none, V1PipelineIdInvalid,
   *   V1EndpointVersionInvalid
   */
  public static fromV1EndpointId(
    scope: Construct,
    id: string,
    attributes: V1EndpointAttributes,
  ): IV1Pipeline {
    return new V1Pipeline(scope, id, attributes);
  }

  private constructor() {}
}
