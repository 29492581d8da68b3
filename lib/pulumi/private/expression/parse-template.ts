import { Cursor } from './cursor';
import { parseExpression } from './parse-expression';
import { readQuotedText, type TemplateSyntax } from './quoted-text';
import type { Expression } from './syntax';

/** A string of Terraform's JSON syntax: a template, in which only `${`, `%{` and their escapes are special. */
const JSON_STRING: TemplateSyntax = {
  end: undefined,
  text: /(?:[^$%]|\$(?!\$?\{)|%(?!%?\{))+/y,
  read: (text) => text,
};

/** A string inside an expression. */
const QUOTED: TemplateSyntax = {
  end: '"',
  text: /(?:[^$%"\\\n]|\$(?!\$?\{)|%(?!%?\{)|\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|[nrt"\\]))+/y,
  read: readQuotedText,
};

/**
 * Reads a string of a synthesized document. Pure.
 *
 * @throws ExpressionFault for what is no template, or one that is not read here
 */
export function parseTemplate(text: string): Expression {
  if (!text.includes('${') && !text.includes('%{')) return { kind: 'literal', value: text };
  return templateAt(new Cursor(text), JSON_STRING);
}

/** Reads a quoted template, from after its first quote to after its last. */
export function quotedTemplateAt(cursor: Cursor): Expression {
  return templateAt(cursor, QUOTED);
}

function templateAt(cursor: Cursor, syntax: TemplateSyntax): Expression {
  const parts: Expression[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') parts.push({ kind: 'literal', value: text });
    text = '';
  };
  while (!atEnd(cursor, syntax)) {
    if (cursor.take('$${')) text += '${';
    else if (cursor.take('%%{')) text += '%{';
    else if (cursor.take('${')) {
      flush();
      parts.push(interpolationAt(cursor));
    } else text += textAt(cursor, syntax);
  }
  flush();
  const [only, ...rest] = parts;
  if (only === undefined) return { kind: 'literal', value: '' };
  return rest.length === 0 ? only : { kind: 'template', parts };
}

function atEnd(cursor: Cursor, { end }: TemplateSyntax): boolean {
  if (end === undefined) return cursor.done;
  if (cursor.done) cursor.fail('close its quotes');
  return cursor.take(end);
}

function textAt(cursor: Cursor, { text, read }: TemplateSyntax): string {
  if (cursor.sees('%{')) {
    cursor.fail(
      'hold no template directives',
      'use a conditional expression in place of %{ if }, or build the text in TypeScript',
    );
  }
  const found = cursor.match(text);
  if (found === undefined) cursor.fail(`hold text that Terraform can read ${cursor.place()}`);
  return read(found);
}

function interpolationAt(cursor: Cursor): Expression {
  if (cursor.sees('~')) cursor.fail('keep the white space around it', 'leave out the ~');
  const expression = cursor.nested(() => parseExpression(cursor));
  if (cursor.skip().sees('~')) cursor.fail('keep the white space around it', 'leave out the ~');
  cursor.expect('}');
  return expression;
}
