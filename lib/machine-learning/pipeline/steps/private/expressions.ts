/** A `${{…}}` or a `$[[…]]` in a text, as far as it is one. */
export interface Expression {
  /** Between the braces, without spaces around it: `inputs.data`. Up to the end where it is not closed. */
  readonly reference: string;
  /** As it stands in the text. */
  readonly source: string;
  /** Whether it stands within `$[[…]]`, which the service leaves out where the input has no value. */
  readonly optional: boolean;
  /** Whether its end is there. */
  readonly closed: boolean;
}

const REFERENCE = { open: '${{', close: '}}' };
const GROUP = { open: '$[[', close: ']]' };

/**
 * The expressions of a text in their order, and groups that are not closed. Linear in the text.
 *
 * Everything else is the shell's: `$HOME`, `${HOME}`, `$(date)`, `[[ -f x ]]`.
 */
export function expressionsIn(text: string): readonly Expression[] {
  const found: Expression[] = [];
  let groupEnd = -1;
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at)) {
    if (text.startsWith(GROUP.open, at)) {
      const end = text.indexOf(GROUP.close, at);
      if (end === -1) found.push(unclosed(text, at, GROUP.open));
      groupEnd = end === -1 ? text.length : end;
      at += GROUP.open.length;
    } else if (text.startsWith(REFERENCE.open, at)) {
      const expression = referenceAt(text, at, at < groupEnd);
      found.push(expression);
      at += expression.source.length;
    } else {
      at += 1;
    }
  }
  return found;
}

/** A reference ends at its first `}}`, unless another one starts before. */
function referenceAt(text: string, at: number, optional: boolean): Expression {
  const start = at + REFERENCE.open.length;
  const end = text.indexOf(REFERENCE.close, start);
  const next = text.indexOf(REFERENCE.open, start);
  if (end === -1 || (next !== -1 && next < end)) {
    const whole = unclosed(text, at, REFERENCE.open);
    const source = next === -1 ? whole.source : text.slice(at, next);
    return { ...whole, source, optional };
  }
  return {
    reference: text.slice(start, end).trim(),
    source: text.slice(at, end + REFERENCE.close.length),
    optional,
    closed: true,
  };
}

function unclosed(text: string, at: number, open: string): Expression {
  return {
    reference: text.slice(at + open.length).trim(),
    source: text.slice(at),
    optional: false,
    closed: false,
  };
}
