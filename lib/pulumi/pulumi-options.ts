import type { Input, Output, Resource } from '@pulumi/pulumi';
import type { PulumiDialect } from './pulumi-dialect';

/** How an app is registered with Pulumi. */
export interface PulumiRegisterOptions {
  /** @default PulumiDialect.BRIDGED */
  readonly dialect?: PulumiDialect;
  /**
   * Parent of everything that is registered, such as a component of yours.
   *
   * @default - the Pulumi stack
   */
  readonly parent?: Resource;
  /**
   * Values of Terraform variables that the stacks declare, by name.
   *
   * @default - each variable's own default
   */
  readonly variables?: PulumiVariables;
  /**
   * Exact versions of Terraform providers, by the name that the stack gives them, such as `azurerm`.
   *
   * @default - the lowest version that the stack allows
   */
  readonly providerVersions?: PulumiVersions;
  /**
   * Version of Pulumi's plugin `terraform-provider`, which bridges providers of Terraform.
   *
   * @default - chosen by Pulumi's engine
   */
  readonly bridgeVersion?: string;
  /**
   * Version of Pulumi's plugin `azure`, for the classic dialect.
   *
   * @default - chosen by Pulumi's engine
   */
  readonly classicVersion?: string;
}

/** Values by the names of variables. */
export interface PulumiVariables {
  readonly [name: string]: Input<unknown>;
}

/** Versions by the names of providers. */
export interface PulumiVersions {
  readonly [provider: string]: string;
}

/** Outputs of one stack by their names. */
export interface PulumiStackOutputs {
  readonly [output: string]: Output<unknown>;
}

/** Outputs of all stacks, by the paths of the stacks in the app. */
export interface PulumiOutputs {
  readonly [stack: string]: PulumiStackOutputs;
}
