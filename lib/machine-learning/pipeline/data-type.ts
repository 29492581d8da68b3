/** Types of pipeline and step inputs and outputs; spelt as component specifications spell them. */
export enum DataType {
  BOOLEAN = 'boolean',
  CUSTOM_MODEL = 'custom_model',
  INTEGER = 'integer',
  MLFLOW_MODEL = 'mlflow_model',
  MLTABLE = 'mltable',
  NUMBER = 'number',
  STRING = 'string',
  TRITON_MODEL = 'triton_model',
  URI_FILE = 'uri_file',
  URI_FOLDER = 'uri_folder',
}

/** Types whose values are written into the request. */
const LITERALS: readonly DataType[] = [
  DataType.BOOLEAN,
  DataType.INTEGER,
  DataType.NUMBER,
  DataType.STRING,
];

/** Whether values of a type are written into the request, rather than named by a location. */
export function isLiteral(type: DataType): boolean {
  return LITERALS.includes(type);
}
