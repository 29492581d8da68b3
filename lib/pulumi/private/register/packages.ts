import { runtime } from '@pulumi/pulumi';
import type { ProviderPackage } from '../plan/provider-version';

/** Pulumi's plugin that runs any provider of Terraform. */
const BRIDGE = 'terraform-provider';

/** Packages of bridged providers, each made known to Pulumi's engine once. */
export class BridgedPackages {
  private readonly references = new Map<string, Promise<string>>();

  public constructor(private readonly bridgeVersion: string | undefined) {}

  /** What a registration names its package by. */
  public referenceTo({ name, version, address }: ProviderPackage): Promise<string> {
    const key = `${name} ${version} ${address}`;
    const known = this.references.get(key);
    if (known !== undefined) return known;
    const parameter = JSON.stringify({ remote: { url: address, version } });
    const reference = runtime.registerPackage({
      baseProviderName: BRIDGE,
      baseProviderVersion: this.bridgeVersion ?? '',
      baseProviderDownloadUrl: '',
      packageName: name,
      packageVersion: version,
      base64Parameter: Buffer.from(parameter).toString('base64'),
    });
    this.references.set(key, reference);
    return reference;
  }
}
