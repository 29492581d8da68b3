import type { ArmObject } from '../../azapi/azapi-types';

/** What the definition of the end of a run is made of. */
export interface TerminateBodyProps {
  readonly status: string;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
}

/**
 * The definition of the end of a run. Pure.
 *
 * @returns `{ type: 'Terminate', inputs: { runStatus, runError?: { code?, message? } } }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#terminate-action
 */
export function renderTerminate(props: TerminateBodyProps): ArmObject {
  const { status, errorCode, errorMessage } = props;
  const runError = {
    ...(errorCode === undefined ? {} : { code: errorCode }),
    ...(errorMessage === undefined ? {} : { message: errorMessage }),
  };
  return {
    type: 'Terminate',
    inputs: {
      runStatus: status,
      ...(Object.keys(runError).length === 0 ? {} : { runError }),
    },
  };
}
