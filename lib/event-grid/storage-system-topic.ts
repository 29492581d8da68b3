import { Construct, type IConstruct } from 'constructs';
import { pinned } from '../azapi/api-versions';
import { AzapiResource } from '../azapi/azapi-resource';
import type { StringMap } from '../azapi/azapi-types';
import { nameOf } from '../core/arm-id-parts';
import { validateProps, withDefaults } from '../core/validation';
import { type IGrantable, type IPrincipal, PrincipalType } from '../identity/principal';
import { defaultName } from '../logic-apps/private/default-name';
import { tagsOf } from '../platform/settings';
import type { IResourceGroup } from '../resource-manager/resource-group';
import type { IStorageAccount } from '../storage/storage-account';
import {
  TOPIC_ATTRIBUTES_RULES,
  TOPIC_ATTRIBUTES_SHAPE,
  TOPIC_RULES,
  TOPIC_SHAPE,
} from './private/storage-system-topic-rules';

/** The Event Grid topic of a storage account, declared here or existing, with its identity. */
export interface IStorageSystemTopic extends IConstruct, IGrantable {
  /** ARM id. */
  readonly systemTopicId: string;
  /** Name. */
  readonly systemTopicName: string;
}

/** Properties of a {@link StorageSystemTopic}. */
export interface StorageSystemTopicProps {
  /** The account whose events it brings. Changing it replaces the topic. */
  readonly storageAccount: IStorageAccount;
  /** Where the topic lives; it must be of the account's subscription. */
  readonly resourceGroup: IResourceGroup;
  /**
   * 3 to 50 characters, inclusive: letters, digits and hyphens. Changing it replaces the topic.
   *
   * @default - `evgt`, the words of the construct's path and a hash of the path
   */
  readonly name?: string;
  /**
   * Region, which must be that of the account. Changing it replaces the topic.
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

/** What is known of an existing system topic. */
export interface StorageSystemTopicAttributes {
  /** ARM id. */
  readonly systemTopicId: string;
  /** Object id of its system-assigned identity, a GUID. */
  readonly principalId: string;
}

/**
 * The Event Grid topic of a storage account, with a system-assigned identity that delivers events:
 * `azapi_resource`, `Microsoft.EventGrid/systemTopics@2022-06-15`.
 *
 * An account has one at most: subscriptions of the same account share it.
 */
export class StorageSystemTopic extends Construct implements IStorageSystemTopic {
  /**
   * An existing topic; it must have a system-assigned identity.
   *
   * @throws ValidationError SystemTopicIdInvalid, SystemTopicPrincipalInvalid
   */
  public static fromSystemTopicAttributes(
    scope: Construct,
    id: string,
    attributes: StorageSystemTopicAttributes,
  ): IStorageSystemTopic {
    return new ImportedTopic(scope, id, attributes);
  }

  public readonly systemTopicId: string;
  public readonly systemTopicName: string;
  private readonly resource: AzapiResource;

  /** @throws ValidationError SystemTopicNameInvalid */
  public constructor(scope: Construct, id: string, props: StorageSystemTopicProps) {
    super(scope, id);
    const resolved = withDefaults(props, { name: defaultName('evgt', this) });
    validateProps(this, resolved, TOPIC_SHAPE, TOPIC_RULES);

    const { name, storageAccount, resourceGroup } = resolved;
    this.resource = new AzapiResource(this, 'Resource', {
      type: pinned('Microsoft.EventGrid/systemTopics'),
      name,
      parentId: resourceGroup.resourceGroupId,
      location: resolved.location ?? resourceGroup.location,
      identity: { type: 'SystemAssigned' },
      body: {
        properties: {
          source: storageAccount.storageAccountId,
          topicType: 'Microsoft.Storage.StorageAccounts',
        },
      },
      tags: tagsOf(this, resolved.tags),
    });
    this.systemTopicId = this.resource.id;
    this.systemTopicName = name;
  }

  /** The identity that delivers events. */
  public get grantPrincipal(): IPrincipal {
    return principal(this, this.resource.principalId);
  }
}

class ImportedTopic extends Construct implements IStorageSystemTopic {
  public readonly systemTopicId: string;
  public readonly systemTopicName: string;
  private readonly principalId: string;

  public constructor(scope: Construct, id: string, attributes: StorageSystemTopicAttributes) {
    super(scope, id);
    validateProps(this, attributes, TOPIC_ATTRIBUTES_SHAPE, TOPIC_ATTRIBUTES_RULES);
    this.systemTopicId = attributes.systemTopicId;
    this.systemTopicName = nameOf(attributes.systemTopicId);
    this.principalId = attributes.principalId;
  }

  public get grantPrincipal(): IPrincipal {
    return principal(this, this.principalId);
  }
}

function principal(topic: IStorageSystemTopic, principalId: string): IPrincipal {
  return {
    principalId,
    principalType: PrincipalType.SERVICE_PRINCIPAL,
    principalName: `Event Grid topic ${topic.systemTopicName}`,
    principalScope: topic,
  };
}
