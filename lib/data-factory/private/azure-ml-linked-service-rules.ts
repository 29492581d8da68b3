import {
  Is,
  isUnresolved,
  mismatches,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../core/validation';
import type { IWorkspace } from '../../machine-learning/workspace-types';
import type {
  AzureMlLinkedServiceProps,
  AzureMlServicePrincipal,
} from '../azure-ml-linked-service';
import type { IDataFactory } from '../data-factory';
import { SECRET, secretFinding } from '../linked-services/private/secret-rules';
import { FACTORY, objectNameFinding, WORKSPACE } from './property-types';

const SERVICE_PRINCIPAL: PropertyType = {
  name: 'an AzureMlServicePrincipal',
  accepts: (value) => {
    if (!Is.object.accepts(value)) return false;
    const { clientId, tenantId, key } = value as Partial<AzureMlServicePrincipal>;
    return Is.text.accepts(clientId) && Is.text.accepts(tenantId) && SECRET.accepts(key);
  },
};

export const LINKED_SERVICE_SHAPE: Shape<AzureMlLinkedServiceProps> = {
  factory: FACTORY,
  workspace: WORKSPACE,
  name: Is.optional(Is.text),
  description: Is.optional(Is.text),
  servicePrincipal: Is.optional(SERVICE_PRINCIPAL),
};

/** @see https://learn.microsoft.com/azure/data-factory/naming-rules */
const NO_DASH = /^[^-]*$/;

export const LINKED_SERVICE_RULES: readonly Rule<AzureMlLinkedServiceProps>[] = [
  {
    code: 'LinkedServiceNameInvalid',
    check: ({ name }) =>
      objectNameFinding(name) ??
      (mismatches(name, NO_DASH)
        ? { property: 'name', must: 'not contain "-"', got: name, fix: 'use "_"' }
        : undefined),
  },
  {
    code: 'LinkedServiceNeedsSystemIdentity',
    check: ({ factory, servicePrincipal }) =>
      factory.credentialName === undefined || servicePrincipal !== undefined
        ? undefined
        : {
            property: 'factory',
            must: 'call with its system-assigned identity, which is all that an AzureMLService linked service can use',
            got: `the user-assigned identity of credential ${factory.credentialName}`,
            fix: 'leave out the identity of the factory, or publish the pipeline for v2',
          },
  },
  {
    code: 'LinkedServiceOtherCloud',
    check: ({ factory, workspace }) =>
      workspace.cloud.name === factory.cloud.name
        ? undefined
        : {
            property: 'workspace',
            must: `be in the cloud of the data factory (${factory.cloud.name})`,
            got: workspace.cloud.name,
          },
  },
  {
    code: 'AzureMlKeyOfOtherFactory',
    check: ({ factory, servicePrincipal }) =>
      secretFinding('servicePrincipal.key', servicePrincipal?.key, factory),
  },
];

/** Default name of a linked service; from the construct id where the workspace's name is not known. */
export function defaultLinkedServiceName({ workspaceName, node }: IWorkspace): string {
  const name = isUnresolved(workspaceName) ? node.id : workspaceName;
  return `AzureML_${name.replaceAll(/\W/g, '_')}`;
}

/** What names an existing linked service. */
export interface ImportedLinkedServiceProps {
  readonly factory: IDataFactory;
  readonly name: string;
}

export const IMPORTED_LINKED_SERVICE_SHAPE: Shape<ImportedLinkedServiceProps> = {
  factory: FACTORY,
  name: Is.text,
};

export const IMPORTED_LINKED_SERVICE_RULES: readonly Rule<ImportedLinkedServiceProps>[] = [
  { code: 'ImportedLinkedServiceNameInvalid', check: ({ name }) => objectNameFinding(name) },
];
