import { DataResource, Fn, Lazy, TerraformLocal, type TerraformStack, Token } from 'cdktf';
import * as fc from 'fast-check';
import { escapeTemplates } from '../../lib/core/terraform-text';
import { tricky } from './tricky-text';

/** A value as a user gives it, beside what it is once Terraform knows the references in it. */
export interface Sample {
  readonly given: (stack: TerraformStack) => unknown;
  readonly known: unknown;
}

/** A local value, as a reference to text that only Terraform knows. */
export function local(stack: TerraformStack, value: unknown): TerraformLocal {
  return new TerraformLocal(stack, nextId(stack), escapeTemplates(value));
}

function resource(stack: TerraformStack, input: object): DataResource {
  return new DataResource(stack, nextId(stack), { input: escapeTemplates(input) });
}

function nextId(stack: TerraformStack): string {
  return `n${String(stack.node.children.length)}`;
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

export const sample = fc.letrec<{ sample: Sample }>((tie) => ({
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
