/** An environment that steps run in. */
export interface IEnvironment {
  /** How component specifications name it: `azureml:<ARM id>` or `azureml://registries/…`. */
  readonly environmentReference: string;
}
