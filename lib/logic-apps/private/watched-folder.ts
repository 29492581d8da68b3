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
 * The folder of a container as the connector names it: what the designer writes for the same folder.
 *
 * @see https://learn.microsoft.com/connectors/azureblob/#when-a-blob-is-added-or-modified-(properties-only)-(v2)
 */
export function folderIdOf(containerName: string, folder: string | undefined): FolderId {
  const path = [containerName, ...(folder === undefined ? [] : [folder])];
  if (path.some(isUnresolved)) {
    const whole = Fn.join('/', ['', ...path]);
    return { folderId: Fn.base64encode(Fn.replace(whole, '/', '%2f')), displayPath: undefined };
  }
  const displayPath = `/${path.join('/')}`;
  return { folderId: Buffer.from(encoded(displayPath)).toString('base64'), displayPath };
}

function encoded(path: string): string {
  return encodeURIComponent(path).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}
