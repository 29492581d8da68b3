import type { StringMap } from '../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../core/validation';
import { DependencyCondition } from '../dependency-condition';
import { InactiveMark } from './inactive-mark';
import type { ActivityContext, BoundActivity } from './private/activity-context';
import { ACTIVITY_RULES, ACTIVITY_SHAPE, DEPENDENCY_SHAPE } from './private/activity-rules';
import {
  type ActivitySettings,
  type FinishedActivity,
  finished,
} from './private/finished-activity';

/** That an activity waits for another one. */
export interface ActivityDependency {
  /** Name of the other activity, in the same pipeline. */
  readonly activity: string;
  /**
   * How the other one must have ended: in any of these ways, at least one.
   *
   * @default [DependencyCondition.SUCCEEDED]
   */
  readonly conditions?: DependencyCondition[];
}

/** What all activities take. */
export interface ActivityProps {
  /**
   * What the activity waits for: all of these.
   *
   * @default - nothing, it starts with the pipeline
   */
  readonly dependsOn?: ActivityDependency[];
  /** @default - none */
  readonly description?: string;
  /**
   * What monitoring shows beside each run of the activity, by name, at most 5: text, or expressions, which
   * start with `@` or have `@{` in them.
   *
   * @default - nothing
   * @see https://learn.microsoft.com/azure/data-factory/concepts-annotations-user-properties#user-properties
   */
  readonly userProperties?: StringMap;
  /**
   * Whether the activity is run. One that is not keeps what it was granted, and activities inside it are
   * not run either. Triggers of a pipeline that runs no activity at all are stopped.
   *
   * @default true; an activity that only runs machine learning pipelines which are disabled is not run
   * @see https://learn.microsoft.com/azure/data-factory/deactivate-activity
   */
  readonly enabled?: boolean;
  /**
   * What the activity counts as while it is not run.
   *
   * @default InactiveMark.SUCCEEDED
   */
  readonly onInactiveMarkAs?: InactiveMark;
}

/** A step of a {@link DataFactoryPipeline}. */
export abstract class Activity {
  /**
   * 1 to 55 characters, inclusive, starting with a letter, digit or `_`, without
   * `. + ? / < > * % & : \`; unique in its pipeline.
   *
   * @see https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities#activity-json
   */
  public readonly name: string;
  /** What it is for; `undefined` where nothing was said. */
  public readonly description: string | undefined;
  private readonly waitsFor: ActivityDependency[];
  private readonly settings: ActivitySettings;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid,
   *   ActivityUserPropertiesOutOfRange
   */
  protected constructor(name: string, props: ActivityProps) {
    const resolved = withDefaults(
      { ...props, name },
      {
        dependsOn: [],
        userProperties: {},
        enabled: true,
        onInactiveMarkAs: InactiveMark.SUCCEEDED,
      },
    );
    validateValue(resolved, ACTIVITY_SHAPE, ACTIVITY_RULES);
    this.name = resolved.name;
    this.description = resolved.description;
    this.waitsFor = [...resolved.dependsOn];
    const { userProperties, enabled, onInactiveMarkAs } = resolved;
    this.settings = { userProperties, enabled, onInactiveMarkAs };
  }

  /** What it waits for so far. */
  public get dependencies(): ActivityDependency[] {
    return [...this.waitsFor];
  }

  /**
   * Makes this activity wait for another one. Called again for the same one, either condition will do.
   *
   * @param activity another activity of the same pipeline
   * @param condition how that one must have ended
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public dependsOn(
    activity: Activity,
    condition: DependencyCondition = DependencyCondition.SUCCEEDED,
  ): void {
    validateValue({ activity, condition }, DEPENDENCY_SHAPE);
    this.waitsFor.push({ activity: activity.name, conditions: [condition] });
  }

  /**
   * What this becomes in a pipeline, with what holds for activities of all kinds.
   *
   * @internal
   */
  public _boundIn(context: ActivityContext): FinishedActivity {
    return finished(this._bind(context), this.settings);
  }

  /**
   * What of this becomes part of a pipeline.
   *
   * @internal
   */
  public abstract _bind(context: ActivityContext): BoundActivity;
}
