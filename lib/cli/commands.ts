import type { Command } from './command';
import { PRUNE } from './prune-command';

/** Every command, by name. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([['prune', PRUNE]]);
