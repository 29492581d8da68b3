import { Fn } from 'cdktf';
import { isUnresolved } from '../../core/validation';

/** The folder that a `path` names, without slashes around it; `undefined` for the root of the container. */
export function watchedFolder(path: string | undefined): string | undefined {
  if (path === undefined || isUnresolved(path)) return path;
  const folder = path.replace(/^\/|\/$/g, '');
  return folder === '' ? undefined : folder;
}

/** Where a trigger looks, as the service takes it. */
export interface FolderId {
  /** Base64 of the path from the account, percent-encoded with lower-case digits. */
  readonly folderId: string;
  /** The path as the designer shows it; `undefined` where it is only known at apply. */
  readonly displayPath: string | undefined;
}

/**
 * The folder of a container as the connector names it.
 *
 * @see https://github.com/Azure/azure-quickstart-templates/blob/master/quickstarts/microsoft.logic/
 */
export function folderIdOf(containerName: string, folder: string | undefined): FolderId {
  const segments = [containerName, ...(folder === undefined ? [] : folder.split('/'))];
  if (!isUnresolved(containerName) && !isUnresolved(folder)) {
    const encoded = segments.map((segment) => `%2f${lowerCaseEncoded(segment)}`).join('');
    return {
      folderId: Buffer.from(encoded, 'utf8').toString('base64'),
      displayPath: `/${segments.join('/')}`,
    };
  }
  const path = Fn.join('/', ['', containerName, ...(folder === undefined ? [] : [folder])]);
  return { folderId: Fn.base64encode(Fn.replace(path, '/', '%2f')), displayPath: undefined };
}

function lowerCaseEncoded(segment: string): string {
  return encodeURIComponent(segment).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}
