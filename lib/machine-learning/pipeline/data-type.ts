/** Types of pipeline and step inputs and outputs; spelt as component specifications spell them. */
export enum DataType {
  /** True or false. */
  BOOLEAN = 'boolean',
  /** A model in a form of one's own. */
  CUSTOM_MODEL = 'custom_model',
  /** A whole number. */
  INTEGER = 'integer',
  /** A model as MLflow writes it. */
  MLFLOW_MODEL = 'mlflow_model',
  /** A table: a folder with an `MLTable` file. */
  MLTABLE = 'mltable',
  /** A number. */
  NUMBER = 'number',
  /** Text. */
  STRING = 'string',
  /** A model as Triton reads it. */
  TRITON_MODEL = 'triton_model',
  /** One file. */
  URI_FILE = 'uri_file',
  /** One folder. */
  URI_FOLDER = 'uri_folder',
}
