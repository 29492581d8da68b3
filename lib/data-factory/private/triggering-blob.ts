import { isUnresolved } from '../../core/validation';
import type { TriggeringBlob } from '../../machine-learning/pipeline/invocation/invocation-host';
import type { IStorageAccount } from '../../storage/storage-account';

/** Parameters of a pipeline that hold the blob that started it; a blob event trigger fills them. */
export const BLOB_PARAMETERS = {
  /** URL of the account's blobs, such as `https://st.blob.core.windows.net`. */
  endpoint: 'triggeringBlobEndpoint',
  /** Container and folder, such as `raw/incoming`. */
  folder: 'triggeringBlobFolder',
  /** Name within the folder. */
  name: 'triggeringBlobName',
} as const;

const PATH = `concat(${read(BLOB_PARAMETERS.folder)},'/',${read(BLOB_PARAMETERS.name)})`;

/**
 * The blob that started a pipeline, as expressions of Data Factory on its parameters. Folder and name are
 * as people read them, so the URL has to encode them, slash by slash; the folder starts with the container.
 *
 * @see https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions
 */
export const TRIGGERING_BLOB: TriggeringBlob = {
  uri: `@concat(${read(BLOB_PARAMETERS.endpoint)},'/',replace(uriComponent(${PATH}),'%2F','/'))`,
  relativePath: `@join(skip(split(${PATH},'/'),1),'/')`,
};

/** The blob parameters that a part of a pipeline's definition reads. Pure. */
export function blobParametersIn(definition: unknown): readonly string[] {
  const texts = textsIn(definition);
  return Object.values(BLOB_PARAMETERS).filter((parameter) =>
    texts.some((text) => text.includes(read(parameter))),
  );
}

/**
 * Values of the blob parameters, as a blob event trigger gives them. Pure.
 *
 * @see https://learn.microsoft.com/azure/data-factory/how-to-create-event-trigger
 */
export function blobParameterValues(account: IStorageAccount): { readonly [name: string]: string } {
  return {
    [BLOB_PARAMETERS.endpoint]: `https://${account.storageAccountName}.${account.cloud.blobSuffix}`,
    [BLOB_PARAMETERS.folder]: '@triggerBody().folderPath',
    [BLOB_PARAMETERS.name]: '@triggerBody().fileName',
  };
}

function read(parameter: string): string {
  return `pipeline().parameters.${parameter}`;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || isUnresolved(value)) return [];
  return Object.values(value).flatMap(textsIn);
}
