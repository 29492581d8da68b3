import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match, Template, TemplateError } from 'cdktf-azureml/testing';
import { AzureMlError } from '../../lib/core/errors';
import { failureOf } from './failure';

function path(constructPath: string): object {
  return { metadata: { path: constructPath, uniqueId: 'x' } };
}

const DOCUMENT = {
  '//': { metadata: { stackName: 'churn' } },
  terraform: { required_version: '>= 1.11', backend: { local: { path: 'state' } } },
  provider: { azurerm: [{ features: [{}] }, { alias: 'hub', features: [{}] }], azapi: [{}] },
  variable: { secret: { sensitive: true, type: 'string' } },
  output: { id: { value: '${cluster.Cpu.id}', sensitive: true } },
  data: { client: { Me: { '//': path('churn/Me') } } },
  resource: {
    cluster: {
      Cpu: { '//': path('churn/Ws/Cpu/Resource'), name: 'cpu', scale: { min: 0, max: 4 } },
      Gpu: { '//': path('churn/Ws/Gpu/Resource'), name: 'gpu', scale: { min: 1, max: 2 } },
    },
    account: { Raw: { name: 'raw' } },
  },
};

const template = Template.fromJson(DOCUMENT);

describe('resources', () => {
  test('are found by type, without the comment of cdktf', () => {
    expect(template.resources('cluster')).toEqual({
      Cpu: { name: 'cpu', scale: { min: 0, max: 4 } },
      Gpu: { name: 'gpu', scale: { min: 1, max: 2 } },
    });
  });

  test('are found by type and pattern', () => {
    expect(Object.keys(template.resources('cluster', { scale: { max: 2 } }))).toEqual(['Gpu']);
  });

  test('are none where the type is not declared', () => {
    expect(template.resources('workspace')).toEqual({});
  });

  test('can be had when there is one', () => {
    expect(template.resource('account')).toEqual({ name: 'raw' });
    expect(template.resource('cluster', { name: 'gpu' })).toMatchObject({ name: 'gpu' });
  });

  test('can be changed by the test without changing the template', () => {
    const account = template.resource('account') as Record<string, unknown>;
    account.name = 'changed';
    expect(template.resource('account')).toEqual({ name: 'raw' });
  });

  test('fail as the only one when there are two, by address and construct', () => {
    expect(failureOf(() => template.resource('cluster')).message).toBe(
      [
        'expected one cluster, found 2:',
        '  - cluster.Cpu (churn/Ws/Cpu/Resource)',
        '  - cluster.Gpu (churn/Ws/Gpu/Resource) [TemplateMismatch]',
      ].join('\n'),
    );
  });

  test('fail when there is none, with what there is', () => {
    const message =
      'there is no workspace; the configuration has account (1), cluster (2) [TemplateMismatch]';
    expect(failureOf(() => template.resource('workspace')).message).toBe(message);
    expect(
      failureOf(() => {
        template.hasResource('workspace', { a: 1 });
      }).message,
    ).toBe(message);
  });

  test('fail with the nearest one and every difference', () => {
    const failure = failureOf(() => {
      template.hasResource('cluster', {
        name: Match.stringMatching(/^g/),
        scale: { min: 0, max: 2, idle: Match.anyValue() },
      });
    });
    expect(failure.message).toBe(
      [
        'none of the 2 cluster matches {"name":a string matching /^g/,"scale":{"min":0,"max":2,"idle":any value}}',
        'nearest is cluster.Gpu (churn/Ws/Gpu/Resource):',
        '  - scale.min: expected 0, found 1',
        '  - scale.idle: expected any value, found nothing [TemplateMismatch]',
      ].join('\n'),
    );
  });

  test('fail with an error of this library', () => {
    const failure = failureOf(() => template.resource('workspace'));
    expect([failure.name, failure.code, AzureMlError.isAzureMlError(failure)]).toEqual([
      'TemplateError',
      'TemplateMismatch',
      true,
    ]);
    expect(TemplateError.isTemplateError(new RangeError('other'))).toBe(false);
  });

  test.each([
    ['cluster', 2, {}],
    ['cluster', 1, { name: 'cpu' }],
    ['cluster', 0, { name: 'tpu' }],
    ['workspace', 0, {}],
  ])('are counted: %s %d %p', (type, count, pattern) => {
    expect(() => {
      template.resourceCountIs(type, count, pattern);
    }).not.toThrow();
  });

  test('fail the wrong count with what was counted', () => {
    expect(
      failureOf(() => {
        template.resourceCountIs('cluster', 3);
      }).message,
    ).toContain('expected 3 cluster, found 2:\n  - cluster.Cpu (churn/Ws/Cpu/Resource)');
    expect(
      failureOf(() => {
        template.resourceCountIs('workspace', 1);
      }).message,
    ).toContain('expected 1 workspace, found none\nthere is no workspace; the configuration has');
  });

  test('can be expected not to be there', () => {
    template.hasNoResource('workspace');
    template.hasNoResource('cluster', { name: 'tpu' });
    expect(
      failureOf(() => {
        template.hasNoResource('cluster', { name: 'cpu' });
      }).message,
    ).toBe(
      'expected no cluster {"name":"cpu"}, found 1:\n  - cluster.Cpu (churn/Ws/Cpu/Resource) [TemplateMismatch]',
    );
  });

  test('match as a whole block with a matcher', () => {
    template.hasResource('account', Match.exact({ name: 'raw' }));
    template.hasNoResource('cluster', Match.objectEquals({ name: 'cpu' }));
  });
});

