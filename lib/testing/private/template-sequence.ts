/**
 * Where a template sequence ends, just after its closing brace.
 *
 * @param start just after the opening `${` or `%{`
 * @returns the length of the text when the sequence is never closed
 */
export function endOfSequence(text: string, start: number): number {
  let depth = 1;
  let index = start;
  while (index < text.length) {
    const character = text[index];
    if (character === '"') {
      index = endOfString(text, index + 1);
      continue;
    }
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    index += 1;
    if (depth === 0) return index;
  }
  return index;
}

/** Where a quoted string of an expression ends, with the templates inside it. */
function endOfString(text: string, start: number): number {
  let index = start;
  while (index < text.length && text[index] !== '"') {
    const three = text.slice(index, index + 3);
    const two = three.slice(0, 2);
    if (three === '$${' || three === '%%{') index += 3;
    else if (two === '${' || two === '%{') index = endOfSequence(text, index + 2);
    else index += text[index] === '\\' ? 2 : 1;
  }
  return index + 1;
}
