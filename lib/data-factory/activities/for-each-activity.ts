import { validateValue, withDefaults } from '../../core/validation';
import type { Activity, ActivityProps } from './activity';
import { ContainerActivity } from './container-activity';
import { expression } from './private/activity-body';
import type { ActivityContext } from './private/activity-context';
import type { ContainerDefinition } from './private/container-body';
import {
  FOR_EACH_RULES,
  FOR_EACH_SHAPE,
  type ResolvedForEach,
} from './private/for-each-activity-rules';
import { bindNested } from './private/nested-activities';

/** Properties of a {@link ForEachActivity}. */
export interface ForEachActivityProps extends ActivityProps {
  /** Expression that comes to a list of at most 100,000 items. */
  readonly items: string;
  /**
   * What is done for each item, at least one; no loops among them. `DataFactoryExpression.item()` is
   * the item.
   */
  readonly activities: Activity[];
  /**
   * Whether one item comes after the other. Variables belong to the run: items at the same time
   * overwrite them.
   *
   * @default false, items are done at the same time
   */
  readonly sequential?: boolean;
  /**
   * How many items are done at the same time, between 1 and 50, inclusive; not given where they come
   * one after the other.
   *
   * @default - 20, decided by the service
   */
  readonly batchCount?: number;
}

/**
 * Does its activities for each item of a list.
 *
 * @see https://learn.microsoft.com/azure/data-factory/control-flow-for-each-activity
 */
export class ForEachActivity extends ContainerActivity {
  private readonly props: ResolvedForEach;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid, ForEachItemsInvalid,
   *   ForEachActivitiesMissing, ForEachBatchCountOutOfRange, ForEachBatchCountUnused; when added
   *   ActivityNestingInvalid, ActivityNameTaken
   */
  public constructor(name: string, props: ForEachActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, { sequential: false });
    validateValue(resolved, FOR_EACH_SHAPE, FOR_EACH_RULES);
    this.props = resolved;
  }

  /** @internal */
  protected _define(context: ActivityContext): ContainerDefinition {
    const { items, activities, sequential, batchCount } = this.props;
    const nested = bindNested('ForEach', activities, context);
    return {
      type: 'ForEach',
      typeProperties: {
        items: expression(items),
        isSequential: sequential,
        ...(batchCount === undefined ? {} : { batchCount }),
        get activities() {
          return nested.render();
        },
      },
      nested: [nested],
    };
  }
}
