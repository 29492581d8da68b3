import type { ArmObject } from '../../azapi/azapi-types';

/** What of an operation the run history hides. */
export interface SecuredData {
  readonly secureInputs?: boolean;
  readonly secureOutputs?: boolean;
}

/**
 * A definition whose inputs or outputs the run history hides. Pure.
 *
 * @returns `{ …, runtimeConfiguration?: { secureData: { properties } } }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#secure-data-code-view
 */
export function withSecureData(definition: ArmObject, secured: SecuredData): ArmObject {
  const properties = [
    ...(secured.secureInputs === true ? ['inputs'] : []),
    ...(secured.secureOutputs === true ? ['outputs'] : []),
  ];
  if (properties.length === 0) return definition;
  return {
    ...definition,
    runtimeConfiguration: {
      ...(definition['runtimeConfiguration'] as ArmObject | undefined),
      secureData: { properties },
    },
  };
}
