/** Whose names the resources of azurerm have in Pulumi. */
export enum PulumiDialect {
  /**
   * Of the provider of Terraform itself, which Pulumi bridges when the program runs. Everything that the
   * constructs declare has a name there, in the very version that they were made for.
   */
  BRIDGED = 'bridged',
  /**
   * Of the package `@pulumi/azure`, for programs that use it already. Resources of azapi have no name
   * there: they stay with the bridged provider.
   */
  CLASSIC = 'classic',
}