describe('the nearest miss', () => {
  function nearest(things: object, pattern: Readonly<Record<string, unknown>>): string {
    const failure = failureOf(() => {
      Template.fromJson({ resource: { thing: { ...things } } }).hasResource('thing', pattern);
    });
    return failure.message;
  }

  test('is not the block that lacks what the pattern is about', () => {
    const things = { Empty: {}, Near: { body: { a: 1, b: 2, c: 0 } } };
    expect(nearest(things, { body: { a: 1, b: 2, c: 3 } })).toContain('nearest is thing.Near:');
  });

  test('is the first of equals', () => {
    expect(nearest({ A: { a: 2 }, B: { a: 3 } }, { a: 1 })).toContain('nearest is thing.A:');
  });

  test.each<[string, object, Readonly<Record<string, unknown>>, string]>([
    [
      'a key that must not be there',
      { a: 1 },
      { a: Match.absent() },
      'a: expected nothing, found 1',
    ],
    ['a key too many', { b: { c: 1 } }, { b: Match.exact({}) }, 'b.c: expected nothing, found 1'],
    [
      'a key with odd characters',
      { t: { 'a b': 1 } },
      { t: { 'a b': 2 } },
      't["a b"]: expected 2, found 1',
    ],
    [
      'a list too short',
      { l: [1] },
      { l: [1, 2] },
      'l: expected a list of 2, found a list of 1: [1]',
    ],
    ['an item', { l: [{ a: 1 }] }, { l: [{ a: 2 }] }, 'l[0].a: expected 2, found 1'],
    ['no list', { l: 1 }, { l: [2] }, 'l: expected [2], found 1'],
    ['no object', { o: 1 }, { o: { a: 2 } }, 'o: expected {"a":2}, found 1'],
    ['a negation', { a: 1 }, { a: Match.not(1) }, 'a: expected not 1, found 1'],
    [
      'no string of JSON',
      { a: 'x' },
      { a: Match.serializedJson({}) },
      'a: expected a string of JSON with {}, found "x"',
    ],
    [
      'no list to look into',
      { a: 1 },
      { a: Match.arrayWith([1]) },
      'a: expected a list with [1], found 1',
    ],
    [
      'an item that is missing',
      { l: [1] },
      { l: Match.arrayWith([2]) },
      'l: expected an item 2, found [1]',
    ],
    [
      'an item that is missing after another',
      { l: [2, 1] },
      { l: Match.arrayWith([1, 2]) },
      'l: expected an item 2 after item 1, found [2,1]',
    ],
    [
      'the nearest item',
      { l: [{ a: 1, b: 1 }] },
      { l: Match.arrayWith([{ a: 1, b: 2 }]) },
      'l[0].b: expected 2, found 1',
    ],
  ])('shows %s', (_, found, pattern, line) => {
    expect(nearest({ A: found }, pattern)).toContain(`\n  - ${line}`);
  });

  test('is shortened to what can be read', () => {
    const keys = Array.from({ length: 25 }, (_, index) => `k${String(index)}`);
    const found = Object.fromEntries(keys.map((key) => [key, 'y'.repeat(1000)]));
    const pattern = Object.fromEntries(keys.map((key) => [key, 'x'.repeat(1000)]));
    const message = nearest({ A: found }, pattern);
    expect(message.split('\n')).toHaveLength(23);
    expect(message).toContain('and 5 more');
    expect(Math.max(...message.split('\n').map((line) => line.length))).toBeLessThan(450);
  });
});

