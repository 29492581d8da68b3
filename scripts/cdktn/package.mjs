// Writes what stands around dist/ in the package for CDK Terrain: manifest, licence, changes, documents.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { documentForCdktn } from './documents.mjs';

const require = createRequire(import.meta.url);
const { LIBRARY_MODULES, replacedSpecifier } = require('./modules.js');

/** What only the repository needs. */
const OF_THE_REPOSITORY = new Set(['scripts', 'devDependencies', 'overrides']);

/** Everything but dist/ and the README, which is written by hand. */
export function writePackage(root, folder) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify(manifestForCdktn(manifest, constructsRange()), null, 2)}\n`,
  );
  for (const file of ['LICENSE', 'CHANGELOG.md']) cpSync(join(root, file), join(folder, file));
  copyDocuments(join(root, 'docs'), join(folder, 'docs'));
}

/** The manifest of this repository with the other name, command and peers, and nothing for development. */
export function manifestForCdktn(manifest, constructs) {
  const published = Object.fromEntries(
    Object.entries(manifest).filter(([member]) => !OF_THE_REPOSITORY.has(member)),
  );
  const name = replacedSpecifier(manifest.name, LIBRARY_MODULES);
  const ranges = { ...manifest.devDependencies, constructs };
  const peers = Object.entries(manifest.peerDependencies).map(([peer, range]) => {
    const replaced = replacedSpecifier(peer);
    const isOfEngine = replaced !== peer || peer === 'constructs';
    return [replaced, isOfEngine ? ranges[replaced] : range];
  });
  return {
    ...published,
    name,
    description: `${manifest.description}; for CDK Terrain`,
    keywords: manifest.keywords.map((keyword) => replacedSpecifier(keyword)),
    bin: { [name]: manifest.bin[manifest.name] },
    peerDependencies: Object.fromEntries(peers),
  };
}

/** The versions of constructs that CDK Terrain itself takes. */
function constructsRange() {
  return require('cdktn/package.json').peerDependencies.constructs;
}

function copyDocuments(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  for (const file of readdirSync(to, { recursive: true }).filter((name) => name.endsWith('.md'))) {
    const path = join(to, file);
    writeFileSync(path, documentForCdktn(file, readFileSync(path, 'utf8')));
  }
}
