import type { TerraformElement } from 'cdktf';
import type { Value } from '../expression/values';
import type { ElementSchemas } from '../schema/element-schema';
import type { JsonObject } from './document';
import type { ProgramStack } from './program-stack';

/** What a block declares. */
export type BlockMode = 'resource' | 'data' | 'provider';

/** One resource, data source or provider that a block stands for. */
export interface Instance {
  /** The key of `for_each` or the index of `count`; `undefined` for a block without them. */
  readonly key: string | number | undefined;
  /** The value of `each.value`. */
  readonly value: Value | undefined;
}

/** A block of the program. */
export interface Block {
  readonly mode: BlockMode;
  readonly stack: ProgramStack;
  readonly type: string;
  readonly label: string;
  readonly attributes: JsonObject;
  readonly element: TerraformElement | undefined;
  readonly schemas: ElementSchemas;
}

/** A block's address in Terraform. */
export function addressOf({ mode, type, label }: Block): string {
  const words = { resource: [], data: ['data'], provider: ['provider'] }[mode];
  return [...words, type, label].join('.');
}
