import { AzurermBackend, LocalBackend, type TerraformStack } from 'cdktf';
import { Is, type Shape, validateValue } from '../core/validation';

/** Where a remote state lives. */
export interface AzureStorageStateProps {
  /** Resource group of the storage account. */
  readonly resourceGroupName: string;
  /** Name of the storage account. */
  readonly storageAccountName: string;
  /** Name of the blob container, which must exist. */
  readonly containerName: string;
  /**
   * Name of the state blob.
   *
   * @default - `<name of the stack>.tfstate`
   */
  readonly key?: string;
  /**
   * Subscription of the storage account, a GUID.
   *
   * @default - that of the credentials
   */
  readonly subscriptionId?: string;
}

/** Terraform reads where the state is before it evaluates anything. */
const KNOWN = Is.known(Is.text);

const LOCAL_SHAPE: Shape<{ readonly path: string | undefined }> = { path: Is.optional(KNOWN) };

const SHAPE: Shape<AzureStorageStateProps> = {
  resourceGroupName: KNOWN,
  storageAccountName: KNOWN,
  containerName: KNOWN,
  key: Is.optional(KNOWN),
  subscriptionId: Is.optional(KNOWN),
};

/** Where Terraform keeps the state of a stack. */
export abstract class StateBackend {
  /**
   * A file. Relative paths start at the folder of the synthesized stack.
   *
   * @param path the file; by default three folders above the synthesized stack, which for cdktf's own
   *   output folder is the folder of the app
   */
  public static local(path?: string): StateBackend {
    return new LocalState(path);
  }

  /** A blob, read and written with Entra ID (no account key), locked while in use. */
  public static azureStorage(props: AzureStorageStateProps): StateBackend {
    return new AzureStorageState(props);
  }

  /**
   * Adds the backend to a stack.
   *
   * @internal
   */
  public abstract _attachTo(stack: TerraformStack): void;
}

class LocalState extends StateBackend {
  public constructor(private readonly path: string | undefined) {
    super();
    validateValue({ path }, LOCAL_SHAPE);
  }

  public _attachTo(stack: TerraformStack): void {
    new LocalBackend(stack, { path: this.path ?? `../../../terraform.${stack.node.id}.tfstate` });
  }
}

class AzureStorageState extends StateBackend {
  public constructor(private readonly props: AzureStorageStateProps) {
    super();
    validateValue(props, SHAPE);
  }

  public _attachTo(stack: TerraformStack): void {
    const { key, ...account } = this.props;
    new AzurermBackend(stack, {
      ...account,
      key: key ?? `${stack.node.id}.tfstate`,
      useAzureadAuth: true,
    });
  }
}
