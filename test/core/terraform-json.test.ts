import { DataResource, Fn, Lazy, Token, TerraformLocal, type TerraformStack } from 'cdktf';
import * as fc from 'fast-check';
import { canonicalJson, toTerraformJson } from '../../lib/core/terraform-json';
import { escapeTemplates } from '../../lib/core/terraform-text';
import { describeTerraform, emitted, evaluate, plainStack } from './evaluate';
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
    const local = new TerraformLocal(plainStack(), 'l', 1);
    for (const token of [local.asString, local.asNumber, local.asList, local.expression]) {
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
    const local = new TerraformLocal(stack, 'l', 1);
    const value = { b: `x-${local.asString}`, a: local.asNumber, c: '${{x}}', d: local.expression };
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

  test('is a token, which survives escaping of the object around it', () => {
    const json = toTerraformJson({ a: '${{x}}' });
    expect(escapeTemplates({ json })).toEqual({ json });
    expect(Token.isUnresolved(json)).toBe(true);
  });
});

/** A value as a user gives it, beside what it is once Terraform knows the references in it. */
interface Sample {
  readonly given: (stack: TerraformStack) => unknown;
  readonly known: unknown;
}

let counter = 0;
function local(stack: TerraformStack, value: unknown): TerraformLocal {
  counter += 1;
  return new TerraformLocal(stack, `l${String(counter)}`, escapeTemplates(value));
}

function resource(stack: TerraformStack, input: object): DataResource {
  counter += 1;
  return new DataResource(stack, `d${String(counter)}`, { input: escapeTemplates(input) });
}

function dictionary<T>(values: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(tricky, values, { maxKeys: 3, noNullPrototype: true });
}

const number = fc.oneof(
  fc.integer(),
  fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100),
);

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    tricky,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    dictionary(tie('value')),
  ),
})).value;

function sampleOf<T>(
  values: fc.Arbitrary<T>,
  given: (stack: TerraformStack, value: T) => unknown,
  known: (value: T) => unknown = (value) => value,
): fc.Arbitrary<Sample> {
  return values.map((value) => ({ given: (stack) => given(stack, value), known: known(value) }));
}

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  sampleOf(plain, (_, value) => value),
  sampleOf(plain, (stack, value) => local(stack, value).expression),
  sampleOf(plain, (_, value) => Lazy.anyValue({ produce: () => value })),
  sampleOf(tricky, (stack, text) => local(stack, text).asString),
  sampleOf(
    tricky,
    (stack, text) => resource(stack, { x: text }).output,
    (text) => ({ x: text }),
  ),
  sampleOf(number, (stack, value) => local(stack, value).asNumber),
  sampleOf(fc.array(tricky, { maxLength: 3 }), (stack, list) => local(stack, list).asList),
  sampleOf(fc.array(number, { maxLength: 3 }), (stack, list) =>
    Token.asNumberList(local(stack, list).expression),
  ),
  sampleOf(dictionary(tricky), (stack, map) => local(stack, map).asStringMap),
  sampleOf(
    fc.tuple(tricky, tricky, fc.integer(), tricky),
    (stack, [a, b, n, c]) =>
      `${a}${local(stack, b).asString}${c}${String(local(stack, n).asNumber)}`,
    ([a, b, n, c]) => `${a}${b}${c}${String(n)}`,
  ),
  sampleOf(
    tricky,
    (stack, text) => Fn.join('-', [local(stack, text).asString, local(stack, text).asString]),
    (text) => `${text}-${text}`,
  ),
);

/** Objects of which some keys are only known to Terraform. */
function objectOf(member: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return sampleOf(
    fc.uniqueArray(fc.tuple(tricky, fc.boolean(), member), {
      maxLength: 4,
      selector: ([key]) => key,
    }),
    (stack, members) =>
      Object.fromEntries(
        members.map(([key, token, { given }]) => [
          token ? local(stack, key).asString : key,
          given(stack),
        ]),
      ),
    (members) => Object.fromEntries(members.map(([key, , { known }]) => [key, known])),
  );
}

const sample = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: sampleOf(
        fc.array(tie('sample'), { maxLength: 3 }),
        (stack, items) => items.map(({ given }) => given(stack)),
        (items) => items.map(({ known }) => known),
      ),
    },
    { weight: 2, arbitrary: objectOf(tie('sample')) },
  ),
})).sample;

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
