import { Activity } from './activity';
import { renderActivity } from './private/activity-body';
import type { ActivityContext, BoundActivity } from './private/activity-context';
import type { ContainerDefinition } from './private/container-body';

/** An activity with others inside. */
export abstract class ContainerActivity extends Activity {
  /** @internal */
  public _bind(context: ActivityContext): BoundActivity {
    const { name, description } = this;
    const { type, typeProperties, nested } = this._define(context);
    return {
      activities: [renderActivity({ name, description, type, typeProperties })],
      runs: nested.flatMap(({ runs }) => runs),
      grants: nested.flatMap(({ grants }) => grants),
      executes: nested.flatMap(({ executes }) => executes),
      linked: nested.flatMap(({ linked }) => linked),
      checks: nested.flatMap(({ checks }) => checks),
      otherWork:
        nested.some(({ otherWork }) => otherWork) || nested.every(({ isEmpty }) => isEmpty),
    };
  }

  /**
   * What of the activity is its own.
   *
   * @internal
   */
  protected abstract _define(context: ActivityContext): ContainerDefinition;
}
