import type { Matcher } from './matcher';
import { ArrayWithMatcher } from './private/matchers/array-with';
import { AbsentMatcher, AnyValueMatcher } from './private/matchers/presence';
import { ExactMatcher, NotMatcher, ObjectLikeMatcher } from './private/matchers/strictness';
import { SerializedJsonMatcher, StringMatchingMatcher } from './private/matchers/text';
import type { BlockPattern } from './terraform-block';

/**
 * What a pattern may hold in place of a literal value.
 *
 * Literals match deep-partially: an object may have keys that the pattern does not name, on every level; a
 * list matches as a whole, item by item in order. Matchers nest freely.
 */
export class Match {
  /** The key must not be there. */
  public static absent(): Matcher {
    return new AbsentMatcher();
  }

  /** The key must be there, with whatever value; `null` is a value. */
  public static anyValue(): Matcher {
    return new AnyValueMatcher();
  }

  /** The value must be equal: no object in it, on any level, may have a key that the pattern does not name. */
  public static exact(pattern: unknown): Matcher {
    return new ExactMatcher(pattern);
  }

  /** The same as {@link Match.exact}, for an object. */
  public static objectEquals(pattern: BlockPattern): Matcher {
    return new ExactMatcher(pattern);
  }

  /** Deep-partial again, inside {@link Match.exact}. */
  public static objectLike(pattern: BlockPattern): Matcher {
    return new ObjectLikeMatcher(pattern);
  }

  /** The same as {@link Match.exact}, for a list. */
  public static arrayEquals(items: readonly unknown[]): Matcher {
    return new ExactMatcher(items);
  }

  /** A list that holds these items in this order, deep-partial each, with others before, between or after. */
  public static arrayWith(items: readonly unknown[]): Matcher {
    return new ArrayWithMatcher(items);
  }

  /** A string in which the expression finds something; anchor it to match the whole string. */
  public static stringMatching(pattern: RegExp): Matcher {
    return new StringMatchingMatcher(pattern);
  }

  /**
   * A string that holds JSON.
   *
   * Terraform's escapes are undone first: `$${{inputs.raw}}` in the string matches `${{inputs.raw}}`. An
   * interpolation such as `${azurerm_storage_account.Raw.id}` is not evaluated: it matches as that text,
   * as part of a JSON string or, where it stands for a whole value, as a string. A string that is one
   * expression as a whole, such as `${jsonencode(…)}`, matches as a string only.
   */
  public static serializedJson(pattern: unknown): Matcher {
    return new SerializedJsonMatcher(pattern);
  }

  /** A value that is there and does not match the pattern. For a key that must not be there, {@link Match.absent}. */
  public static not(pattern: unknown): Matcher {
    return new NotMatcher(pattern);
  }
}
