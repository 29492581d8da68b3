import { Fn, Lazy, TerraformLocal, Token, Tokenization } from 'cdktf';
import * as fc from 'fast-check';
import { canonicalJson, toTerraformJson } from '../../lib/core/terraform-json';
import { escapeTemplates } from '../../lib/core/terraform-text';
import { describeTerraform, emitted, evaluate, plainStack } from './evaluate';
import { local, sample } from './json-sample';
import { tricky } from './tricky-text';

describe('canonicalJson', () => {
  test('sorts keys at every depth, leaves out what is undefined and writes no white space', () => {
    const value = { b: [{ z: 1, a: undefined, y: null }, undefined], a: { d: true, c: 'x' } };
    expect(canonicalJson(value)).toBe('{"a":{"c":"x","d":true},"b":[{"y":null,"z":1}]}');
  });

  test.each([
    ['"quoted" \\ ${{x}} %{y} <&>', '"\\"quoted\\" \\\\ ${{x}} %{y} <&>"'],
    [-0, '0'],
    [1e21, '1e+21'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [[], '[]'],
    [{}, '{}'],
    [null, 'null'],
    [undefined, 'null'],
  ])('writes %j as JSON does', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(tricky, fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('fails on a token, whose number would depend on the order of creation', () => {
    const reference = new TerraformLocal(plainStack(), 'l', 1);
    for (const token of [
      reference.asString,
      reference.asNumber,
      reference.asList,
      reference.expression,
    ]) {
      expect(() => canonicalJson({ a: [token] })).toThrow(/AssumptionBroken/);
    }
  });
});

describe('toTerraformJson', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = [cyclic];

  test.each<[string, unknown]>([
    ['a number that is not finite', { a: NaN }],
    ['a function', [(): void => undefined]],
    ['a bigint', 1n],
    ['a symbol', Symbol('x')],
    ['a map', new Map([['a', 1]])],
    ['a cycle', cyclic],
    ['a construct', { scope: plainStack() }],
    ['a list token beside other items', [...new TerraformLocal(plainStack(), 'l', []).asList, 'x']],
  ])('fails for %s', (_, value) => {
    expect(() => toTerraformJson(value)).toThrow(/\[JsonValueInvalid\]/);
  });

  test('accepts the same object twice', () => {
    const shared = { a: 1 };
    expect(emitted(toTerraformJson({ x: shared, y: [shared] }))).toBe(
      '{"x":{"a":1},"y":[{"a":1}]}',
    );
  });

  test('writes literal JSON around the parts that Terraform evaluates', () => {
    const stack = plainStack();
    const reference = new TerraformLocal(stack, 'l', 1);
    const value = {
      b: `x-${reference.asString}`,
      a: reference.asNumber,
      c: '${{x}}',
      d: reference.expression as unknown,
    };
    expect(emitted(toTerraformJson(value), stack)).toBe(
      '{"a":${jsonencode(local.l)},"b":${jsonencode("x-${local.l}")},"c":"$${{x}}","d":${jsonencode(local.l)}}',
    );
  });

  test('takes what a Lazy produces as it is, and leaves out what it does not produce', () => {
    const value = {
      text: Lazy.stringValue({ produce: () => 'say "${{hi}}"' }),
      number: Lazy.numberValue({ produce: () => 5 }),
      list: Lazy.listValue({ produce: () => ['a', '%{'] }),
      any: Lazy.anyValue({ produce: () => ({ b: 1, a: '${x}' }) }),
      gone: Lazy.anyValue({ produce: () => undefined }),
      mixed: `n=${String(Lazy.numberValue({ produce: () => 5 }))}`,
    };
    expect(emitted(toTerraformJson(value))).toBe(
      '{"any":{"a":"$${x}","b":1},"list":["a","%%{"],"mixed":"n=5","number":5,"text":"say \\"$${{hi}}\\""}',
    );
  });

  test('fails where a list stands inside longer text', () => {
    const list = Token.asString(Lazy.anyValue({ produce: () => [1] }));
    expect(() => emitted(toTerraformJson({ a: `x-${list}` }))).toThrow(/\[JsonValueInvalid\]/);
  });

  test('leaves text alone that only looks like a number token', () => {
    expect(emitted(toTerraformJson('x-1.5e+300'))).toBe('"x-1.5e+300"');
  });

  test('writes null where nothing is given, and nothing for nothing inside text', () => {
    const nothing = Lazy.anyValue({ produce: () => undefined });
    expect(emitted(toTerraformJson(undefined))).toBe('null');
    expect(emitted(toTerraformJson({ a: `x${Token.asString(nothing)}` }))).toBe('{"a":"x"}');
  });

  test('emits the same for any order of keys and of creation', () => {
    const inOrder = (...ids: readonly string[]): unknown => {
      const stack = plainStack();
      const made = ids.map((id) => [id, new TerraformLocal(stack, id, 1).asString] as const);
      return emitted(toTerraformJson(Object.fromEntries(made)), stack);
    };
    expect(inOrder('a', 'b', 'c')).toBe(inOrder('c', 'a', 'b'));
  });

  test('is a token, which survives escaping of the object around it', () => {
    const json = toTerraformJson({ a: '${{x}}' });
    expect(escapeTemplates({ json })).toEqual({ json });
    expect(Tokenization.reverseString(json).tokens.map(String)).toEqual([json]);
  });
});

/** `jsonencode` escapes three characters that JSON need not escape. */
function withoutJsonencodeEscapes(json: unknown): string {
  return String(json).replace(/\\\\|\\u(003c|003e|0026|2028|2029)/g, (escape, hex?: string) =>
    hex === undefined ? escape : String.fromCharCode(parseInt(hex, 16)),
  );
}

describeTerraform('JSON text, evaluated by Terraform', () => {
  test('is the canonical JSON of the value, with every kind of token at any depth', () => {
    const stack = plainStack();
    const samples = fc.sample(sample, { numRuns: 250, seed: 11 });
    const results = evaluate(
      samples.map(({ given }) => toTerraformJson(given(stack))),
      stack,
    );
    const wrong = samples
      .map(({ known }, index) => [canonicalJson(known), withoutJsonencodeEscapes(results[index])])
      .filter(([expected, actual]) => actual !== expected);
    expect(wrong).toEqual([]);
  });

  test('means the same where jsonencode escapes more than JSON has to', () => {
    const stack = plainStack();
    const text = 'a && b > c <d> \u2028 \\u003c \b\f';
    const [known, unknown] = evaluate(
      [toTerraformJson({ text }), toTerraformJson({ text: local(stack, text).asString })],
      stack,
    );
    expect(known).toBe(canonicalJson({ text }));
    expect(JSON.parse(String(unknown))).toEqual({ text });
  });

  test('keeps its value inside a Terraform function and inside longer text', () => {
    const stack = plainStack();
    const name = local(stack, 'n"${x}').asString;
    const value = { 'k"': `$${name}`, l: ['\\ "${{y}}" %{'] };
    const json = toTerraformJson(value);
    const expected = canonicalJson({ 'k"': '$n"${x}', l: ['\\ "${{y}}" %{'] });
    expect(
      evaluate(
        [Fn.base64decode(Fn.base64encode(json)), `<${json}>`, Fn.join('|', [json, json])],
        stack,
      ),
    ).toEqual([expected, `<${expected}>`, `${expected}|${expected}`]);
  });

  test('holds JSON inside JSON as text', () => {
    const stack = plainStack();
    const inner = toTerraformJson({ 'a"': local(stack, '"${x}').asString, b: '\\ %{' });
    const known = { outer: canonicalJson({ 'a"': '"${x}', b: '\\ %{' }) };
    expect(evaluate([toTerraformJson({ outer: inner })], stack)).toEqual([canonicalJson(known)]);
  });

  test('holds the type that an expression has in Terraform', () => {
    const stack = plainStack();
    const value = {
      n: local(stack, 5).asString,
      z: local(stack, null).asString,
      b: local(stack, true).asString,
    };
    expect(evaluate([toTerraformJson(value)], stack)).toEqual(['{"b":true,"n":5,"z":null}']);
  });

  test('reads Terraform text that other tokens resolve to', () => {
    const stack = plainStack();
    const name = local(stack, 'v').asString;
    const value = {
      conditional: Token.asString('%{ if true }${upper("a\\"${"b}"}")}%{ endif } "x" $${y}'),
      wrapped: Token.asAny('%{ if true }${upper("a\\"${"b}"}")}%{ endif } "x" $${y} %%{'),
      object: Token.asAny({ '$${k}': ['$${x}', name, 1, true] }),
    };
    expect(
      evaluate([toTerraformJson(value)], stack).map((text) => JSON.parse(String(text)) as unknown),
    ).toEqual([
      {
        conditional: '%{ if true }${upper("a\\"${"b}"}")}%{ endif } "x" $${y}',
        wrapped: 'A"B} "x" ${y} %{',
        object: { '${k}': ['${x}', 'v', 1, true] },
      },
    ]);
  });
});
