import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { importsIn, importsOf } from '../support/imports';
import { librarySources, ROOT } from '../support/repository';

const SOURCES = librarySources();

function sourcesImporting(specifiers: RegExp): readonly string[] {
  return SOURCES.filter((file) =>
    importsOf(file).some(({ specifier }) => specifiers.test(specifier)),
  ).map((file) => relative(ROOT, file));
}

const PROVIDER_ROOT = /^@cdktf\/provider-azurerm(?!\/lib\/[a-z0-9-]+$)/;
const CDKTF_INSIDE = /^cdktf\/./;

describe('the library', () => {
  test('never imports the root of the provider, which costs seconds', () => {
    expect(sourcesImporting(PROVIDER_ROOT)).toEqual([]);
  });

  test('imports cdktf from its root only', () => {
    expect(sourcesImporting(CDKTF_INSIDE)).toEqual([]);
  });

  test('imports the provider and cdktf somewhere, so that the search is known to work', () => {
    expect(sourcesImporting(/^cdktf$/)).not.toEqual([]);
    expect(sourcesImporting(/^@cdktf\/provider-azurerm\/lib\/[a-z0-9-]+$/)).not.toEqual([]);
  });

  test.each([
    [PROVIDER_ROOT, '@cdktf/provider-azurerm', true],
    [PROVIDER_ROOT, '@cdktf/provider-azurerm/lib', true],
    [PROVIDER_ROOT, '@cdktf/provider-azurerm/lib/subnet/index', true],
    [PROVIDER_ROOT, '@cdktf/provider-azurerm/lib/subnet', false],
    [CDKTF_INSIDE, 'cdktf/lib/annotations', true],
    [CDKTF_INSIDE, 'cdktf', false],
  ])('tells by %s: %s', (pattern, specifier, refused) => {
    expect(pattern.test(specifier)).toBe(refused);
  });

  test('declares constructs in no file that a rule or a body needs at run time', () => {
    expect(pureSources().flatMap((file) => constructsNeededBy(file))).toEqual([]);
  });
});

describe('imports', () => {
  test.each([
    [`import type { A } from 'm';`, true],
    [`import { type A, type B } from 'm';`, true],
    [`import { type A, B } from 'm';`, false],
    [`import 'm';`, false],
    [`import * as m from 'm';`, false],
    [`export { A } from 'm';`, false],
    [`export type { A } from 'm';`, true],
  ])('are of types only: %s', (text, typeOnly) => {
    expect(importsIn(text)).toEqual([{ specifier: 'm', typeOnly }]);
  });
});

function pureSources(): readonly string[] {
  return SOURCES.filter((file) => /\/private\/.*-(?:body|rules)\.ts$/.test(file));
}

function constructsNeededBy(file: string): readonly string[] {
  return importsOf(file)
    .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
    .map(({ specifier }) => moduleAt(join(dirname(file), specifier)))
    .filter((needed) => !needed.includes('/lib/core/') && declaresConstruct(needed))
    .map((needed) => `${relative(ROOT, file)} needs ${relative(ROOT, needed)}`);
}

function moduleAt(path: string): string {
  return existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts');
}

function declaresConstruct(file: string): boolean {
  return /^export (?:abstract )?class \w+ extends (?:Construct|Terraform\w+)\b/m.test(
    readFileSync(file, 'utf8'),
  );
}
