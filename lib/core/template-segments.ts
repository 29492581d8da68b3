import { escapeLiteral } from './terraform-text';

/** Text that Terraform takes as it is. */
export interface LiteralSegment {
  readonly kind: 'literal';
  /** What the text is once evaluated. */
  readonly text: string;
}

/** A part of a template that only Terraform can evaluate. */
export interface ExpressionSegment {
  readonly kind: 'expression';
  /** How the template has it, braces included, such as `${azurerm_resource_group.rg.name}`. */
  readonly source: string;
}

/** What a Terraform template consists of. */
export type Segment = LiteralSegment | ExpressionSegment;

/** Splits a Terraform template into literal text, unescaped, and the expressions in it. */
export function segmentsOfTemplate(template: string): readonly Segment[] {
  const segments: Segment[] = [];
  let literal = '';
  let index = 0;
  const flush = (): void => {
    if (literal !== '') segments.push({ kind: 'literal', text: literal });
    literal = '';
  };
  while (index < template.length) {
    if (/^(?:\$\$|%%)\{/.test(template.slice(index, index + 3))) {
      literal += template.slice(index + 1, index + 3);
      index += 3;
    } else if (startsSequence(template, index)) {
      const end = endOfSequence(template, index + 2);
      const source = template.slice(index, end);
      const dollars = /^\$\{"(\$+)"\}$/.exec(source);
      if (dollars === null) {
        flush();
        segments.push({ kind: 'expression', source });
      } else {
        literal += dollars[1] ?? '';
      }
      index = end;
    } else {
      literal += template.charAt(index);
      index += 1;
    }
  }
  flush();
  return segments;
}

/** The inside of the braces where the segments are one interpolation and nothing else. */
export function loneExpression(segments: readonly Segment[]): string | undefined {
  const [only, ...rest] = segments;
  if (only?.kind !== 'expression' || rest.length > 0 || !only.source.startsWith('${')) {
    return undefined;
  }
  return only.source.slice(2, -1);
}

/** Segments as a quoted template in Terraform's expression syntax. */
export function quotedTemplate(segments: readonly Segment[]): string {
  const inner = segments.map((segment, index) =>
    segment.kind === 'expression'
      ? segment.source
      : quotedLiteral(segment.text, segments[index + 1] !== undefined),
  );
  return `"${inner.join('')}"`;
}

function quotedLiteral(text: string, expressionFollows: boolean): string {
  const quoted = escapeLiteral(text)
    .replace(/[\\"]/g, (char) => `\\${char}`)
    .replace(/\p{Cc}/gu, unicodeEscape);
  return expressionFollows
    ? quoted.replace(/\$+$/, (dollars) => '\\u0024'.repeat(dollars.length))
    : quoted;
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function startsSequence(text: string, index: number): boolean {
  return (text[index] === '$' || text[index] === '%') && text[index + 1] === '{';
}

/** Where a `${` or `%{` sequence ends, given where its inside starts; braces may nest, also in strings. */
function endOfSequence(text: string, start: number): number {
  let depth = 1;
  let index = start;
  while (index < text.length) {
    const char = text.charAt(index);
    if (char === '"') {
      index = endOfString(text, index + 1);
      continue;
    }
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    index += 1;
    if (depth === 0) return index;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  let index = start;
  while (index < text.length) {
    const char = text.charAt(index);
    if (char === '"') return index + 1;
    if (char === '\\') index += 2;
    else if (text.startsWith(`${char}${char}{`, index) && startsSequence(text, index + 1))
      index += 3;
    else if (startsSequence(text, index)) index = endOfSequence(text, index + 2);
    else index += 1;
  }
  return text.length;
}
