import { UnscopedValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';

/** What a version has been through, as far as the file knows. */
export enum VersionStatus {
  /** Declared since it was first seen. */
  DECLARED = 'declared',
  /** Not declared any more, and not destroyed. */
  FORGOTTEN = 'forgotten',
  /** Declared again after it was forgotten, so that it may exist although the state does not know it. */
  ADOPTED = 'adopted',
}

/** One line of the file. */
export interface VersionLine {
  /** Path of the stack in its app. */
  readonly stack: string;
  /** Address in Terraform, without key. */
  readonly address: string;
  readonly status: VersionStatus;
  /** What it is in Azure: the id that it is imported by, or the URL that its files start with. */
  readonly id: string;
}

const HEADER = [
  '# Published versions, kept by cdktf-azureml. Commit this file: what it lists is not destroyed when it',
  '# is no longer declared. To resolve a merge conflict, keep the lines of both sides.',
];

const LINE = /^(?<stack>\S+) (?<address>\S+) (?<status>declared|forgotten|adopted) (?<id>\S.*)$/;

/**
 * The lines of a versions file. A line that is there twice, as merges leave it, counts once.
 *
 * @throws UnscopedValidationError VersionsFileInvalid
 */
export function parseVersionLines(text: string, file: string): readonly VersionLine[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));
  return withoutTwins(
    lines
      .filter(({ line }) => line !== '' && !line.startsWith('#'))
      .map(({ line, number }) => parsed(line, number, file)),
  );
}

/** The text of a versions file: one line for each version, in the order of stack and address. Pure. */
export function renderVersionLines(lines: readonly VersionLine[]): string {
  const texts = withoutTwins(lines).map(
    ({ stack, address, status, id }) => `${stack} ${address} ${status} ${id}`,
  );
  return `${[...HEADER, ...texts.sort()].join('\n')}\n`;
}

/** Whether two lines are about the same resource in the same state of Terraform. */
export function keyOf({ stack, address }: VersionLine): string {
  return `${stack} ${address}`;
}

/** Of two lines about one resource, one that tells of a past wins over one that does not. */
function withoutTwins(lines: readonly VersionLine[]): readonly VersionLine[] {
  const byKey = new Map<string, VersionLine>();
  for (const line of lines) {
    const twin = byKey.get(keyOf(line));
    if (twin === undefined || twin.status === line.status) byKey.set(keyOf(line), line);
    else byKey.set(keyOf(line), { ...line, status: VersionStatus.ADOPTED });
  }
  return [...byKey.values()];
}

function parsed(line: string, number: number, file: string): VersionLine {
  const { stack, address, status, id } = LINE.exec(line)?.groups ?? {};
  const known = Object.values(VersionStatus).find((one) => one === status);
  if (stack === undefined || address === undefined || id === undefined || known === undefined) {
    throw new UnscopedValidationError([
      problem('VersionsFileInvalid', {
        property: `${file}, line ${String(number)}`,
        must: 'be "<stack> <address> declared|forgotten|adopted <id>"',
        got: line,
        fix: 'after a merge conflict, keep the lines of both sides and take out the markers',
      }),
    ]);
  }
  return { stack, address, status: known, id };
}
