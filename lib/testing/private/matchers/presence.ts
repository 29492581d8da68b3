import type { MatchContext } from '../../match-context';
import { Matcher, type Mismatch } from '../../matcher';

/** Matches a key that is not there. */
export class AbsentMatcher extends Matcher {
  public override describe(): string {
    return 'nothing';
  }

  public override test(found: unknown, context: MatchContext): readonly Mismatch[] {
    return found === undefined ? [] : [context.mismatch(this.describe(), found)];
  }
}

/** Matches whatever is there, `null` too. */
export class AnyValueMatcher extends Matcher {
  public override describe(): string {
    return 'any value';
  }

  public override test(found: unknown, context: MatchContext): readonly Mismatch[] {
    return found === undefined ? [context.mismatch(this.describe(), found)] : [];
  }
}
