import type { StringMap } from '../../azapi/azapi-types';
import type { GitInformation } from '../code/git-information';
import type { ICompute } from '../compute/compute-types';
import type { IDatastore } from '../datastore/datastore-types';
import type { Pipeline } from './pipeline';

/** What a publication takes, on an endpoint of its own or as a version of a shared one. */
export interface PublicationProps {
  /** What is published. It cannot be changed afterwards. */
  readonly pipeline: Pipeline;
  /**
   * Shown in the studio.
   *
   * @default - that of the pipeline
   */
  readonly description?: string;
  /**
   * Where steps run that name no compute themselves, when it is called through the endpoint or by a
   * schedule.
   *
   * @default - that of the pipeline
   */
  readonly defaultCompute?: ICompute;
  /**
   * Where steps write that name no place themselves.
   *
   * @default - that of the pipeline
   */
  readonly defaultDatastore?: IDatastore;
  /**
   * Whether independent steps go on after one failed.
   *
   * @default false, written out: the service's own default is true
   */
  readonly continueOnStepFailure?: boolean;
  /**
   * Whether steps go on whose optional input could not be made.
   *
   * @default - true, decided by the service
   */
  readonly continueOnFailedOptionalInput?: boolean;
  /**
   * Whether every run runs every step, whatever could be reused. The v1 SDK called it regenerate_outputs.
   *
   * @default false
   */
  readonly forceRerun?: boolean;
  /**
   * Settings of the deployment that have no property here, in the service's own words; not
   * `default_compute`, `default_datastore`, `continue_on_step_failure`,
   * `continue_on_failed_optional_input` or `force_rerun`.
   *
   * @default - none
   */
  readonly settings?: StringMap;
  /**
   * Version of every component, known at synthesis, changed by hand. Content that is known only at
   * apply needs one.
   *
   * @default - a hash of each component's content
   */
  readonly version?: string;
  /**
   * Where the pipeline comes from: tags of its version, written when the version is created. No part of
   * its content, so that another commit of the same files is the same version and keeps its tags.
   *
   * @default - none
   */
  readonly git?: GitInformation;
  /**
   * Tags of endpoint and deployment beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
}
