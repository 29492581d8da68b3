// Compiles the public API under the rules of jsii, so that it can be had in Python, Java, C# and Go. Nothing is kept.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const jsii = createRequire(import.meta.url).resolve('jsii/bin/jsii');
const folder = mkdtempSync(join(tmpdir(), 'jsii-'));

try {
  for (const name of ['lib', 'README.md', 'LICENSE'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest()));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(compilerSettings()));
  process.exitCode = compile();
} finally {
  rmSync(folder, { recursive: true });
}

/** What is published, with what jsii asks for beside it. */
function manifest() {
  const published = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, version, description, license, dependencies } = published;
  const peerDependencies = Object.fromEntries(
    // Optional peers are of entries that only TypeScript can have.
    Object.entries(published.peerDependencies).filter(
      ([peer]) => published.peerDependenciesMeta?.[peer]?.optional !== true,
    ),
  );
  return {
    name,
    version,
    description,
    license,
    author: { name: 'The authors', organization: true },
    repository: { url: 'https://example.org/cdktf-azureml.git' },
    main: 'out/index.js',
    types: 'out/index.d.ts',
    stability: 'experimental',
    jsii: { outdir: 'out', targets: {} },
    dependencies,
    // What is no jsii package itself goes into the assembly.
    bundledDependencies: Object.keys(dependencies),
    peerDependencies,
    devDependencies: Object.fromEntries(
      Object.entries(peerDependencies).map(([peer, range]) => [peer, range.replace('^', '')]),
    ),
  };
}

/** The settings of the library: those that jsii would choose have an older language. */
function compilerSettings() {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  return {
    compilerOptions: {
      ...compilerOptions,
      paths: {},
      noEmit: false,
      outDir: 'out',
      rootDir: 'lib',
      types: ['node'],
      stripInternal: true,
      composite: false,
    },
    files: ['lib/index.ts'],
  };
}

function compile() {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      jsii,
      '--tsconfig',
      'tsconfig.json',
      '--validate-tsconfig',
      'off',
      '--silence-warnings',
      'reserved-word',
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1',
        NO_COLOR: '1',
        FORCE_COLOR: '0',
      },
    },
  );
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return status ?? 1;
}
