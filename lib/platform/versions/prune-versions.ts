import { keyOf, type VersionLine, VersionStatus } from './private/version-lines';
import { readVersions, shownPath, updateVersions } from './private/versions-store';

/** Versions to be given up. */
export interface PruneRequest {
  /** Path of the versions file. */
  readonly file: string;
  /** Path of the stack in its app; all stacks of the file without one. */
  readonly stack?: string;
  /** Whether the file is written, or only looked at. */
  readonly write: boolean;
}

/** What giving up versions comes to. */
export interface Pruned {
  /** Addresses of the versions that are given up. */
  readonly addresses: readonly string[];
  /** Commands of the Azure CLI that delete them, users before what they use. */
  readonly commands: readonly string[];
  /** Ids that hold what only Terraform knows, so that there is no command. */
  readonly unknown: readonly string[];
}

/**
 * Takes forgotten versions out of a versions file and says how to delete them.
 *
 * Terraform cannot destroy what it has forgotten. A version that the state still has, because nothing was
 * applied since, is destroyed by the next apply. A version that is declared at another address is kept.
 *
 * @throws UnscopedValidationError VersionsFileInvalid, VersionsFileUnreadable, VersionsFileUnwritable
 */
export function pruneVersions({ file, stack, write }: PruneRequest): Pruned {
  const lines = readVersions(file) ?? [];
  const pruned = forgottenOf(lines, stack);
  if (write && pruned.length > 0) {
    updateVersions(file, (now) => {
      const gone = new Set(forgottenOf(now, stack).map(keyOf));
      return now.filter((line) => !gone.has(keyOf(line)));
    });
  }
  const ids = [...new Set(pruned.map(({ id }) => id))].sort(byUse);
  return {
    addresses: pruned.map(({ address }) => address).sort(),
    commands: ids.filter(isKnown).map(deletionOf),
    unknown: ids.filter((id) => !isKnown(id)),
  };
}

/** What a prune says of a file in words. */
export function describePrune({ file, write }: PruneRequest, { addresses }: Pruned): string {
  if (addresses.length === 0) return `${shownPath(file)} holds no forgotten versions`;
  const count = `${String(addresses.length)} ${addresses.length === 1 ? 'line' : 'lines'}`;
  return write
    ? `${count} taken out of ${shownPath(file)}: run the commands, commit the file; what a state still has, the next apply destroys`
    : `${count} of ${shownPath(file)} would be taken out with --write; nothing was changed`;
}

function forgottenOf(
  lines: readonly VersionLine[],
  stack: string | undefined,
): readonly VersionLine[] {
  const declared = new Set(
    lines.filter(({ status }) => status !== VersionStatus.FORGOTTEN).map(({ id }) => id),
  );
  return lines.filter(
    (line) =>
      line.status === VersionStatus.FORGOTTEN &&
      (stack === undefined || line.stack === stack) &&
      !declared.has(line.id),
  );
}

const IN_ORDER_OF_USE = ['/components/', '/environments/', '/data/', '/codes/'];

function byUse(a: string, b: string): number {
  const [first, second] = [rankOf(a), rankOf(b)];
  return first === second ? Number(a > b) - Number(a < b) : first - second;
}

function rankOf(id: string): number {
  const rank = IN_ORDER_OF_USE.findIndex((kind) => id.startsWith('/') && id.includes(kind));
  return rank === -1 ? IN_ORDER_OF_USE.length : rank;
}

function isKnown(id: string): boolean {
  return !id.includes('${');
}

const FOLDER = /^https:\/\/(?<account>[^./]+)\.[^/]+\/(?<container>[^/]+)\/(?<path>.*)$/;

/** @see https://learn.microsoft.com/cli/azure/reference-index#az-rest, which completes ids by the host of the cloud */
function deletionOf(id: string): string {
  const { account, container, path } = FOLDER.exec(id)?.groups ?? {};
  if (account === undefined || container === undefined || path === undefined) {
    return `az rest --method delete --url ${quoted(id)}`;
  }
  return `az storage blob delete-batch --auth-mode login --account-name ${quoted(account)} --source ${quoted(container)} --pattern ${quoted(`${path}*`)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
