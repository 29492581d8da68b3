import { validateValue } from '../core/validation';
import { ManagedIdentityForm } from './managed-identity-form';
import { MANAGED_API_RULES, MANAGED_API_SHAPE } from './private/managed-api-rules';

/**
 * A managed API of Logic Apps: what the portal calls a connector.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity
 */
export class ManagedApi {
  /** Azure Blob Storage, for {@link BlobTrigger}. */
  public static readonly AZURE_BLOB = new ManagedApi(
    'azureblob',
    ManagedIdentityForm.PARAMETER_SET,
  );
  /** Azure Queue Storage. */
  public static readonly AZURE_QUEUES = new ManagedApi(
    'azurequeues',
    ManagedIdentityForm.PARAMETER_SET,
  );
  /** Azure Event Grid. */
  public static readonly AZURE_EVENT_GRID = new ManagedApi(
    'azureeventgrid',
    ManagedIdentityForm.ALTERNATIVE,
  );

  /**
   * A managed API that has no name here yet.
   *
   * @param apiName last segment of its id, lower-case letters and digits, such as `azurequeues`
   * @param identityForm how its connections name the managed identity
   * @throws UnscopedValidationError ManagedApiNameInvalid
   */
  public static of(
    apiName: string,
    identityForm: ManagedIdentityForm = ManagedIdentityForm.PARAMETER_SET,
  ): ManagedApi {
    return new ManagedApi(apiName, identityForm);
  }

  /** Last segment of the id. */
  public readonly apiName: string;
  /** How connections name the managed identity. */
  public readonly identityForm: ManagedIdentityForm;

  private constructor(apiName: string, identityForm: ManagedIdentityForm) {
    validateValue({ apiName, identityForm }, MANAGED_API_SHAPE, MANAGED_API_RULES);
    this.apiName = apiName;
    this.identityForm = identityForm;
  }
}
