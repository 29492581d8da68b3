import {
  type Finding,
  Is,
  isOutside,
  isUnresolved,
  type Rule,
  type Shape,
} from '../../core/validation';
import { StorageNetworkAccess } from '../../storage/storage-options';
import type { BlobWatchProps } from '../blob-watch';
import { Typed } from './prop-types';

/** What is watched, with the defaults filled in. */
export type ResolvedBlobWatch = BlobWatchProps &
  Required<Pick<BlobWatchProps, 'pollEvery' | 'maxFileCount'>>;

export const BLOB_WATCH_SHAPE: Shape<ResolvedBlobWatch> = {
  container: Is.having('a storage container', 'containerId', 'containerName', 'storageAccount'),
  path: Is.optional(Typed.string),
  pollEvery: Is.having('a Duration', 'toSeconds', 'toHuman'),
  maxFileCount: Typed.integer,
  filter: Is.optional(Is.having('a BlobFilter', '_conditions')),
};

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config */
const MAX_SECONDS = 500 * 86_400;

/** @see https://learn.microsoft.com/connectors/azureblob/ */
const MAX_FILES = 100;

export const BLOB_WATCH_RULES: readonly Rule<ResolvedBlobWatch>[] = [
  {
    code: 'BlobTriggerPathInvalid',
    check: ({ path }) =>
      pathFinding(path, ({ segments }) => segments.some((segment) => /^\.{0,2}$/.test(segment)), {
        must: 'be names of folders with single slashes between them',
      }),
  },
  {
    code: 'BlobTriggerPathUnsupported',
    check: ({ path }) =>
      pathFinding(path, ({ text }) => /[+*]|%[0-9a-f]{2}/i.test(text), {
        must: 'hold no "+", no "*" and no percent sequence',
        fix: 'name one folder as it is, without encoding and patterns; every blob directly in it counts',
      }),
  },
  {
    code: 'PollIntervalOutOfRange',
    check: ({ pollEvery }) =>
      isOutside(pollEvery.toSeconds(), 1, MAX_SECONDS)
        ? {
            property: 'pollEvery',
            must: 'be between 1 second and 500 days, inclusive',
            got: pollEvery.toHuman(),
          }
        : undefined,
  },
  {
    code: 'MaxFileCountOutOfRange',
    check: ({ maxFileCount }) =>
      isOutside(maxFileCount, 1, MAX_FILES)
        ? { property: 'maxFileCount', must: 'be between 1 and 100, inclusive', got: maxFileCount }
        : undefined,
  },
  {
    code: 'BlobTriggerStorageUnreachable',
    check: ({ container }) =>
      container.storageAccount.networkAccess === StorageNetworkAccess.SELECTED_NETWORKS
        ? {
            property: 'container',
            must: 'be in a storage account that a Logic App can reach',
            got: `an account whose firewall lets only selected networks pass`,
            fix: 'use StorageNetworkAccess.TRUSTED_SERVICES for the account',
          }
        : undefined,
  },
];

interface Path {
  readonly text: string;
  readonly segments: readonly string[];
}

function pathFinding(
  path: string | undefined,
  isWrong: (path: Path) => boolean,
  finding: Pick<Finding, 'must' | 'fix'>,
): Finding | undefined {
  if (path === undefined || isUnresolved(path) || path === '' || path === '/') return undefined;
  const text = path.replace(/^\/|\/$/g, '');
  return isWrong({ text, segments: text.split('/') })
    ? { property: 'path', got: path, ...finding }
    : undefined;
}
