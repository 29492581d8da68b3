import type { Command } from './command';
import type * as ModuleCommand from './module-command';
import type * as PruneCommand from './prune-command';
import type * as RehearseCommand from './rehearse-command';
import type * as ReviewCommand from './review-command';
import type * as TopologyCommand from './topology-command';

/** Every command, by name, loaded when it is asked for: one does not start with what another needs. */
export const COMMANDS: ReadonlyMap<string, () => Command> = new Map([
  ['module', () => (require('./module-command') as typeof ModuleCommand).MODULE],
  ['prune', () => (require('./prune-command') as typeof PruneCommand).PRUNE],
  ['rehearse', () => (require('./rehearse-command') as typeof RehearseCommand).REHEARSE],
  ['review', () => (require('./review-command') as typeof ReviewCommand).REVIEW],
  ['topology', () => (require('./topology-command') as typeof TopologyCommand).TOPOLOGY],
]);
