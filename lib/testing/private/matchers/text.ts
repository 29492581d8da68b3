import type { MatchContext } from '../../match-context';
import { Matcher, type Mismatch } from '../../matcher';
import { compare } from '../compare';
import { describe, leaves } from '../describe';
import { parseTemplateJson } from '../template-json';

/** Matches a string in which a regular expression finds something. */
export class StringMatchingMatcher extends Matcher {
  public constructor(private readonly pattern: RegExp) {
    super();
  }

  public override describe(): string {
    return `a string matching ${String(this.pattern)}`;
  }

  public override test(found: unknown, context: MatchContext): readonly Mismatch[] {
    // search ignores lastIndex, which test() of a global expression would keep between calls.
    const matches = typeof found === 'string' && found.search(this.pattern) !== -1;
    return matches ? [] : [context.mismatch(this.describe(), found)];
  }
}

/** Matches a string that holds JSON, possibly with Terraform interpolations. */
export class SerializedJsonMatcher extends Matcher {
  public constructor(private readonly pattern: unknown) {
    super();
  }

  public override describe(): string {
    return `a string of JSON with ${describe(this.pattern)}`;
  }

  public override test(found: unknown, context: MatchContext): readonly Mismatch[] {
    const parsed = typeof found === 'string' ? parseTemplateJson(found) : undefined;
    return parsed === undefined
      ? [context.mismatch(this.describe(), found, leaves(this.pattern))]
      : compare(this.pattern, parsed.value, context.member('(json)'));
  }
}
