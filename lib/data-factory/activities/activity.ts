import { validateValue, withDefaults } from '../../core/validation';
import { DependencyCondition } from '../dependency-condition';
import type { ActivityContext, BoundActivity } from './private/activity-context';
import { ACTIVITY_RULES, ACTIVITY_SHAPE, DEPENDENCY_SHAPE } from './private/activity-rules';

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

  /** @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid */
  protected constructor(name: string, props: ActivityProps) {
    const resolved = withDefaults({ ...props, name }, { dependsOn: [] });
    validateValue(resolved, ACTIVITY_SHAPE, ACTIVITY_RULES);
    this.name = resolved.name;
    this.description = resolved.description;
    this.waitsFor = [...resolved.dependsOn];
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
   * What this becomes in a pipeline.
   *
   * @internal
   */
  public abstract _bind(context: ActivityContext): BoundActivity;
}
