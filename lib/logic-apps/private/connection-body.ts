import type { ArmObject } from '../../azapi/azapi-types';
import { ManagedIdentityForm } from '../managed-identity-form';

/** What the body of a connection is made of. */
export interface ConnectionBodyProps {
  readonly managedApiId: string;
  readonly identityForm: ManagedIdentityForm;
  readonly displayName: string;
}

/**
 * The body of a connection that uses the managed identity of the workflow. Pure.
 *
 * @returns `{ kind, properties: { displayName, api: { id }, parameterValueSet | parameterValueType, … } }`
 * @see https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity#arm-template-for-managed-connections-and-managed-identities
 */
export function renderConnectionBody(props: ConnectionBodyProps): ArmObject {
  return {
    // Workflows of the Consumption plan refuse connections of kind V2, and those of kind V1 need no access policy.
    kind: 'V1',
    properties: {
      displayName: props.displayName,
      api: { id: props.managedApiId },
      ...(props.identityForm === ManagedIdentityForm.PARAMETER_SET
        ? { parameterValueSet: { name: 'managedIdentityAuth', values: {} } }
        : { parameterValueType: 'Alternative' }),
      customParameterValues: {},
      alternativeParameterValues: {},
    },
  };
}
