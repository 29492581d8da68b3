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

  test('would not compile with an unknown prop, an unknown name or broken syntax', () => {
    const broken = [
      `new ResourceGroup(stack, 'G', { name: 'g', colour: 1 });`,
      `new ResourceGroop(stack, 'G', { name: 'g' });`,
      `const = 1;`,
    ].map((text, line) => ({ file: 'x.md', line, language: 'ts', text }));
    const places = compileErrors(broken).map((error) => error.split(': ')[0]);
    expect([...new Set(places)]).toEqual(['x.md:0', 'x.md:1', 'x.md:2']);
  });

  test('of JSON can be read', () => {
    for (const { language, text } of all) if (language === 'json') JSON.parse(text);
  });
});

describe('the programs of README.md', () => {
  test.each(PROGRAMS.map((block) => [block.line, block] as const))(
    'synthesize, line %d',
    (_, block) => {
      expect(runBlock(block).stacks).not.toEqual([]);
    },
  );

  test('are found', () => {
    expect(PROGRAMS.length).toBe(2);
  });
});

describe('what README.md shows of the quickstart', () => {
  const { stacks, printed } = runExample('01-quickstart');

  test('is what its program says', () => {
    const [first] = BLOCKS.filter(({ language }) => language === 'ts');
    const parts = (first?.text ?? '').split('// …\n');
    const program = textOf('examples/01-quickstart/main.ts');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.filter((part) => !program.includes(part))).toEqual([]);
  });

  test('is what its Terraform says', () => {
    const [shown] = BLOCKS.filter(({ language }) => language === 'json');
    expect(stacks[0]).toMatchObject(JSON.parse(shown?.text ?? '') as object);
    const [, count = ''] = /of the (\d+) resources/.exec(README) ?? [];
    expect(printed).toContain(`Declares ${count} resources`);
  });

  test('is what it prints', () => {
    const [shown] = BLOCKS.filter(({ language }) => language === 'text');
    const lines = (shown?.text ?? '').trim().split('\n').map(squeezed);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => !squeezed(printed).includes(line))).toEqual([]);
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
  return typeof value === 'function' && (value.prototype as unknown) instanceof Construct;
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
