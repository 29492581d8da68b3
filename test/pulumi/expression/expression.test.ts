import * as fc from 'fast-check';
import { escapeText } from '../../../lib/core/terraform-text';
import { tricky } from '../../core/tricky-text';
import { evaluated, faultOf } from './evaluated';

describe('a template', () => {
  test.each([
    ['plain $5, 100 %', 'plain $5, 100 %'],
    ['$${a} and %%{ if }', '${a} and %{ if }'],
    ['$$${a}', '$${a}'],
    ['a-${var.number}-${var.yes}', 'a-42-true'],
    ['${var.number}', 42],
    ['${var.list}', ['b', 'a', '', 'c']],
    ['${"$"}${var.text}', '$Some text/with "quotes", ${x} and é'],
    ['${ { a = 1, "b" : [true, null] } }', { a: 1, b: [true, null] }],
    ['${var.object.items[*].id}', ['i0', 'i1']],
    ['${var.object.items.1.id}', 'i1'],
    ['${var.yes ? 1 : "x"}', '1'],
    ['${var.yes ? "x" : var.nothing.gone}', 'x'],
    ['${-var.number}', -42],
    ['${"\\u00e9\\n\\"${lower("A")}"}', 'é\n"a'],
    ['${filemd5("f")}', '8c7dd922ad47494fc02c388e12c00eac'],
    ['${1e21}', 1e21],
    ['x${1e21}', 'x1000000000000000000000'],
    ['x${0.0000001}', 'x0.0000001'],
  ])('%s comes to what Terraform makes of it', (template, value) => {
    expect(evaluated(template)).toEqual(value);
  });

  test('of any text that was escaped comes to that text', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        expect(evaluated(escapeText(text))).toBe(text);
      }),
    );
  });
});

describe('what is not evaluated', () => {
  test.each([
    ['${1 + 1}', 'do without arithmetic'],
    ['${[for x in var.list : x]}', 'do without for expressions'],
    ['${{ for k, v in var.object : k => v }}', 'do without for expressions'],
    ['%{ if true }a%{ endif }', 'hold no template directives'],
    ['${~ var.text }', 'keep the white space around it'],
    ['${var.text ~}', 'keep the white space around it'],
    ['${provider::azapi::x()}', 'call no functions of providers'],
    ['${concat(var.list...)}', 'give each argument by itself, without "..."'],
    ['${timestamp()}', 'call functions that are known here, not timestamp'],
    ['${lower()}', 'give lower as many arguments as it takes'],
    ['${1234567890123456}', 'have numbers of 15 digits at most'],
    ['${var.text', 'have } at its end'],
    ['${', 'be an expression that is known here, at its end'],
    ['${"a}', 'close its quotes'],
    ['${[1, 2}', 'close its lists'],
    ['${{ a = 1 b = 2 }}', 'close its objects'],
    ['${{ a 1 }}', 'give each key a value'],
    ['${lower("a"}', 'close its brackets'],
    ['${"\\U00110000"}', 'name characters that Unicode has'],
    ['${var.nothing}-', 'have text where text is needed, not null'],
    ['${var.list}-', 'have text where text is needed, not a list'],
    ['${var.object.gone}', 'read members that are there: gone is not'],
    ['${var.nothing.x}', 'read x of an object, not of null'],
    ['${var.list[9]}', 'read items of a list that are there'],
    ['${var.list[0.5]}', 'have a whole number where one is needed'],
    ['${var.list == []}', 'compare text, numbers, booleans and null, not a list'],
    [
      '${replace("a", "/a/", "b")}',
      'replace text by text: Terraform takes a search between slashes for a regular expression',
    ],
    ['${format("%q", "a")}', 'give format the verbs %s, %d and %% only'],
    ['${format("%s")}', 'give format a value for each verb'],
    ['${format("a", "b")}', 'give format a verb for each value'],
    ['${one(var.list)}', 'have one item at most where one() is used'],
    ['${jsondecode("{")}', 'decode JSON'],
    ['${base64decode("?")}', 'decode Base64 of text'],
    ['${try(var.object.gone)}', 'give try an expression that works'],
    ['${coalesce("")}', 'give coalesce a value that is not empty'],
    [`\${${'('.repeat(200)}1${')'.repeat(200)}}`, 'be nested 100 deep at most'],
    [`\${${'!'.repeat(200)}true}`, 'be nested 100 deep at most'],
  ])('%s must %s', (template, must) => {
    expect(faultOf(template)).toBe(must);
  });

  test('never fails in another way, whatever the text is', () => {
    const pieces = fc.constantFrom(
      '${',
      '}',
      '%{',
      '$${',
      '"',
      '\\',
      '\\u00',
      '[',
      ']',
      '(',
      ')',
      '{',
      '.',
      '*',
      '[*]',
      '.*',
      ',',
      '=',
      ':',
      '?',
      '!',
      '-',
      '==',
      '&&',
      '||',
      '<',
      '...',
      '::',
      '~',
      ' ',
      '\n',
      'var.text',
      'var.list',
      'each',
      'a',
      'for',
      'null',
      'true',
      '0',
      '1.5',
      '9e999',
      'lower(',
      'join(',
      'try(',
      'format(',
      'element(',
      'é',
      '😀',
      '\ud800',
    );
    const text = fc.array(fc.oneof(pieces, fc.string({ maxLength: 2 })), { maxLength: 14 });
    fc.assert(
      fc.property(text, (parts) => {
        expect(() => [evaluated(parts.join('')), evaluated(`\${${parts.join('')}}`)]).not.toThrow();
      }),
      { numRuns: Number(process.env['PULUMI_FUZZ'] ?? 3000) },
    );
  });
});
