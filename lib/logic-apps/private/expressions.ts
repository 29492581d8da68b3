import type { TriggeringBlob } from '../../machine-learning/pipeline/invocation/invocation-host';
import type { IStorageContainer } from '../../storage/storage-container';

/**
 * Text that Logic Apps takes as it is. `@` at the start makes all of a text an expression, and `@@` there
 * makes all of it plain; elsewhere only `@{` starts an expression. A token in the text passes: what
 * Terraform puts in its place is not escaped.
 *
 * @see https://github.com/Azure/LogicAppsUX/blob/2505ab800c4711190b1826383721d0c95dfa4343/libs/parsers/src/lib/expression/builder.ts
 */
export function escapeExpressions(text: string): string {
  return text.startsWith('@') ? `@${text}` : text.replaceAll('@{', '@@{');
}

/**
 * The blob that a trigger fired for. `Path` is `/<container>/<folder>/<name>` as people read it, so a URL
 * has to encode it, slash by slash; `Name` is the part after the last slash.
 *
 * @param folder folder that is watched, `undefined` for the root of the container
 * @see https://learn.microsoft.com/connectors/azureblob/#blobmetadata
 */
export function triggeringBlob(
  container: IStorageContainer,
  folder: string | undefined,
): TriggeringBlob {
  const { storageAccountName, cloud } = container.storageAccount;
  const path = "triggerBody()?['Path']";
  return {
    uri: `@{concat('https://${storageAccountName}.${cloud.blobSuffix}', replace(encodeURIComponent(${path}), '%2F', '/'))}`,
    relativePath:
      folder === undefined
        ? "@{triggerBody()?['Name']}"
        : `@{substring(${path}, add(length('${container.containerName}'), 2))}`,
  };
}

/**
 * The blob that an Event Grid event tells of. `data.url` is encoded as URLs are; the subject ends with the
 * path within the container.
 *
 * @see https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage
 */
export function eventBlob({ containerName }: IStorageContainer): TriggeringBlob {
  const start = `/blobServices/default/containers/${containerName}/blobs/`;
  return {
    uri: "@{triggerBody()?['data']?['url']}",
    relativePath: `@{substring(triggerBody()?['subject'], length('${start}'))}`,
  };
}
