import type { MatchContext } from '../../match-context';
import { Matcher, type Mismatch } from '../../matcher';
import { compare } from '../compare';
import { describe, leaves } from '../describe';
import { nearestOf } from '../nearest';

/** Matches a list that holds the given items in the given order, with others before, between or after. */
export class ArrayWithMatcher extends Matcher {
  public constructor(private readonly items: readonly unknown[]) {
    super();
  }

  public override describe(): string {
    return `a list with ${describe(this.items)}`;
  }

  public override test(found: unknown, context: MatchContext): readonly Mismatch[] {
    if (!Array.isArray(found)) {
      return [context.mismatch(this.describe(), found, leaves(this.items))];
    }
    const attempt = context.partially().attempt();
    let from = 0;
    for (const [position, item] of this.items.entries()) {
      const at = firstMatch(item, found, from, attempt);
      if (at === undefined) {
        return this.missing(position, found, from, context);
      }
      from = at + 1;
    }
    context.accept(attempt);
    return [];
  }

  private missing(
    position: number,
    found: readonly unknown[],
    from: number,
    context: MatchContext,
  ): readonly Mismatch[] {
    const item = this.items[position];
    const after = from === 0 ? '' : ` after item ${String(from - 1)}`;
    const weight = leaves(this.items.slice(position));
    const absent = context.mismatch(`an item ${describe(item)}${after}`, found, weight);
    const scratch = context.partially().attempt();
    const nearest = nearestOf(found.slice(from), (candidate, index) =>
      compare(item, candidate, scratch.item(from + index)),
    );
    return nearest === undefined ? [absent] : [absent, ...nearest.mismatches];
  }
}

function firstMatch(
  item: unknown,
  found: readonly unknown[],
  from: number,
  context: MatchContext,
): number | undefined {
  for (let index = from; index < found.length; index += 1) {
    const attempt = context.item(index).attempt();
    if (compare(item, found[index], attempt).length === 0) {
      context.accept(attempt);
      return index;
    }
  }
  return undefined;
}
