import type { PipelineRunSettings } from '../invokable-pipeline';
import type { PublicationProps } from '../publication-props';

type Resolved = PublicationProps &
  Required<Pick<PublicationProps, 'continueOnStepFailure' | 'forceRerun'>>;

/** How runs of a publication behave: as it says, else as its pipeline says. */
export function runSettingsOf(props: Resolved): PipelineRunSettings {
  const {
    pipeline,
    defaultCompute = pipeline.defaultCompute,
    defaultDatastore = pipeline.defaultDatastore,
    continueOnFailedOptionalInput,
    settings,
  } = props;
  return {
    continueOnStepFailure: props.continueOnStepFailure,
    forceRerun: props.forceRerun,
    ...(defaultCompute === undefined ? {} : { defaultCompute }),
    ...(defaultDatastore === undefined ? {} : { defaultDatastore }),
    ...(continueOnFailedOptionalInput === undefined ? {} : { continueOnFailedOptionalInput }),
    ...(settings === undefined ? {} : { settings }),
  };
}
