import { UserAssignedIdentity as UserAssignedIdentityL1 } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { Construct, type IConstruct } from 'constructs';
import type { StringMap } from '../azapi/azapi-types';
import { nameOf } from '../core/arm-id-parts';
import { escapeTemplates } from '../core/terraform-text';
import { validateProps } from '../core/validation';
import { tagsOf } from '../platform/settings';
import type { IResourceGroup } from '../resource-manager/resource-group';
import { type IGrantable, type IPrincipal, PrincipalType } from './principal';
import {
  IDENTITY_ATTRIBUTES_RULES,
  IDENTITY_ATTRIBUTES_SHAPE,
  IDENTITY_RULES,
  IDENTITY_SHAPE,
} from './private/user-assigned-identity-rules';

/** A user-assigned managed identity, declared here or existing. */
export interface IUserAssignedIdentity extends IConstruct, IGrantable {
  /** ARM id. */
  readonly identityId: string;
  /** Name. */
  readonly identityName: string;
  /** Application id, which callers name to choose among several identities. */
  readonly clientId: string;
  /** Object id, which role assignments name. */
  readonly principalId: string;
}

/** Properties of a {@link UserAssignedIdentity}. */
export interface UserAssignedIdentityProps {
  /**
   * 3 to 128 characters, inclusive: letters, digits, `-`, `_`, starting with a letter or digit.
   * Changing it replaces the identity, and with it every role it holds.
   *
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
   */
  readonly name: string;
  /** Where the identity lives. */
  readonly resourceGroup: IResourceGroup;
  /**
   * Region. Changing it replaces the identity.
   *
   * @default - that of the resource group
   */
  readonly location?: string;
  /**
   * Tags beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
}

/** What is known of an existing user-assigned identity. */
export interface UserAssignedIdentityAttributes {
  /** ARM id, `/subscriptions/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>`. */
  readonly identityId: string;
  /** Application id, a GUID. */
  readonly clientId: string;
  /** Object id, a GUID. */
  readonly principalId: string;
}

/** A user-assigned managed identity: `azurerm_user_assigned_identity`, `Microsoft.ManagedIdentity/userAssignedIdentities`. */
export class UserAssignedIdentity extends Construct implements IUserAssignedIdentity {
  /**
   * An existing identity.
   *
   * @throws ValidationError IdentityIdInvalid
   */
  public static fromUserAssignedIdentityAttributes(
    scope: Construct,
    id: string,
    attributes: UserAssignedIdentityAttributes,
  ): IUserAssignedIdentity {
    return new ImportedIdentity(scope, id, attributes);
  }

  public readonly identityName: string;
  private readonly resource: UserAssignedIdentityL1;

  /** @throws ValidationError IdentityNameInvalid */
  public constructor(scope: Construct, id: string, props: UserAssignedIdentityProps) {
    super(scope, id);
    validateProps(this, props, IDENTITY_SHAPE, IDENTITY_RULES);

    this.resource = new UserAssignedIdentityL1(this, 'Resource', {
      name: props.name,
      resourceGroupName: props.resourceGroup.resourceGroupName,
      location: props.location ?? props.resourceGroup.location,
      tags: escapeTemplates(tagsOf(this, props.tags)),
    });
    this.identityName = props.name;
  }

  public get identityId(): string {
    return this.resource.id;
  }

  public get clientId(): string {
    return this.resource.clientId;
  }

  public get principalId(): string {
    return this.resource.principalId;
  }

  public get grantPrincipal(): IPrincipal {
    return principalOf(this);
  }
}

class ImportedIdentity extends Construct implements IUserAssignedIdentity {
  public readonly identityId: string;
  public readonly identityName: string;
  public readonly clientId: string;
  public readonly principalId: string;

  public constructor(scope: Construct, id: string, attributes: UserAssignedIdentityAttributes) {
    super(scope, id);
    validateProps(this, attributes, IDENTITY_ATTRIBUTES_SHAPE, IDENTITY_ATTRIBUTES_RULES);
    this.identityId = attributes.identityId;
    this.identityName = nameOf(attributes.identityId);
    this.clientId = attributes.clientId;
    this.principalId = attributes.principalId;
  }

  public get grantPrincipal(): IPrincipal {
    return principalOf(this);
  }
}

function principalOf(identity: IUserAssignedIdentity): IPrincipal {
  return {
    principalId: identity.principalId,
    principalType: PrincipalType.SERVICE_PRINCIPAL,
    principalName: `identity ${identity.identityName}`,
    principalScope: identity,
  };
}
