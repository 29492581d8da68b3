import type { Construct } from 'constructs';
import { type Problem, ValidationError } from '../../../core/errors';
import { RunPipelineAction } from '../../../logic-apps/actions/run-pipeline-action';
import { LogicAppHost } from '../../../logic-apps/private/logic-app-host';
import { operationProblems } from '../../../logic-apps/private/operation-problems';
import { RecurrenceTrigger } from '../../../logic-apps/triggers/recurrence-trigger';
import { Workflow } from '../../../logic-apps/workflow';
import { WorkflowIdentity } from '../../../logic-apps/workflow-identity';
import type { ScheduleProps } from '../schedule';
import { workflowTimes } from './workflow-times';

/** What a schedule that a Logic App keeps is made of. */
export type WorkflowScheduleProps = ScheduleProps & { readonly enabled: boolean };

/**
 * A Logic App that runs a pipeline by the clock, for one that is known by its URL only.
 *
 * @throws ValidationError what the recurrence or the request cannot say
 */
export function workflowSchedule(scope: Construct, props: WorkflowScheduleProps): Workflow {
  const { pipeline, name, resourceGroup, location, enabled } = props;
  const identity = props.identity ?? WorkflowIdentity.systemAssigned();
  const action = new RunPipelineAction('Run_pipeline', {
    pipeline,
    experimentName: props.experimentName,
    arguments: props.arguments,
    continueOnStepFailure: props.continueOnStepFailure,
  });
  const { trigger, problems } = recurrenceTrigger(props);
  const host = new LogicAppHost(identity, undefined);
  const [first, ...rest] = [...problems, ...operationProblems(action, host)];
  if (first !== undefined) throw new ValidationError([first, ...rest], scope);
  const workflow = new Workflow(scope, 'Workflow', {
    resourceGroup: resourceGroup ?? pipeline.workspace.resourceGroup,
    ...(name === undefined ? {} : { name }),
    ...(location === undefined ? {} : { location }),
    identity,
    enabled,
    triggers: trigger === undefined ? [] : [trigger],
    actions: [action],
  });
  if (identity.heldRoles === undefined) pipeline.grantInvoke(workflow);
  return workflow;
}

function recurrenceTrigger({ trigger }: ScheduleProps): {
  readonly trigger?: RecurrenceTrigger;
  readonly problems: readonly Problem[];
} {
  try {
    const recurrence = workflowTimes(trigger);
    return { trigger: new RecurrenceTrigger('Recurrence', { recurrence }), problems: [] };
  } catch (error) {
    if (!ValidationError.isValidationError(error)) throw error;
    return {
      problems: error.problems.map((found) => ({
        ...found,
        property: found.property.replace(/^recurrence\b/, 'trigger'),
      })),
    };
  }
}
