import { createHash } from 'node:crypto';
import {
  Fn,
  Lazy,
  TerraformDataSource,
  TerraformLocal,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
  Token,
} from 'cdktf';
import * as fc from 'fast-check';
import { contentHash } from '../../lib/core/content-hash';
import { canonicalJson } from '../../lib/core/terraform-json';
import { plainStack } from './evaluate';
import { tricky } from './tricky-text';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function resource(stack: TerraformStack, id: string): TerraformResource {
  return new TerraformResource(stack, id, { terraformResourceType: 'azurerm_thing' });
}

function data(stack: TerraformStack, id: string): TerraformDataSource {
  return new TerraformDataSource(stack, id, { terraformResourceType: 'azurerm_thing' });
}

describe('contentHash', () => {
  test('is the SHA-256 of the canonical JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(tricky, fc.jsonValue()), (value) => {
        expect(contentHash(plainStack(), value, 'p')).toBe(sha256(canonicalJson(value)));
      }),
      { numRuns: 50 },
    );
  });

  test('does not depend on the order of keys, but on that of items', () => {
    const stack = plainStack();
    expect(contentHash(stack, { a: 1, b: [1, 2] }, 'p')).toBe(
      contentHash(stack, { b: [1, 2], a: 1 }, 'p'),
    );
    expect(contentHash(stack, [1, 2], 'p')).not.toBe(contentHash(stack, [2, 1], 'p'));
  });

  test('counts a reference by its Terraform address, also in longer text and in keys', () => {
    const stack = plainStack();
    const id = resource(stack, 'r').getStringAttribute('id');
    const name = data(stack, 'd').getStringAttribute('name');
    expect(contentHash(stack, { [`k${id}`]: id, x: `azureml:${id}/v/${name}` }, 'p')).toBe(
      sha256(
        '{"k${azurerm_thing.r.id}":"${azurerm_thing.r.id}","x":"azureml:${azurerm_thing.r.id}/v/${data.azurerm_thing.d.name}"}',
      ),
    );
  });

  test('does not depend on the order of creation', () => {
    const hash = (first: string, second: string): string => {
      const stack = plainStack();
      for (let extra = 0; extra < first.charCodeAt(0) % 7; extra += 1) Token.asString({ extra });
      const made = new Map([first, second].map((id) => [id, resource(stack, id)]));
      const value = ['a', 'b'].map((id) => made.get(id)?.getStringAttribute('id'));
      return contentHash(stack, { value, again: made.get('a')?.getStringAttribute('id') }, 'p');
    };
    expect(hash('a', 'b')).toBe(hash('b', 'a'));
  });

  test('is the same when the stack was synthesized before', () => {
    const stack = plainStack();
    const value = { id: resource(stack, 'r').getStringAttribute('id') };
    const before = contentHash(stack, value, 'p');
    stack.prepareStack();
    stack.toTerraform();
    expect(contentHash(stack, value, 'p')).toBe(before);
  });

  test('tells a text apart from another one beside a reference', () => {
    const stack = plainStack();
    const id = resource(stack, 'r').getStringAttribute('id');
    expect(contentHash(stack, `\${{inputs.a}} ${id}`, 'p')).not.toBe(
      contentHash(stack, `\${{inputs.b}} ${id}`, 'p'),
    );
  });

  test('reads what a Lazy produces', () => {
    const lazy = Lazy.anyValue({ produce: () => ({ a: 1, b: undefined }) });
    expect(contentHash(plainStack(), { lazy }, 'p')).toBe(sha256('{"lazy":{"a":1}}'));
  });

  test('fails for what is no JSON, in the words of the value', () => {
    expect(() => contentHash(plainStack(), { a: NaN }, 'p')).toThrow(
      /^value must .* \[JsonValueInvalid\]$/,
    );
  });

  test('counts nothing as null', () => {
    expect(contentHash(plainStack(), undefined, 'p')).toBe(sha256('null'));
  });

  test('accepts ids of resources with count or for_each', () => {
    const stack = plainStack();
    for (const reference of ['azurerm_thing.r[0].id', 'data.azurerm_thing.r["a b"].name']) {
      expect(contentHash(stack, Token.asAny(`\${${reference}}`), 'p')).toBe(
        sha256(JSON.stringify(`\${${reference}}`)),
      );
    }
  });

  test.each<[string, (stack: TerraformStack) => unknown]>([
    ['a variable', (s) => new TerraformVariable(s, 'v', {}).stringValue],
    ['a variable called id', () => Token.asAny('${var.x.id}')],
    ['a local', (s) => new TerraformLocal(s, 'l', 1).asNumber],
    ['an output of a module', () => Token.asAny('${module.m.id}')],
    ['each.value', () => Token.asAny('${each.value.id}')],
    ['an exported value', (s) => resource(s, 'r').getStringAttribute('output.id')],
    ['a list', (s) => resource(s, 'r').getListAttribute('ids')],
    ['a map', (s) => resource(s, 'r').getStringMapAttribute('tags')],
    ['a number', (s) => resource(s, 'r').getNumberAttribute('size')],
    ['a number list', (s) => resource(s, 'r').getNumberListAttribute('sizes')],
    ['a principal', (s) => resource(s, 'r').getStringAttribute('identity[0].principal_id')],
    ['all ids of a resource', () => Token.asAny('${azurerm_thing.r.*.id}')],
    ['a function', (s) => Fn.upper(resource(s, 'r').getStringAttribute('id'))],
    ['a directive', () => Token.asAny('%{ if true }a%{ endif }')],
    ['something in longer text', (s) => `x-${new TerraformVariable(s, 'v', {}).stringValue}`],
    ['something in a key', (s) => ({ [new TerraformVariable(s, 'v', {}).stringValue]: 1 })],
  ])('fails for %s', (_, value) => {
    const stack = plainStack();
    expect(() => contentHash(stack, { deep: [value(stack)] }, 'environment')).toThrow(
      /^core: environment must .* give an explicit version.* \[VersionNotComputable\]$/,
    );
  });
});
