import { Fn, Lazy, TerraformLocal, Token } from 'cdktf';
import * as fc from 'fast-check';
import { escapeTemplates, escapeText } from '../../lib/core/terraform-text';
import { describeTerraform, evaluate, plainStack, synthesized } from './evaluate';
import { tricky } from './tricky-text';

const USER_TEXT = [
  'python x.py --in ${{inputs.raw}} --out ${{outputs.clean}}',
  '$${a}',
  '$$${a}',
  '$$$$${a}',
  '%{ if x }',
  '%%{',
  '%%%{',
  '$%{',
  '%${',
  '%$${',
  '$',
  '$$',
  '%%',
  '${~ a ~}',
  '${"',
  '}',
  '${',
  '{',
  '${${',
  'a\\n"b"\n',
  '${TfToken',
  'echo ${HOME:-/root} $(date +%F)',
];

describe('escapeText', () => {
  test.each([
    ['${{inputs.x}}', '$${{inputs.x}}'],
    ['%{ if a }', '%%{ if a }'],
    ['$${x}', '$$${x}'],
    ['@{triggerBody()}', '@{triggerBody()}'],
    ['plain $5, 100 %', 'plain $5, 100 %'],
    ['${a} -1.5e+300', '$${a} -1.5e+300'],
  ])('turns %j into %j', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  test('leaves markers of string, list and number tokens as they are', () => {
    const local = new TerraformLocal(plainStack(), 'l', 1);
    const text = `${local.asString} ${local.asList[0] ?? ''} ${String(local.asNumber)} `;
    expect(escapeText(text)).toBe(text);
  });
});

describe('escapeTemplates', () => {
  test('escapes values, keys and items at any depth', () => {
    expect(escapeTemplates({ '${k}': [{ a: '${{x}}' }, '%{'], n: 1, b: true, z: null })).toEqual({
      '$${k}': [{ a: '$${{x}}' }, '%%{'],
      n: 1,
      b: true,
      z: null,
    });
  });

  test('returns the same reference where nothing has to change', () => {
    const value = {
      a: ['x', { b: 1 }],
      lazy: Lazy.anyValue({ produce: () => '${x}' }),
      when: new Date(0),
    };
    expect(escapeTemplates(value)).toBe(value);
    const partly = { same: { a: 'x' }, other: '${x}' };
    expect(escapeTemplates(partly).same).toBe(partly.same);
  });

  test('keeps undefined members and tokens of maps', () => {
    const map = Token.asStringMap(new TerraformLocal(plainStack(), 'l', { a: 'b' }).expression);
    expect(escapeTemplates({ map, gone: undefined })).toEqual({ map, gone: undefined });
  });

  test('leaves constructs to cdktf, which says what is wrong with them', () => {
    const stack = plainStack();
    expect(escapeTemplates({ stack, text: '${x}' }).stack).toBe(stack);
  });
});

describeTerraform('escaped text, evaluated by Terraform', () => {
  test('comes back as the user typed it', () => {
    expect(evaluate(USER_TEXT.map(escapeText))).toEqual(USER_TEXT);
  });

  test('comes back for any text', () => {
    const texts = fc.sample(tricky, { numRuns: 400, seed: 20_261 });
    expect(evaluate(texts.map(escapeText))).toEqual(texts);
  });

  test('comes back around tokens, which are replaced by their values', () => {
    const stack = plainStack();
    const name = new TerraformLocal(stack, 'Name', 'va"lue');
    const count = new TerraformLocal(stack, 'Count', 7);
    const samples = fc.sample(fc.tuple(tricky, fc.boolean(), tricky, fc.boolean(), tricky), {
      numRuns: 200,
      seed: 7,
    });
    const tokens = [
      [name.asString, 'va"lue'],
      [String(count.asNumber), '7'],
    ] as const;
    const join = (of: 0 | 1): string[] =>
      samples.map(
        ([a, x, b, y, c]) => `${a}${tokens[x ? 0 : 1][of]}${b}${tokens[y ? 0 : 1][of]}${c}`,
      );
    expect(
      evaluate(
        join(0).map((text) => escapeText(text)),
        stack,
      ),
    ).toEqual(join(1));
  });

  test('comes back from inside objects, keys included', () => {
    const texts = fc.sample(tricky, { numRuns: 60, seed: 3 });
    const value = {
      list: texts,
      map: Object.fromEntries(texts.map((text, i) => [`${String(i)}${text}`, text])),
    };
    expect(evaluate([escapeTemplates(value)])).toEqual([value]);
  });

  test('keeps a token in its text through a Terraform function', () => {
    const stack = plainStack();
    const local = new TerraformLocal(stack, 'l', 'x');
    const text = escapeText(`\${{a}} $${local.asString}`);
    expect(evaluate([Fn.upper(text)], stack)).toEqual(['${{A}} $X']);
  });

  test('synthesizes to the same JSON twice', () => {
    const stack = plainStack();
    evaluate([escapeText(`\${{a}} $${new TerraformLocal(stack, 'l', 'x').asString}`)], stack);
    expect(synthesized(stack)).toEqual(synthesized(stack));
  });
});
