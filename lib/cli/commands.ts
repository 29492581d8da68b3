import type { Command } from './command';
import { PRUNE } from './prune-command';
import { REVIEW } from './review-command';
import { TOPOLOGY } from './topology-command';

/** Every command, by name. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['prune', PRUNE],
  ['review', REVIEW],
  ['topology', TOPOLOGY],
]);
