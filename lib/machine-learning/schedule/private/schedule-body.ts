import type { ArmObject } from '../../../azapi/azapi-types';
import type { IPublishedPipeline } from '../../pipeline/invokable-pipeline';
import type { ScheduleProps } from '../schedule';
import type { JobInputs } from './job-inputs';

/** What the body of a schedule is made of. */
export type ScheduleBodyProps = Omit<
  ScheduleProps,
  'pipeline' | 'name' | 'arguments' | 'resourceGroup' | 'location' | 'identity'
> & {
  readonly pipeline: IPublishedPipeline;
  readonly displayName: string;
  readonly enabled: boolean;
  /** What {@link jobInputsOf} makes of the arguments. */
  readonly inputs: JobInputs;
};

/** The body of a schedule, as far as it is looked into. */
export type ScheduleBody = { readonly properties: ArmObject } & ArmObject;

/**
 * The body of a schedule that runs a pipeline component. Pure.
 *
 * @returns `{ properties: { displayName, description?, isEnabled, trigger, action: { actionType: "CreateJob", jobDefinition } } }`
 */
export function renderScheduleBody(props: ScheduleBodyProps): ScheduleBody {
  const { pipeline, trigger, displayName, enabled, description, inputs } = props;
  return {
    properties: {
      displayName,
      isEnabled: enabled,
      trigger: trigger._renderTrigger(),
      action: {
        actionType: 'CreateJob',
        jobDefinition: {
          jobType: 'Pipeline',
          componentId: pipeline.componentId,
          displayName,
          experimentName: props.experimentName ?? pipeline.pipelineName,
          jobs: {},
          settings: settingsOf(pipeline, props.continueOnStepFailure),
          ...(Object.keys(inputs).length === 0 ? {} : { inputs }),
        },
      },
      ...(description === undefined ? {} : { description }),
    },
  };
}

function settingsOf({ runSettings }: IPublishedPipeline, own: boolean | undefined): ArmObject {
  const { defaultCompute, defaultDatastore, forceRerun } = runSettings ?? {};
  const continueOnStepFailure = own ?? runSettings?.continueOnStepFailure;
  const { continueOnFailedOptionalInput, settings } = runSettings ?? {};
  return {
    ...settings,
    _source: 'REMOTE.WORKSPACE.COMPONENT',
    ...(defaultCompute === undefined ? {} : { default_compute: defaultCompute.computeId }),
    ...(defaultDatastore === undefined ? {} : { default_datastore: defaultDatastore.datastoreId }),
    ...(continueOnStepFailure === undefined
      ? {}
      : { continue_on_step_failure: continueOnStepFailure }),
    ...(continueOnFailedOptionalInput === undefined
      ? {}
      : { continue_on_failed_optional_input: continueOnFailedOptionalInput }),
    ...(forceRerun === undefined ? {} : { force_rerun: forceRerun }),
  };
}
