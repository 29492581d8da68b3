import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, trackedFiles } from '../support/repository';

const MACHINE_PATH = /(?<![\w.$}\])-])\/(?:work|root|home|Users)\/[\w.-]/;
const REGISTRY_HOST = /https?:\/\/(?:registry\.[\w.-]+|npm\.[\w.-]+|[\w.-]*pkgs\.[\w.-]+)/;
const TERRAFORM_REGISTRY = /https?:\/\/registry\.terraform\.io/g;

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

function linesWith(pattern: RegExp): readonly string[] {
  return trackedFiles().flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .replace(TERRAFORM_REGISTRY, '')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${String(index + 1)}`] : [])),
  );
}

describe('the files of the repository', () => {
  test('name no path of a machine', () => {
    expect(linesWith(MACHINE_PATH)).toEqual([]);
  });

  test('name no package registry', () => {
    expect(linesWith(REGISTRY_HOST)).toEqual([]);
  });

  test('lock packages without saying where they came from', () => {
    const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
    expect(lock).toContain('"lockfileVersion"');
    expect(lock).not.toContain('"resolved"');
  });

  test('lock the compiler of the tests for every platform, see scripts/complete-lock.mjs', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
    const wanted = Object.keys(lock.packages['node_modules/@swc/core']?.optionalDependencies ?? {});
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((name) => !(`node_modules/${name}` in lock.packages))).toEqual([]);
  });

  test.each([
    [MACHINE_PATH, ['', 'work', 'main'].join('/'), true],
    [MACHINE_PATH, ['file://', 'root', 'x'].join('/'), true],
    [MACHINE_PATH, `"${['', 'home', 'me'].join('/')}"`, true],
    [MACHINE_PATH, 'datastore/root/x', false],
    [MACHINE_PATH, 'https://example.com/home/x', false],
    [REGISTRY_HOST, ['https:', '', 'registry.example.org', 'x'].join('/'), true],
    [REGISTRY_HOST, 'registry.terraform.io/azure/azapi', false],
  ])('are searched by %s: %s', (pattern, line, found) => {
    expect(pattern.test(line)).toBe(found);
  });
});
