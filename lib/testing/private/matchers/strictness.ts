import type { MatchContext } from '../../match-context';
import { Matcher, type Mismatch } from '../../matcher';
import { compare } from '../compare';
import { describe } from '../describe';

/** Matches a value with no keys beyond those of the pattern, on every level. */
export class ExactMatcher extends Matcher {
  public constructor(private readonly pattern: unknown) {
    super();
  }

  public override describe(): string {
    return `exactly ${describe(this.pattern)}`;
  }

  public override test(found: unknown, context: MatchContext): readonly Mismatch[] {
    return compare(this.pattern, found, context.exactly());
  }
}

/** Matches an object that has at least the keys of the pattern, also inside an exact one. */
export class ObjectLikeMatcher extends Matcher {
  public constructor(private readonly pattern: unknown) {
    super();
  }

  public override describe(): string {
    return `an object like ${describe(this.pattern)}`;
  }

  public override test(found: unknown, context: MatchContext): readonly Mismatch[] {
    return compare(this.pattern, found, context.partially());
  }
}

/** Matches a value that is there and differs from the pattern. */
export class NotMatcher extends Matcher {
  public constructor(private readonly pattern: unknown) {
    super();
  }

  public override describe(): string {
    return `not ${describe(this.pattern)}`;
  }

  public override test(found: unknown, context: MatchContext): readonly Mismatch[] {
    const differs =
      found !== undefined && compare(this.pattern, found, context.attempt()).length > 0;
    return differs ? [] : [context.mismatch(this.describe(), found)];
  }
}
