export { PulumiAzureMl } from './pulumi-azure-ml';
export { PulumiDialect } from './pulumi-dialect';
export type {
  PulumiOutputs,
  PulumiRegisterOptions,
  PulumiStackOutputs,
  PulumiVariables,
  PulumiVersions,
} from './pulumi-options';
