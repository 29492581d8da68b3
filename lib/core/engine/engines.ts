/** What constructs are built on: cdktf, or CDK Terrain, its maintained fork. */
export interface Engine {
  /** Its package, which is also the name of its command. */
  readonly name: string;
  /** Its bindings of azurerm. */
  readonly bindings: string;
  /** This library, as it is published for the engine. */
  readonly library: string;
}

export const CDKTF: Engine = {
  name: 'cdktf',
  bindings: '@cdktf/provider-azurerm',
  library: 'cdktf-azureml',
};

export const CDKTN: Engine = {
  name: 'cdktn',
  bindings: '@cdktn/provider-azurerm',
  library: 'cdktn-azureml',
};
