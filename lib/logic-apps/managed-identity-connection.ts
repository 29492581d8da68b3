import { Construct, type IConstruct } from 'constructs';
import { pinned } from '../azapi/api-versions';
import { AzapiResource } from '../azapi/azapi-resource';
import type { StringMap } from '../azapi/azapi-types';
import { nameOf, subscriptionOf } from '../core/arm-id-parts';
import { validateProps, withDefaults } from '../core/validation';
import { settingsOf, tagsOf } from '../platform/settings';
import type { IResourceGroup } from '../resource-manager/resource-group';
import type { ManagedApi } from './managed-api';
import { renderConnectionBody } from './private/connection-body';
import {
  CONNECTION_ATTRIBUTES_RULES,
  CONNECTION_ATTRIBUTES_SHAPE,
  CONNECTION_RULES,
  CONNECTION_SHAPE,
} from './private/connection-rules';
import { defaultName } from './private/default-name';
import { managedApiId } from './private/managed-api-id';

/** A connection of workflows to a managed API, declared here or existing. */
export interface IApiConnection extends IConstruct {
  /** ARM id. */
  readonly connectionId: string;
  /** Name. */
  readonly connectionName: string;
  /** The managed API that it connects to. */
  readonly managedApi: ManagedApi;
  /** ARM id of the managed API in the region of the connection. */
  readonly managedApiId: string;
}

/** Properties of a {@link ManagedIdentityConnection}. */
export interface ManagedIdentityConnectionProps {
  /** The managed API to connect to. */
  readonly managedApi: ManagedApi;
  /** Where the connection lives. */
  readonly resourceGroup: IResourceGroup;
  /**
   * 1 to 80 characters, inclusive: letters, digits, `-`, `_`, `.`, `(`, `)`. Changing it replaces the
   * connection.
   *
   * @default - `con`, the words of the construct's path and a hash of the path
   */
  readonly name?: string;
  /**
   * Name that the portal shows.
   *
   * @default - the name
   */
  readonly displayName?: string;
  /**
   * Region, which is that of the workflows that use it. Changing it replaces the connection.
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

/** What is known of an existing connection. */
export interface ConnectionAttributes {
  /** ARM id. */
  readonly connectionId: string;
  /** The managed API that it connects to. */
  readonly managedApi: ManagedApi;
  /**
   * Region.
   *
   * @default - the location of the stack
   */
  readonly location?: string;
}

/**
 * A connection of workflows to a managed API with the identity of the workflow: `azapi_resource`,
 * `Microsoft.Web/connections`. It holds no credentials, and neither account nor container: one connection
 * serves any number of triggers and workflows.
 *
 * The schema of azapi for this type lacks what managed identities need, so azapi does not check the body.
 *
 * @see https://learn.microsoft.com/azure/templates/microsoft.web/2016-06-01/connections
 */
export class ManagedIdentityConnection extends Construct implements IApiConnection {
  /**
   * An existing connection that uses a managed identity.
   *
   * @throws ValidationError ConnectionIdInvalid, PropertyMissing when there is no location
   */
  public static fromConnectionId(
    scope: Construct,
    id: string,
    attributes: ConnectionAttributes,
  ): IApiConnection {
    return new ImportedConnection(scope, id, attributes);
  }

  public readonly connectionId: string;
  public readonly connectionName: string;
  public readonly managedApi: ManagedApi;
  public readonly managedApiId: string;

  /** @throws ValidationError ConnectionNameInvalid */
  public constructor(scope: Construct, id: string, props: ManagedIdentityConnectionProps) {
    super(scope, id);
    const resolved = withDefaults(props, { name: defaultName('con', this) });
    validateProps(this, resolved, CONNECTION_SHAPE, CONNECTION_RULES);

    const { managedApi, resourceGroup, name } = resolved;
    const location = resolved.location ?? resourceGroup.location;
    this.managedApi = managedApi;
    this.managedApiId = managedApiId(resourceGroup.subscriptionId, location, managedApi.apiName);
    this.connectionName = name;
    const resource = new AzapiResource(this, 'Resource', {
      type: pinned('Microsoft.Web/connections'),
      name,
      parentId: resourceGroup.resourceGroupId,
      location,
      schemaValidationEnabled: false,
      body: renderConnectionBody({
        managedApiId: this.managedApiId,
        identityForm: managedApi.identityForm,
        displayName: resolved.displayName ?? name,
      }),
      tags: tagsOf(this, resolved.tags),
    });
    this.connectionId = resource.id;
  }
}

class ImportedConnection extends Construct implements IApiConnection {
  public readonly connectionId: string;
  public readonly connectionName: string;
  public readonly managedApi: ManagedApi;
  public readonly managedApiId: string;

  public constructor(scope: Construct, id: string, attributes: ConnectionAttributes) {
    super(scope, id);
    const resolved = withDefaults(attributes, { location: settingsOf(this).location });
    validateProps(this, resolved, CONNECTION_ATTRIBUTES_SHAPE, CONNECTION_ATTRIBUTES_RULES);
    const { connectionId, managedApi, location } = resolved;
    this.connectionId = connectionId;
    this.connectionName = nameOf(connectionId);
    this.managedApi = managedApi;
    this.managedApiId = managedApiId(subscriptionOf(connectionId), location, managedApi.apiName);
  }
}
