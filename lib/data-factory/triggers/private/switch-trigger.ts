import { conditional, Lazy, Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiResource } from '../../../azapi/azapi-resource';
import { ActionTime, AzapiResourceAction } from '../../../azapi/azapi-resource-action';
import { isUnresolved } from '../../../core/validation';
import type { IDataFactoryPipeline } from '../../data-factory-pipeline';
import { PipelineLinks } from '../../private/pipeline-links';

/** A trigger to be switched on and off. */
export interface SwitchedTrigger {
  readonly resource: AzapiResource;
  readonly type: string;
  readonly pipeline: IDataFactoryPipeline;
  /** Whether it fires; Terraform may be the one to know. */
  readonly enabled: boolean;
}

/** The requests that switch a trigger. */
export interface TriggerSwitch {
  /** Starts or stops it at apply, once all activities of the pipeline are known. */
  readonly state: AzapiResourceAction;
}

/**
 * Starts or stops a trigger that azapi makes, which makes it stopped, and stops it before it is destroyed
 * or replaced. Both requests go with the trigger when it is replaced, since they name its id.
 */
export function switchTrigger(
  scope: Construct,
  { resource, type, pipeline, enabled }: SwitchedTrigger,
): TriggerSwitch {
  const wanted = wantedAction(enabled);
  const produce = () => (PipelineLinks.of(pipeline).idle ? 'stop' : wanted);
  const state = new AzapiResourceAction(scope, 'State', {
    type,
    resourceId: resource.id,
    action: Lazy.stringValue({ produce }),
  });
  new AzapiResourceAction(scope, 'StopBeforeDestroy', {
    type,
    resourceId: resource.id,
    action: 'stop',
    when: ActionTime.DESTROY,
  });
  return { state };
}

function wantedAction(enabled: boolean): string {
  if (isUnresolved(enabled)) return Token.asString(conditional(enabled, 'start', 'stop'));
  return enabled ? 'start' : 'stop';
}
