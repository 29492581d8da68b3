import { parsedExactly } from './exact-numbers';

/** Deeper than this nobody writes, and what recurses would not return. */
const DEEPEST = 100;

/** What the JSON in a text holds, where it is an object or a list; `undefined` for any other text. */
export function embeddedJson(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text) || isTooDeep(text)) return undefined;
  try {
    const value: unknown = parsedExactly(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Brackets in strings count as well: that leaves text alone which could have been decoded, and no more. The bit
 * makes braces of brackets.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index) | 0x20;
    if (code === 0x7b) depth += 1;
    else if (code === 0x7d) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
