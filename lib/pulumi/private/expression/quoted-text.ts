import { ExpressionFault } from './expression-fault';

/** How a template is written where it stands. */
export interface TemplateSyntax {
  /** What ends it, `undefined` for the end of the text. */
  readonly end: string | undefined;
  /** Text without anything special, as it is written. */
  readonly text: RegExp;
  /** What text stands for, given how it is written. */
  readonly read: (text: string) => string;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** What text between quotes stands for. */
export function readQuotedText(text: string): string {
  return text.replace(/\\(?:u(....)|U(........)|(.))/gs, (...found: readonly unknown[]) => {
    const [, short, long, letter] = found;
    if (typeof letter === 'string') return ESCAPES.get(letter) ?? '';
    return character(Number.parseInt(String(short ?? long), 16));
  });
}

function character(code: number): string {
  if (code > 0x10ffff) throw new ExpressionFault('name characters that Unicode has');
  return String.fromCodePoint(code);
}
