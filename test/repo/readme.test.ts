import * as library from 'cdktf-azureml';
import { Construct } from 'constructs';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeBlocks, compileErrors, documents, runBlock } from '../support/documents';
import { runExample } from '../support/program';
import { ROOT } from '../support/repository';

const README = textOf('README.md');
const BLOCKS = codeBlocks('README.md', README);
const PROGRAMS = BLOCKS.filter(
  ({ language, text }) => language === 'ts' && text.includes('app.synth();'),
);
const QUICKSTART = join(ROOT, 'examples', '01-quickstart');

interface Manifest {
  readonly dependencies: object;
  readonly peerDependencies: object;
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

describe('the code blocks of the documents', () => {
  const all = documents().flatMap((file) => codeBlocks(file));

  test('compile', () => {
    const typescript = all.filter(({ language }) => language === 'ts');
    expect(typescript.length).toBeGreaterThan(3);
    expect(compileErrors(typescript)).toEqual([]);
  });

  test.each([
    ['an unknown prop', `new ResourceGroup(stack, 'G', { name: 'g', colour: 1 });`],
    ['an unknown name', `new ResourceGroop(stack, 'G', { name: 'g' });`],
    ['broken syntax', `const = 1;`],
  ])('would not compile with %s', (_, text) => {
    const [first] = compileErrors([{ file: 'x.md', line: 7, language: 'ts', text }]);
    expect(first).toMatch(/^x\.md:7: /);
  });

  test('of JSON can be read', () => {
    for (const { language, text } of all) if (language === 'json') JSON.parse(text);
  });
});

describe('the programs of README.md', () => {
  test('synthesize', () => {
    expect(PROGRAMS.length).toBe(3);
    for (const block of PROGRAMS) expect(runBlock(block, QUICKSTART).stacks).not.toEqual([]);
  });

  test('become the Terraform that is shown', () => {
    const [stack] = PROGRAMS.slice(0, 1).flatMap((block) => runBlock(block, QUICKSTART).stacks);
    const [shown] = BLOCKS.filter(({ language }) => language === 'json');
    expect(stack).toMatchObject(JSON.parse(shown?.text ?? '') as object);
    expect(/out of (\d+),/.exec(README)?.[1]).toBe(String(countResources(stack)));
  });

  test('print what is shown of the quickstart', () => {
    const printed = squeezed(runExample('01-quickstart').printed);
    const [shown] = BLOCKS.filter(({ language }) => language === 'text');
    const lines = (shown?.text ?? '').trim().split('\n').map(squeezed);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
  });
});

describe('README.md', () => {
  test('lists every construct of the library', () => {
    const rows = README.split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n');
    const constructs = Object.entries(library)
      .filter(([name, value]) => isConstruct(value) && !name.startsWith('Imported'))
      .map(([name]) => name);
    expect(constructs.length).toBeGreaterThan(20);
    expect(constructs.filter((name) => !rows.includes(`\`${name}\``))).toEqual([]);
  });

  test('has the two commands, each on a line of its own', () => {
    const lines = README.split('\n');
    expect(lines).toContain('npm ci && npm run synth');
    expect(lines).toContain('npm ci && npm test');
  });
});

describe('the documents', () => {
  test('link to files that exist', () => {
    const broken = documents().flatMap((file) =>
      linksIn(textOf(file))
        .filter((link) => !existsSync(join(ROOT, dirname(file), link)))
        .map((link) => `${file}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test('give a reason for every dependency', () => {
    const reasons = textOf('docs/dependencies.md');
    const { dependencies, peerDependencies } = JSON.parse(textOf('package.json')) as Manifest;
    const names = Object.keys({ ...dependencies, ...peerDependencies });
    expect(names.filter((name) => !reasons.includes(`| \`${name}\``))).toEqual([]);
  });
});

/** Targets of links and pictures within the repository, without the part after `#`. */
function linksIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(
    ([, link]) => link ?? '',
  );
}

function isConstruct(value: unknown): boolean {
  return typeof value === 'function' && value.prototype instanceof Construct;
}

function countResources(document: unknown): number {
  const { resource } = document as { readonly resource: object };
  return Object.values(resource).reduce(
    (sum: number, named: object) => sum + Object.keys(named).length,
    0,
  );
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
