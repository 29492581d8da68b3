import { chmodSync, cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addFiles, type Files, folderOf } from '../support/folder';
import { execute } from './execute';

/** A pull request as a runner has it: the merge, checked out with a depth of 2. */
export interface Checkout {
  readonly folder: string;
  /** Commit that the pull request offers. */
  readonly head: string;
  /** The repository that it is of. */
  readonly origin: string;
}

/** The states of a repository that lead to a pull request. */
export interface History {
  /** Where the branch began. */
  readonly start: Files;
  /** What the base got since. */
  readonly meanwhile?: Files;
  /** What the pull request changes. */
  readonly change: Files;
}

const made = new Map<string, Promise<Checkout>>();

/** A repository with a pull request, and the merge of it checked out without its history. */
export async function pullRequest(history: History): Promise<Checkout> {
  const key = JSON.stringify(history);
  const template = made.get(key) ?? makePullRequest(history);
  made.set(key, template);
  const { folder, head, origin } = await template;
  return { folder: copyOf(folder), head, origin: copyOf(origin) };
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'checkout-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

async function makePullRequest({ start, meanwhile = {}, change }: History): Promise<Checkout> {
  const origin = folderOf(start);
  await git(origin, 'init', '--quiet', '--initial-branch=main');
  await commit(origin, 'start');
  await git(origin, 'checkout', '--quiet', '-b', 'feature');
  addFiles(origin, change);
  await commit(origin, 'change');
  const head = await git(origin, 'rev-parse', 'HEAD');
  await git(origin, 'checkout', '--quiet', 'main');
  addFiles(origin, { ...meanwhile, 'notes.txt': 'another pull request\n' });
  await commit(origin, 'meanwhile');
  await git(origin, 'checkout', '--quiet', '--detach');
  await git(origin, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'feature');
  await git(origin, 'update-ref', 'refs/pull/7/merge', 'HEAD');

  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  await git(folder, 'init', '--quiet');
  await git(folder, 'fetch', '--quiet', '--depth=2', `file://${origin}`, 'refs/pull/7/merge');
  await git(folder, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return { folder, head, origin };
}

/** Runs git and gives what it printed. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const { code, log } = await execute(['git', ...args], { cwd });
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${log}`);
  return log.trim();
}

async function commit(folder: string, message: string): Promise<void> {
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--allow-empty', '-m', message);
}

/** Copies stacks that are written out, as a synthesis of an app that takes no time. */
export const SYNTH =
  'mkdir -p cdktf.out && cp -R stacks cdktf.out/ && echo "synthesized with $CDKTF_AZUREML_VERSIONS"';

/**
 * A program in place of `cdktf-azureml`, called as it is: its review lists the files that differ, and is dangerous
 * where one of them says so.
 */
export function fakeReviewer(): string {
  const program = join(folderOf({ reviewer: FAKE }), 'reviewer');
  chmodSync(program, 0o755);
  return program;
}

const FAKE = `#!/usr/bin/env bash
set -euo pipefail
[ "$1" = review ] && shift
while [ $# -gt 0 ]; do
  case $1 in
    --base) base=$2 ;; --head) head=$2 ;; --format) format=$2 ;; --out) out=$2 ;; --limit) limit=$2 ;;
    --exit-code) coded=yes; shift; continue ;;
  esac
  shift 2
done
differing=$(diff -rq "$base" "$head" | sed "s|$base|base|; s|$head|head|" || true)
{ echo '<!-- cdktf-azureml review -->'; echo "$format, at most $limit, $coded"; echo "$differing"; } >"$out"
[ -n "$differing" ] || exit 0
! grep -rq dangerous "$head" || exit 11
exit 10
`;
