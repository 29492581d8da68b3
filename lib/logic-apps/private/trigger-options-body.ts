import type { ArmObject } from '../../azapi/azapi-types';
import type { WorkflowTriggerOptions } from '../workflow-trigger-options';
import { withSecureData } from './secure-data-body';

/**
 * The definition of a trigger with what every trigger takes, beside what the trigger itself says of it. Pure.
 *
 * @returns `{ …, conditions?, runtimeConfiguration?: { concurrency?, secureData? } }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#runtime-configuration-settings
 */
export function withTriggerOptions(
  definition: ArmObject,
  options: WorkflowTriggerOptions,
): ArmObject {
  const { conditions = [], maxConcurrentRuns, maxWaitingRuns } = options;
  const given = conditions.map((condition) => ({ expression: condition.toText() }));
  const own = (definition['conditions'] ?? []) as readonly unknown[];
  const all = [...own, ...given];
  const secured = withSecureData(definition, options);
  return {
    ...secured,
    ...(all.length === 0 ? {} : { conditions: all }),
    ...(maxConcurrentRuns === undefined
      ? {}
      : {
          runtimeConfiguration: {
            ...(secured['runtimeConfiguration'] as ArmObject | undefined),
            concurrency: {
              runs: maxConcurrentRuns,
              ...(maxWaitingRuns === undefined ? {} : { maximumWaitingRuns: maxWaitingRuns }),
            },
          },
        }),
  };
}
