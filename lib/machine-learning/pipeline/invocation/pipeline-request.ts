import type { PipelineArgument } from './pipeline-argument';

/** What a run is given: one typed request, rendered for v1 and for v2. */
export interface PipelineRequest {
  /**
   * Experiment that the run is filed under.
   *
   * @default - required for v1 pipelines; for v2 the service's own, `Default`
   */
  readonly experimentName?: string;
  /**
   * A value for each pipeline input (v2) or parameter (v1) that is not left at its default.
   *
   * @default - every input keeps its default
   */
  readonly arguments?: PipelineArguments;
  /**
   * Where outputs of the pipeline are written, v2 only.
   *
   * @default - the default datastore, under the name of the job
   */
  readonly outputs?: PipelineOutputs;
  /**
   * Whether independent steps go on after one failed, v1 only; for v2 it is a setting of the publication.
   *
   * @default - false, decided by the service
   */
  readonly continueOnStepFailure?: boolean;
}

/** Values by the name of the input or parameter. */
export type PipelineArguments = { readonly [name: string]: PipelineArgument };

/** Locations by the name of the output. */
export type PipelineOutputs = { readonly [name: string]: PipelineOutputLocation };

/** Where an output of a v2 pipeline is written. */
export interface PipelineOutputLocation {
  /**
   * Location on a registered blob datastore, `azureml:<datastore id>/paths/<path>`; must not exist
   * when the run starts.
   */
  readonly uri: string;
  /** Whether the output is one file instead of a folder. @default false */
  readonly file?: boolean;
}
