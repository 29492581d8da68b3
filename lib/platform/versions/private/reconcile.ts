import { type VersionLine, VersionStatus } from './version-lines';

/** A version as a stack declares it. */
export type DeclaredVersion = Omit<VersionLine, 'status'>;

/** What becomes of versions when a stack is synthesized. */
export interface Reconciled {
  /** All lines of the file, those of other stacks as they were. */
  readonly lines: readonly VersionLine[];
  /** Addresses that Terraform has to forget. */
  readonly forgotten: readonly string[];
  /** Addresses of what may exist already. */
  readonly adopted: ReadonlySet<string>;
}

/**
 * Compares what a stack declares with what the file tells of it. Pure; doing it again with its own lines
 * changes nothing.
 *
 * A version that was forgotten is adopted for good. So is one that the file knows at another address: a
 * construct was renamed, or moved to another stack.
 */
export function reconcile(
  stack: string,
  declared: readonly DeclaredVersion[],
  known: readonly VersionLine[],
): Reconciled {
  const addresses = new Set(declared.map(({ address }) => address));
  const isDeclared = (line: VersionLine) => line.stack === stack && addresses.has(line.address);
  const before = new Map(known.filter(isDeclared).map((line) => [line.address, line.status]));
  const elsewhere = new Set(known.filter((line) => !isDeclared(line)).map(({ id }) => id));
  const now = declared.map((version) => {
    const status = before.get(version.address) ?? VersionStatus.DECLARED;
    const mayExist = status !== VersionStatus.DECLARED || elsewhere.has(version.id);
    return { ...version, status: mayExist ? VersionStatus.ADOPTED : VersionStatus.DECLARED };
  });
  const past = known
    .filter((line) => line.stack === stack && !isDeclared(line))
    .map((line) => ({ ...line, status: VersionStatus.FORGOTTEN }));
  return {
    lines: [...known.filter((line) => line.stack !== stack), ...now, ...past],
    forgotten: past.map(({ address }) => address).sort(),
    adopted: new Set(
      now.filter(({ status }) => status === VersionStatus.ADOPTED).map(({ address }) => address),
    ),
  };
}
