import type { ArmObject } from '../../../azapi/azapi-types';
import { Activity, type ActivityDependency } from '../../activities/activity';
import type { ArmActivity } from '../../activities/private/activity-body';
import type { BoundActivity } from '../../activities/private/activity-context';

/** An activity of a document, with everything that the document says of it. */
export class ParsedActivity extends Activity {
  private readonly source: ArmObject;

  public constructor(name: string, dependsOn: ActivityDependency[], source: ArmObject) {
    super(name, { dependsOn });
    this.source = source;
  }

  /** @internal */
  public _bind(): BoundActivity {
    const activity = { dependsOn: [], userProperties: [], ...this.source };
    return { activities: [activity as ArmObject as ArmActivity], runs: [] };
  }
}
