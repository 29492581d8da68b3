import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { importsOf } from '../support/imports';
import { librarySources, ROOT } from '../support/repository';

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

describe('the entry for Pulumi', () => {
  test('is one of its own, and what it needs is optional', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
    expect(manifest.exports).toHaveProperty(['./pulumi']);
    expect(manifest.peerDependencies).toHaveProperty(['@pulumi/pulumi']);
    expect(manifest.peerDependenciesMeta['@pulumi/pulumi']).toEqual({ optional: true });
    expect(manifest.dependencies).not.toHaveProperty(['@pulumi/pulumi']);
  });

  test('is loaded by nothing else of the library', () => {
    const others = librarySources().filter(
      (file) => !relative(ROOT, file).startsWith(join('lib', 'pulumi')),
    );
    const loading = others.filter((file) =>
      importsOf(file).some(({ specifier }) => /^@pulumi\/|\/pulumi(?:\/|$)/.test(specifier)),
    );
    expect(loading).toEqual([]);
  });
});
