import { type IResolvable, Token, Tokenization } from 'cdktf';

/** A piece of text as a user wrote it. */
export interface LiteralFragment {
  readonly kind: 'literal';
  readonly text: string;
}

/** A cdktf token that a user embedded in text, with the characters that stand for it there. */
export interface TokenFragment {
  readonly kind: 'token';
  readonly marker: string;
  readonly token: IResolvable;
}

/** What a text with embedded tokens consists of. */
export type Fragment = LiteralFragment | TokenFragment;

// A string token, or a number that may be a number token: those are doubles near -8e+298.
const MARKER = /\$\{TfToken\[[a-zA-Z0-9:._-]+\]\}|-\d(?:\.\d+)?e\+\d{3}/g;

/**
 * Splits text into literal pieces and the tokens between them, in order.
 *
 * Finds number tokens also where cdktf itself reads past them, as in `x-${count}`: the hyphen and the
 * sign of the encoded number make it overlook the token.
 */
export function splitTokens(text: string): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKER)) {
    const [marker] = match;
    const token = tokenOf(marker);
    if (token === undefined) continue;
    if (match.index > end) fragments.push({ kind: 'literal', text: text.slice(end, match.index) });
    fragments.push({ kind: 'token', marker, token });
    end = match.index + marker.length;
  }
  if (end < text.length) fragments.push({ kind: 'literal', text: text.slice(end) });
  return fragments;
}

function tokenOf(marker: string): IResolvable | undefined {
  if (marker.startsWith('$')) return Tokenization.reverseString(marker).firstToken;
  const number = Number(marker);
  return Token.isUnresolved(number) ? Tokenization.reverseNumber(number) : undefined;
}
