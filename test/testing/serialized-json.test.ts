import { Match, Template } from 'cdktf-azureml/testing';
import { failureOf } from './failure';

function templateOf(definition: string): Template {
  return Template.fromJson({ resource: { thing: { A: { definition } } } });
}

function matches(pattern: unknown, definition: string): boolean {
  const found = templateOf(definition).resources('thing', {
    definition: Match.serializedJson(pattern),
  });
  return Object.keys(found).length === 1;
}

describe('serialized JSON', () => {
  test.each<[string, unknown, string, boolean]>([
    ['matches partially', { a: 1 }, '{"a":1,"b":2}', true],
    ['does not match another value', { a: 1 }, '{"a":2}', false],
    ['counts every key where exact', Match.exact({ a: 1 }), '{"a":1,"b":2}', false],
    ['matches lists', [{ name: 'x' }], '[{"name":"x","type":"y"}]', true],
    ['does not match text that is no JSON', {}, '{a:1}', false],
    [
      'undoes the escape of an interpolation',
      { a: '${{inputs.raw}}' },
      '{"a":"$${{inputs.raw}}"}',
      true,
    ],
    ['undoes the escape of a directive', { a: '%{if}' }, '{"a":"%%{if}"}', true],
    ['keeps an interpolation in a string', { a: 'x-${t.A.id}-y' }, '{"a":"x-${t.A.id}-y"}', true],
    ['keeps an interpolation in place of a value', { a: '${var.n}' }, '{"a":${var.n}}', true],
    [
      'keeps one that serializes',
      { a: '${jsonencode({"k" = "v"})}', b: 1 },
      '{"a":${jsonencode({"k" = "v"})},"b":1}',
      true,
    ],
    [
      'keeps one with quotes in a string',
      { a: '${f("x", "}")}!' },
      '{"a":"${f("x", "}")}!"}',
      true,
    ],
    [
      'keeps one with a template in its string',
      { a: '${f("${g("}")}")}' },
      '{"a":"${f("${g("}")}")}"}',
      true,
    ],
    [
      'keeps one with an escaped template in its string',
      { a: '${f("$${")}' },
      '{"a":"${f("$${")}"}',
      true,
    ],
    [
      'keeps one with an escaped quote in its string',
      { a: '${f("\\"}")}' },
      '{"a":"${f("\\"}")}"}',
      true,
    ],
    [
      'keeps a directive',
      { a: '%{ if true }x%{ endif }' },
      '{"a":"%{ if true }x%{ endif }"}',
      true,
    ],
    ['reads escaped quotes of JSON', { a: 'say "hi"' }, '{"a":"say \\"hi\\""}', true],
    ['reads a dollar alone', { a: '$5 {x}' }, '{"a":"$5 {x}"}', true],
    [
      'is one string where it is one expression',
      '${jsonencode({"a" = 1})}',
      '${jsonencode({"a" = 1})}',
      true,
    ],
    [
      'cannot be looked into where it is one expression',
      { a: 1 },
      '${jsonencode({"a" = 1})}',
      false,
    ],
    ['is unreadable with an interpolation that does not end', { a: 1 }, '{"a":${var.n}', false],
  ])('%s', (_, pattern, definition, expected) => {
    expect(matches(pattern, definition)).toBe(expected);
  });

  test('nests', () => {
    const inner = JSON.stringify({ path: 'incoming' });
    const definition = JSON.stringify({ actions: { inner } });
    expect(
      matches({ actions: { inner: Match.serializedJson({ path: 'incoming' }) } }, definition),
    ).toBe(true);
  });

  test('names the place inside the string that differs', () => {
    const { message } = failureOf(() => {
      templateOf('{"actions":{"Run":{"type":"Http"}}}').hasResource('thing', {
        definition: Match.serializedJson({ actions: { Run: { type: 'Function' } } }),
      });
    });
    expect(message).toContain(
      'definition["(json)"].actions.Run.type: expected "Function", found "Http"',
    );
  });
});
