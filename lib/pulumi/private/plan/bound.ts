import type { Input } from '@pulumi/pulumi';
import type { Expression } from '../expression/syntax';
import type { Block } from '../program/block';

/** Where the value of a hole in an expression comes from. */
export type Source =
  | {
      readonly kind: 'attribute';
      readonly block: Block;
      readonly key: string | number | undefined;
      readonly property: string;
    }
  | { readonly kind: 'input'; readonly input: Input<unknown> };

/** An expression whose references are holes, each with the source of its value. */
export interface BoundExpression {
  readonly expression: Expression;
  readonly sources: readonly Source[];
  /** The text that it was written as, for errors. */
  readonly text: string;
  /** Where it stands, for errors. */
  readonly place: string;
  /** The folder that its files are read from. */
  readonly folder: string;
}

/** A value that is registered once its expressions have values. */
export type Planned =
  | { readonly kind: 'plain'; readonly value: unknown }
  | { readonly kind: 'expression'; readonly bound: BoundExpression }
  | { readonly kind: 'list'; readonly items: readonly Planned[] }
  | { readonly kind: 'object'; readonly members: readonly PlannedMember[] }
  | { readonly kind: 'secret'; readonly of: Planned }
  | { readonly kind: 'file'; readonly of: Planned };

/** A member of an object, by its name. */
export type PlannedMember = readonly [name: string, value: Planned];

/** A list of planned values; a plain one where all of them are. */
export function plannedList(items: readonly Planned[]): Planned {
  const plain = items.filter((item) => item.kind === 'plain');
  return plain.length === items.length
    ? { kind: 'plain', value: plain.map(({ value }) => value) }
    : { kind: 'list', items };
}

/** An object of planned values; a plain one where all of them are. */
export function plannedObject(members: readonly PlannedMember[]): Planned {
  const isPlain = members.every(([, value]) => value.kind === 'plain');
  if (!isPlain) return { kind: 'object', members };
  const entries = members.map(([name, value]) => [
    name,
    value.kind === 'plain' ? value.value : null,
  ]);
  return { kind: 'plain', value: Object.fromEntries(entries) };
}

/** Blocks that sources read. */
export function blocksIn(sources: readonly Source[]): readonly Block[] {
  return sources.flatMap((source) => (source.kind === 'attribute' ? [source.block] : []));
}
