import { isUnresolved } from './validation';

interface CloudHosts {
  readonly name: string;
  readonly terraformEnvironment: string;
  readonly resourceManagerEndpoint: string;
  readonly authorityHost: string;
  readonly portalHost: string;
  readonly studioHost: string;
  readonly machineLearningAudience: string;
  readonly machineLearningApiSuffix: string;
  readonly inferenceSuffix: string;
  readonly storageSuffix: string;
  readonly keyVaultSuffix: string;
  readonly containerRegistrySuffix: string;
}

/**
 * An Azure cloud: every host name and token audience that differs between clouds.
 *
 * The hosts of the public cloud are documented and in use. Those of the sovereign clouds are taken
 * from Microsoft's tables and were not tried: check them before you rely on them.
 *
 * @see https://github.com/Azure/azure-sdk-for-python/blob/7193aa6ca36285c6803b9e5abf8fb70e3570806b/sdk/ml/azure-ai-ml/azure/ai/ml/_azure_environments.py
 */
export class AzureCloud {
  /** The public cloud. */
  public static readonly PUBLIC = new AzureCloud({
    name: 'AzureCloud',
    terraformEnvironment: 'public',
    resourceManagerEndpoint: 'https://management.azure.com',
    authorityHost: 'https://login.microsoftonline.com',
    portalHost: 'https://portal.azure.com',
    studioHost: 'https://ml.azure.com',
    machineLearningAudience: 'https://ml.azure.com',
    machineLearningApiSuffix: 'api.azureml.ms',
    inferenceSuffix: 'inference.ml.azure.com',
    storageSuffix: 'core.windows.net',
    keyVaultSuffix: 'vault.azure.net',
    containerRegistrySuffix: 'azurecr.io',
  });

  /** Azure Government; its Machine Learning hosts are unverified. */
  public static readonly US_GOVERNMENT = new AzureCloud({
    name: 'AzureUSGovernment',
    terraformEnvironment: 'usgovernment',
    resourceManagerEndpoint: 'https://management.usgovcloudapi.net',
    authorityHost: 'https://login.microsoftonline.us',
    portalHost: 'https://portal.azure.us',
    studioHost: 'https://ml.azure.us',
    machineLearningAudience: 'https://ml.azure.us',
    machineLearningApiSuffix: 'api.ml.azure.us',
    inferenceSuffix: 'inference.ml.azure.us',
    storageSuffix: 'core.usgovcloudapi.net',
    keyVaultSuffix: 'vault.usgovcloudapi.net',
    containerRegistrySuffix: 'azurecr.us',
  });

  /** Azure operated by 21Vianet; its Machine Learning hosts are unverified. */
  public static readonly CHINA = new AzureCloud({
    name: 'AzureChinaCloud',
    terraformEnvironment: 'china',
    resourceManagerEndpoint: 'https://management.chinacloudapi.cn',
    authorityHost: 'https://login.chinacloudapi.cn',
    portalHost: 'https://portal.azure.cn',
    studioHost: 'https://ml.azure.cn',
    machineLearningAudience: 'https://ml.azure.cn',
    machineLearningApiSuffix: 'api.ml.azure.cn',
    inferenceSuffix: 'inference.ml.azure.cn',
    storageSuffix: 'core.chinacloudapi.cn',
    keyVaultSuffix: 'vault.azure.cn',
    containerRegistrySuffix: 'azurecr.cn',
  });

  /** Name that Azure's own tools give the cloud, such as `AzureCloud`. */
  public readonly name: string;
  /** Value of `environment` of the azurerm and azapi providers: `public`, `usgovernment` or `china`. */
  public readonly terraformEnvironment: string;
  /** URL of Azure Resource Manager, without a slash at the end. */
  public readonly resourceManagerEndpoint: string;
  /**
   * Audience of tokens for Resource Manager and for the v1 pipeline endpoints, with a slash at the end.
   *
   * Whether the v1 endpoints also take {@link machineLearningAudience} is unverified.
   */
  public readonly resourceManagerAudience: string;
  /** URL of Microsoft Entra ID, without a slash at the end. */
  public readonly authorityHost: string;
  /** URL of the Azure portal, without a slash at the end. */
  public readonly portalHost: string;
  /** URL of the Machine Learning studio, without a slash at the end. */
  public readonly studioHost: string;
  /** Audience of tokens for batch endpoints, without a slash at the end: the service refuses one with it. */
  public readonly machineLearningAudience: string;
  /** Audience of tokens for blobs, files and queues, the same in every cloud. */
  public readonly storageAudience: string = 'https://storage.azure.com/';
  /** What follows service and account in storage hosts, such as `core.windows.net`. */
  public readonly storageSuffix: string;
  /** What follows the account in hosts of blobs, such as `blob.core.windows.net`. */
  public readonly blobSuffix: string;
  /** What follows the account in hosts of Data Lake Storage Gen2, such as `dfs.core.windows.net`. */
  public readonly dfsSuffix: string;
  /** What follows the account in hosts of file shares, such as `file.core.windows.net`. */
  public readonly fileSuffix: string;
  /** What follows the account in hosts of queues, such as `queue.core.windows.net`. */
  public readonly queueSuffix: string;
  /** What follows the vault in hosts of Key Vault, such as `vault.azure.net`. */
  public readonly keyVaultSuffix: string;
  /** What follows the registry in hosts of Container Registry, such as `azurecr.io`. */
  public readonly containerRegistrySuffix: string;

  private readonly machineLearningApiSuffix: string;
  private readonly inferenceSuffix: string;

  private constructor(hosts: CloudHosts) {
    this.name = hosts.name;
    this.terraformEnvironment = hosts.terraformEnvironment;
    this.resourceManagerEndpoint = hosts.resourceManagerEndpoint;
    this.resourceManagerAudience = `${hosts.resourceManagerEndpoint}/`;
    this.authorityHost = hosts.authorityHost;
    this.portalHost = hosts.portalHost;
    this.studioHost = hosts.studioHost;
    this.machineLearningAudience = hosts.machineLearningAudience;
    this.machineLearningApiSuffix = hosts.machineLearningApiSuffix;
    this.inferenceSuffix = hosts.inferenceSuffix;
    this.storageSuffix = hosts.storageSuffix;
    this.blobSuffix = `blob.${hosts.storageSuffix}`;
    this.dfsSuffix = `dfs.${hosts.storageSuffix}`;
    this.fileSuffix = `file.${hosts.storageSuffix}`;
    this.queueSuffix = `queue.${hosts.storageSuffix}`;
    this.keyVaultSuffix = hosts.keyVaultSuffix;
    this.containerRegistrySuffix = hosts.containerRegistrySuffix;
  }

  /**
   * Host of the Machine Learning API of a region, which serves the v1 pipeline endpoints.
   *
   * @param region name or display name, such as `westeurope` or `West Europe`
   * @returns such as `westeurope.api.azureml.ms`
   */
  public machineLearningApiHost(region: string): string {
    return `${regionName(region)}.${this.machineLearningApiSuffix}`;
  }

  /**
   * What follows the endpoint in hosts of batch and online endpoints of a region.
   *
   * @param region name or display name, such as `westeurope` or `West Europe`
   * @returns such as `westeurope.inference.ml.azure.com`
   */
  public inferenceHostSuffix(region: string): string {
    return `${regionName(region)}.${this.inferenceSuffix}`;
  }
}

/** azurerm spells the region of a resource this way already, so a token stays as it is. */
function regionName(region: string): string {
  return isUnresolved(region) ? region : region.replace(/\s/g, '').toLowerCase();
}
