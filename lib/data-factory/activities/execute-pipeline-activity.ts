import type { ArmObject } from '../../azapi/azapi-types';
import { ValidationError } from '../../core/errors';
import { validateValue, withDefaults } from '../../core/validation';
import type { IDataFactoryPipeline } from '../data-factory-pipeline';
import { triggerParameterProblems } from '../triggers/private/trigger-rules';
import { Activity, type ActivityProps } from './activity';
import { renderActivity } from './private/activity-body';
import type { ActivityContext, BoundActivity } from './private/activity-context';
import {
  EXECUTE_PIPELINE_SHAPE,
  executeProblems,
  type ResolvedExecutePipeline,
} from './private/execute-pipeline-activity-rules';

/** Properties of an {@link ExecutePipelineActivity}. */
export interface ExecutePipelineActivityProps extends ActivityProps {
  /** Another pipeline of the same factory. */
  readonly pipeline: IDataFactoryPipeline;
  /**
   * Values of its parameters by name; text that starts with `@` is an expression of Data Factory.
   *
   * @default - parameters keep their defaults
   */
  readonly parameters?: ArmObject;
  /**
   * Whether the activity goes on until the run has ended, and fails when it does.
   *
   * @default true, where the service would choose false
   */
  readonly waitForCompletion?: boolean;
}

/**
 * Runs another pipeline of the factory.
 *
 * @see https://learn.microsoft.com/azure/data-factory/control-flow-execute-pipeline-activity
 */
export class ExecutePipelineActivity extends Activity {
  private readonly props: ResolvedExecutePipeline;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid; when added
   *   ExecutePipelineSelf, ExecutePipelineOtherFactory; at synthesis TriggerParameterUnknown,
   *   TriggerParameterMissing
   */
  public constructor(name: string, props: ExecutePipelineActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, { parameters: {}, waitForCompletion: true });
    validateValue(resolved, EXECUTE_PIPELINE_SHAPE);
    this.props = resolved;
  }

  /** @internal */
  public _bind(context: ActivityContext): BoundActivity {
    const { pipeline, parameters, waitForCompletion } = this.props;
    const [first, ...rest] = executeProblems(pipeline, context.pipeline);
    if (first !== undefined) throw new ValidationError([first, ...rest], context.pipeline);
    const { name, description } = this;
    const activity = renderActivity({
      name,
      description,
      type: 'ExecutePipeline',
      typeProperties: {
        pipeline: { referenceName: pipeline.pipelineName, type: 'PipelineReference' },
        waitOnCompletion: waitForCompletion,
        ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
      },
    });
    return {
      activities: [activity],
      runs: [],
      executes: [{ pipeline, enabled: true }],
      otherWork: true,
      checks: [() => triggerParameterProblems(parameters, pipeline.parameters)],
    };
  }
}
