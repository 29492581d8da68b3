import { resolve } from 'node:path';
import { DEFAULT_VERSIONS_FILE } from '../platform/versions/default-versions-file';
import { describePrune, pruneVersions } from '../platform/versions/prune-versions';
import { optionsIn } from './arguments';
import type { Command } from './command';

const OPTIONS = {
  file: { type: 'string', default: DEFAULT_VERSIONS_FILE },
  stack: { type: 'string' },
  write: { type: 'boolean', default: false },
} as const;

/** `prune`: writes the commands that delete forgotten versions, and takes them out of the versions file. */
export const PRUNE: Command = {
  summary: 'give up forgotten versions of components, code, environments and data',
  usage: 'prune [--file FILE] [--stack STACK] [--write]',
  options: [
    `--file FILE    the versions file, by default ${DEFAULT_VERSIONS_FILE}`,
    '--stack STACK  only the versions of this stack',
    '--write        take the lines out; without it nothing is changed',
  ],
  run: (args, output) => {
    const { file, stack, write } = optionsIn(args, OPTIONS);
    const request = {
      file: resolve(file),
      write,
      ...(stack === undefined ? {} : { stack }),
    };
    const pruned = pruneVersions(request);
    for (const address of pruned.addresses) output.out(`# ${address}`);
    for (const command of pruned.commands) output.out(command);
    for (const id of pruned.unknown) {
      output.note(`only Terraform knows the whole id of ${id}: delete it by hand`);
    }
    output.note(describePrune(request, pruned));
    return 0;
  },
};
