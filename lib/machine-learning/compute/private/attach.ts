import type { Construct, IConstruct } from 'constructs';
import { pinned } from '../../../azapi/api-versions';
import { AzapiResource } from '../../../azapi/azapi-resource';
import type { ArmObject, AzapiIdentity } from '../../../azapi/azapi-types';
import { declareName } from '../../../core/declared-name';
import { type IPrincipal, PrincipalType } from '../../../identity/principal';
import type { IUserAssignedIdentity } from '../../../identity/user-assigned-identity';
import { tagsOf } from '../../../platform/settings';
import type { AttachedComputeProps } from '../attached-compute-props';

/** What a kind of attached compute declares beside what all have. */
export interface Attachment {
  /** `properties` of the body. */
  readonly properties: ArmObject;
  /** The inner properties that are secret. */
  readonly secrets?: ArmObject;
  readonly identity?: AzapiIdentity;
}

/** The resource of an attached compute; nothing but the attachment is deleted with it. */
export function attach(
  scope: Construct,
  { name, workspace, description, tags }: AttachedComputeProps,
  { properties, secrets, identity }: Attachment,
): AzapiResource {
  const allTags = tagsOf(scope, tags);
  const resource = new AzapiResource(scope, 'Resource', {
    type: pinned('Microsoft.MachineLearningServices/workspaces/computes'),
    name,
    parentId: workspace.workspaceId,
    location: workspace.location,
    body: { properties: { ...properties, ...(description === undefined ? {} : { description }) } },
    ...(secrets === undefined ? {} : { sensitiveBody: { properties: { properties: secrets } } }),
    ...(identity === undefined ? {} : { identity }),
    ...(allTags === undefined ? {} : { tags: allTags }),
    deleteQueryParameters: { underlyingResourceAction: ['Detach'] },
    replaceTriggersRefs: ['properties.resourceId'],
  });
  declareName(scope, name);
  return resource;
}

/** The identity of a compute that acts for its jobs: one of its own, unless another is given. */
export function identityOf(given: IUserAssignedIdentity | undefined): AzapiIdentity {
  return given === undefined
    ? { type: 'SystemAssigned' }
    : { type: 'UserAssigned', identityIds: [given.identityId] };
}

/** Whom roles are granted to when they are granted to a compute. */
export function principalOf(
  scope: IConstruct,
  given: IUserAssignedIdentity | undefined,
  resource: AzapiResource,
  name: string,
): IPrincipal {
  return (
    given?.grantPrincipal ?? {
      principalId: resource.principalId,
      principalType: PrincipalType.SERVICE_PRINCIPAL,
      principalName: `compute ${name}`,
      principalScope: scope,
    }
  );
}