describe('the other sections', () => {
  test('give data sources', () => {
    expect(template.dataSources('client')).toEqual({ Me: {} });
    expect(template.dataSource('client')).toEqual({});
    template.hasDataSource('client');
    expect(
      failureOf(() => {
        template.hasDataSource('subscription');
      }).message,
    ).toContain('there is no data.subscription; the configuration has client (1)');
  });

  test('give outputs by name', () => {
    expect(template.output('id')).toEqual({ value: '${cluster.Cpu.id}', sensitive: true });
    expect(Object.keys(template.outputs())).toEqual(['id']);
    template.hasOutput('id', { sensitive: true });
    expect(failureOf(() => template.output('name')).message).toContain(
      'there is no output "name"; the configuration has id',
    );
    expect(
      failureOf(() => {
        template.hasOutput('id', { sensitive: false });
      }).message,
    ).toContain('sensitive: expected false, found true');
  });

  test('give variables', () => {
    expect(template.variables()).toEqual({ secret: { sensitive: true, type: 'string' } });
  });

  test('give providers, told apart by a pattern', () => {
    expect(template.provider('azapi')).toEqual({});
    expect(template.provider('azurerm', { alias: 'hub' })).toMatchObject({ alias: 'hub' });
    expect(template.provider('azurerm', { alias: Match.absent() })).toEqual({ features: [{}] });
    expect(failureOf(() => template.provider('azurerm')).message).toContain('found 2:');
    expect(failureOf(() => template.provider('google')).message).toContain(
      'there is no provider "google"; the configuration has azapi, azurerm',
    );
  });

  test('give a provider that does not stand in a list', () => {
    expect(Template.fromJson({ provider: { azapi: { use_msi: true } } }).provider('azapi')).toEqual(
      { use_msi: true },
    );
  });

  test('give the settings of Terraform', () => {
    expect(template.terraform()).toMatchObject({ required_version: '>= 1.11' });
    expect(Template.fromJson({}).terraform()).toEqual({});
  });

  test('give the whole document, comments included', () => {
    expect(template.toJson()).toEqual(DOCUMENT);
  });
});

describe('reading', () => {
  const directory = mkdtempSync(join(tmpdir(), 'template-'));
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  test('takes text', () => {
    expect(Template.fromJson(JSON.stringify(DOCUMENT)).toJson()).toEqual(DOCUMENT);
  });

  test('finds a stack by the manifest', () => {
    const synthesizedStackPath = 'one.tf.json';
    writeFileSync(
      join(directory, 'manifest.json'),
      JSON.stringify({ stacks: { churn: { synthesizedStackPath } } }),
    );
    writeFileSync(join(directory, synthesizedStackPath), JSON.stringify(DOCUMENT));
    expect(Template.fromDirectory(directory, 'churn').toJson()).toEqual(DOCUMENT);
    expect(failureOf(() => Template.fromDirectory(directory, 'other'))).toMatchObject({
      code: 'TemplateUnreadable',
      message: expect.stringContaining('has no stack "other", only ["churn"]'),
    });
  });

  test('fails without a manifest', () => {
    const failure = failureOf(() => Template.fromDirectory(join(directory, 'none'), 'churn'));
    expect(failure.code).toBe('TemplateUnreadable');
    expect(failure.message).toContain('manifest.json cannot be read');
  });

  test.each<[string, () => unknown, string]>([
    [
      'text that is no JSON',
      (): unknown => Template.fromJson('resource {}'),
      'the text is no JSON',
    ],
    ['a list', (): unknown => Template.fromJson('[]'), 'the text must be an object'],
    [
      'resources that are a list',
      (): unknown => Template.fromJson({ resource: [] }).resources('a'),
      'resource must be an object of Terraform JSON, got []',
    ],
    [
      'a resource that is text',
      (): unknown => Template.fromJson({ resource: { a: { B: 'x' } } }).resources('a'),
      'a.B must be an object of Terraform JSON, got "x"',
    ],
  ])('fails on %s', (_, read, message) => {
    const failure = failureOf(read);
    expect(failure.code).toBe('TemplateUnreadable');
    expect(failure.message).toContain(message);
  });
});
