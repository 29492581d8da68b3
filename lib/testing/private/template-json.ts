import { endOfSequence } from './template-sequence';

/**
 * Parses a string of JSON that is a Terraform template.
 *
 * `$${` and `%%{` are read as the characters that Terraform makes of them. An interpolation stays as its
 * source text, `${…}`: inside a JSON string as a part of it, in the place of a whole value as a string.
 *
 * @returns the parsed value, `undefined` when the text is no JSON
 */
export function parseTemplateJson(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(withoutTemplates(text));
    return { value };
  } catch {
    return undefined;
  }
}

/** The text with escapes undone and interpolations as JSON text. */
function withoutTemplates(text: string): string {
  let json = '';
  let quoted = false;
  let index = 0;
  while (index < text.length) {
    const { source, becomes, closes } = nextPart(text, index, quoted);
    json += becomes;
    if (closes) quoted = !quoted;
    index += source.length;
  }
  return json;
}

interface Part {
  readonly source: string;
  readonly becomes: string;
  readonly closes: boolean;
}

function nextPart(text: string, index: number, quoted: boolean): Part {
  const escape = text.slice(index, index + 3);
  if (escape === '$${' || escape === '%%{') return as(escape, escape.slice(1));
  const sequence = text.slice(index, index + 2);
  if (sequence === '${' || sequence === '%{') {
    const source = text.slice(index, endOfSequence(text, index + 2));
    const literal = JSON.stringify(source);
    return as(source, quoted ? literal.slice(1, -1) : literal);
  }
  if (quoted && text[index] === '\\') return as(sequence, sequence);
  const character = text.charAt(index);
  return { source: character, becomes: character, closes: character === '"' };
}

function as(source: string, becomes: string): Part {
  return { source, becomes, closes: false };
}
