import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { failureOf, install, run } from './command.mjs';
import { synthesized } from './synthesized.mjs';

/** A project that has one of the two packages. */
export class Consumer {
  constructor(root, temp, flavour) {
    this.root = root;
    this.flavour = flavour;
    this.temp = join(temp, flavour.library);
    this.folder = join(this.temp, 'consumer');
    mkdirSync(this.temp);
  }

  install() {
    const { library, manifest, packages } = this.flavour;
    const packed = run('npm', ['pack', '--json', '--pack-destination', this.temp], {
      cwd: join(this.root, this.flavour.folder),
    });
    const [{ filename, entryCount }] = JSON.parse(packed.slice(packed.indexOf('[\n')));
    this.tarball = join(this.temp, filename);
    cpSync(join(this.root, 'scripts', 'smoke', 'consumer'), this.folder, { recursive: true });
    const ownManifest = { name: 'consumer', private: true, ...manifest };
    writeFileSync(join(this.folder, 'package.json'), JSON.stringify(ownManifest));
    this.rewrite(join(this.folder, 'main.ts'));
    this.copyExamples();
    const { devDependencies } = JSON.parse(readFileSync(join(this.root, 'package.json'), 'utf8'));
    const tools = ['typescript', 'ts-node', '@types/node'].map((n) => `${n}@${devDependencies[n]}`);
    install(this.folder, this.tarball, ...packages, ...tools);
    run('npx', ['tsc', '-p', '.'], { cwd: this.folder });
    console.log(
      `ok  ${library}: ${filename}, ${entryCount} files, installs with its peers, compiles`,
    );
  }

  synthesizeTwice() {
    const [first, second] = ['first', 'second'].map((name) => this.synthesize('main.js', name));
    if (!isDeepStrictEqual(first, second)) throw new Error('two runs of the same program differ');
    console.log(`ok  ${this.flavour.library}: synthesizes with node, twice the same`);
  }

  loadEachExport() {
    const script = join(this.folder, 'each-export.cjs');
    cpSync(join(this.root, 'scripts', 'smoke', 'each-export.cjs'), script);
    const count = run('node', [script, this.flavour.library], { cwd: this.folder }).trim();
    console.log(`ok  ${this.flavour.library}: each of ${count} exports loads alone`);
  }

  runCommand() {
    const { library } = this.flavour;
    const help = run('npx', [library, '--help'], { cwd: this.folder });
    if (!help.startsWith(`${library} COMMAND`)) throw new Error(`${library} --help says\n${help}`);
    console.log(`ok  ${library}: the command runs, under its name`);
  }

  /** With the schemas and the protocol that are in the package. */
  rehearse() {
    const { library } = this.flavour;
    if (failureOf('terraform', ['version'], { cwd: this.folder }) !== undefined) {
      console.log(`--  ${library}: no rehearsal, since there is no terraform on PATH`);
      return;
    }
    run('npx', [library, 'rehearse', join(this.temp, 'first')], { cwd: this.folder });
    console.log(`ok  ${library}: terraform rehearses what was synthesized`);
  }

  /** What each example becomes, by its name. */
  synthesizeExamples() {
    return new Map(
      this.examples.map((name) => [
        name,
        this.synthesize(join('examples', name, 'main.js'), `example-${name}`),
      ]),
    );
  }

  synthesize(program, name) {
    const outdir = join(this.temp, name);
    mkdirSync(outdir);
    run('node', [program], {
      cwd: this.folder,
      env: { CDKTF_OUTDIR: outdir, CDKTF_AZUREML_VERSIONS: 'off' },
    });
    return synthesized(outdir);
  }

  /** Those that are apps of this package and nothing else. */
  copyExamples() {
    const [from, to] = [this.root, this.folder].map((folder) => join(folder, 'examples'));
    this.examples = readdirSync(from)
      .filter((name) => isApp(join(from, name, 'main.ts')))
      .sort();
    for (const name of this.examples) cpSync(join(from, name), join(to, name), { recursive: true });
    for (const file of readdirSync(to, { recursive: true })) {
      if (file.endsWith('.ts')) this.rewrite(join(to, file));
    }
  }

  rewrite(file) {
    writeFileSync(file, this.flavour.programFor(readFileSync(file, 'utf8')));
  }
}

function isApp(file) {
  if (!existsSync(file)) return false;
  const program = readFileSync(file, 'utf8');
  return program.includes(`from 'cdktf'`) && !program.includes('@pulumi/');
}

/** Without the entry that the documents name, npm refuses; when it does not any more, they can do without. */
export function refusesWithoutOverride(temp, { tarball, flavour }) {
  const folder = join(temp, 'without-overrides');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }');
  const look = ['install', '--package-lock-only', '--dry-run', '--ignore-scripts', '--no-audit'];
  const failure = failureOf('npm', [...look, tarball, ...flavour.packages], { cwd: folder });
  if (failure === undefined) throw new Error(`${flavour.library} installs without overrides`);
  if (!failure.includes('ERESOLVE')) throw new Error(failure);
  console.log(`ok  ${flavour.library}: npm refuses to install it without overrides`);
}
