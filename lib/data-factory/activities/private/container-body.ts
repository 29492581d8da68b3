import type { ArmObject } from '../../../azapi/azapi-types';
import type { NestedActivities } from './nested-activities';

/** What of an activity with others inside is its own. */
export interface ContainerDefinition {
  readonly type: string;
  /** With getters for the activities inside, which wait for more as long as the tree grows. */
  readonly typeProperties: ArmObject;
  readonly nested: readonly NestedActivities[];
}
