import type { Block, Instance } from '../program/block';
import type { ProgramStack } from '../program/program-stack';

/** What the names in an expression can stand for. */
export interface Scope {
  readonly program: Program;
  readonly stack: ProgramStack;
  /** The instance of the block that the expression stands in. */
  readonly instance?: Instance | undefined;
}

/** All stacks, with what their expressions can ask for. */
export interface Program {
  readonly stacks: ReadonlyMap<string, ProgramStack>;
  /** The instances of a block. */
  instancesOf(block: Block): readonly Instance[];
  /** What a variable was given, `undefined` where nothing was. */
  variable(stack: ProgramStack, name: string): unknown;
  /** Notes that an attribute of a block is read, so that it is there when the block is registered. */
  noteRead(block: Block, property: string): void;
}
