import { validateValue } from '../core/validation';
import { ROLE_RULES, ROLE_SHAPE } from './private/grant-rules';

/** A role that can be assigned. */
export interface IRole {
  /** Name as Azure shows it. */
  readonly roleName: string;
  /**
   * ARM id of the role definition as role assignments in a subscription spell it.
   *
   * @param subscriptionId the subscription of the scope
   */
  roleDefinitionIdIn(subscriptionId: string): string;
}

/**
 * Built-in roles, by GUID.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export class BuiltInRole implements IRole {
  /** Pulls images from a registry. */
  public static readonly ACR_PULL = new BuiltInRole(
    'AcrPull',
    '7f951dda-4ed3-4680-a7ca-43fe172d538d',
  );
  /** Creates, starts, stops and deletes computes of a workspace. */
  public static readonly AZUREML_COMPUTE_OPERATOR = new BuiltInRole(
    'AzureML Compute Operator',
    'e503ece1-11d0-4e8e-8e2c-7a6c3bf38815',
  );
  /** All that can be done in a workspace, except to manage computes and the workspace itself. */
  public static readonly AZUREML_DATA_SCIENTIST = new BuiltInRole(
    'AzureML Data Scientist',
    'f6c7c914-8db3-469d-8ca1-694a8f32e121',
  );
  /** Manages everything but access. */
  public static readonly CONTRIBUTOR = new BuiltInRole(
    'Contributor',
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
  );
  /** Manages event subscriptions. */
  public static readonly EVENT_GRID_EVENT_SUBSCRIPTION_CONTRIBUTOR = new BuiltInRole(
    'EventGrid EventSubscription Contributor',
    '428e0ff0-5e57-4d9c-a221-2c70d0e0a443',
  );
  /** Reads event subscriptions. */
  public static readonly EVENT_GRID_EVENT_SUBSCRIPTION_READER = new BuiltInRole(
    'EventGrid EventSubscription Reader',
    '2414bbcf-6497-4faf-8c65-045460748405',
  );
  /** Assigns a user-assigned identity to resources. */
  public static readonly MANAGED_IDENTITY_OPERATOR = new BuiltInRole(
    'Managed Identity Operator',
    'f1a07417-d97a-45cb-824c-7a7467783830',
  );
  /** Reads everything, data and secrets aside. */
  public static readonly READER = new BuiltInRole('Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7');
  /** Reads, writes and deletes blobs. */
  public static readonly STORAGE_BLOB_DATA_CONTRIBUTOR = new BuiltInRole(
    'Storage Blob Data Contributor',
    'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  );
  /** Reads blobs. */
  public static readonly STORAGE_BLOB_DATA_READER = new BuiltInRole(
    'Storage Blob Data Reader',
    '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
  );
  /** Reads, writes and deletes files of file shares over REST, whatever their access lists say. */
  public static readonly STORAGE_FILE_DATA_PRIVILEGED_CONTRIBUTOR = new BuiltInRole(
    'Storage File Data Privileged Contributor',
    '69566ab7-960f-475b-8e7c-b3118f30c6bd',
  );
  /** Reads files of file shares over REST, whatever their access lists say. */
  public static readonly STORAGE_FILE_DATA_PRIVILEGED_READER = new BuiltInRole(
    'Storage File Data Privileged Reader',
    'b8eda974-7b85-4f76-af95-65846b26df6d',
  );
  /** Peeks, receives and deletes messages of a queue. */
  public static readonly STORAGE_QUEUE_DATA_MESSAGE_PROCESSOR = new BuiltInRole(
    'Storage Queue Data Message Processor',
    '8a0f0c08-91a1-4084-bc3d-661d67233fed',
  );
  /** Adds messages to a queue. */
  public static readonly STORAGE_QUEUE_DATA_MESSAGE_SENDER = new BuiltInRole(
    'Storage Queue Data Message Sender',
    'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a',
  );

  /**
   * A built-in role that has no name here yet.
   *
   * @param roleName name as Azure shows it
   * @param guid last segment of the role definition's id
   * @throws UnscopedValidationError RoleGuidInvalid
   */
  public static of(roleName: string, guid: string): BuiltInRole {
    validateValue({ roleName, guid }, ROLE_SHAPE, ROLE_RULES);
    return new BuiltInRole(roleName, guid);
  }

  private constructor(
    public readonly roleName: string,
    /** Last segment of the role definition's id. */
    public readonly guid: string,
  ) {}

  public roleDefinitionIdIn(subscriptionId: string): string {
    return `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${this.guid}`;
  }
}
