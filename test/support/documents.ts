import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import * as ts from 'typescript';
import { type ModuleReader, type ProgramResult, runProgram } from './program';
import { ROOT } from './repository';

/** A fenced block of a Markdown document. */
export interface CodeBlock {
  /** Document, relative to the root. */
  readonly file: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** Every document for readers: those in the root and those in docs/. */
export function documents(): readonly string[] {
  const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file));
  return [...readdirSync(ROOT).filter((file) => file.endsWith('.md')), ...inDocs].sort();
}

/** The fenced blocks of a document, in order. */
export function codeBlocks(file: string, markdown = readFileSync(join(ROOT, file), 'utf8')) {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: language = '', 2: text = '' }): CodeBlock => ({
      file,
      line: markdown.slice(0, index).split('\n').length,
      language,
      text,
    }),
  );
}

type CompiledBlock = (exports: object, require: ModuleReader) => void;

/** What blocks may use without importing it, by the module that exports it. */
const IMPLIED: ReadonlyMap<string, readonly string[]> = new Map(
  ['cdktf-azureml', 'cdktf-azureml/testing', 'cdktf', 'constructs', 'node:path'].map((name) => [
    name,
    valuesOf(name),
  ]),
);

/** What blocks may use without declaring it: what stands around them in a reader's program. */
const AROUND = `
  import type * as l from 'cdktf-azureml';
  import type { Template } from 'cdktf-azureml/testing';
  declare global {
    const stack: l.MlStack;
    const subscriptionId: string;
    const resourceGroup: l.IResourceGroup;
    const storageAccount: l.IStorageAccount;
    const container: l.IStorageContainer;
    const identity: l.IUserAssignedIdentity;
    const workspace: l.IWorkspace;
    const cpu: l.ComputeCluster;
    const datastore: l.IDatastore;
    const raw: l.IDatastore;
    const environment: l.IEnvironment;
    const pipeline: l.Pipeline;
    const published: l.PublishedPipeline;
    const fallback: l.IPublishedPipeline;
    const pipelineId: string;
    const factory: l.DataFactory;
    const template: Template;
  }`;

/** The block as a module: with the imports that it leaves out, and its own in front. */
export function moduleOf({ text }: CodeBlock): string {
  const own = [...text.matchAll(/^import [\s\S]*? from '[^']+';$/gm)].map(([found]) => found);
  const body = own.reduce((rest, found) => rest.replace(found, ''), text);
  const imported = new Set(own.join('\n').match(/\b[A-Za-z]\w*\b/g));
  const implied = [...IMPLIED].flatMap(([name, values]) => {
    const used = values.filter((v) => !imported.has(v) && new RegExp(`\\b${v}\\b`).test(body));
    return used.length === 0 ? [] : [`import { ${used.join(', ')} } from '${name}';`];
  });
  return [...implied, ...own, 'export function block() {', body, '}'].join('\n');
}

/** What the compiler finds wrong with blocks, each error after its document and line. */
export function compileErrors(blocks: readonly CodeBlock[]): readonly string[] {
  const sources = new Map(
    blocks.map((block, index) => [join(ROOT, 'test', `block-${String(index)}.ts`), block]),
  );
  const around = join(ROOT, 'test', 'around.ts');
  const host = ts.createCompilerHost(OPTIONS);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const textOf = (path: string): string | undefined => {
    const block = sources.get(path);
    return block === undefined ? (path === around ? AROUND : undefined) : moduleOf(block);
  };
  host.readFile = (path) => textOf(path) ?? readFile(path);
  host.fileExists = (path) => textOf(path) !== undefined || fileExists(path);
  const program = ts.createProgram([around, ...sources.keys()], OPTIONS, {
    ...host,
    getSourceFile: (path, target) => {
      const text = host.readFile(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, target);
    },
  });
  return [...sources].flatMap(([path, { file, line }]) => {
    const source = program.getSourceFile(path);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(
      ({ messageText }) =>
        `${file}:${String(line)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

/** Runs a block that is a whole program. */
export function runBlock(block: CodeBlock): ProgramResult {
  const compilerOptions = { target: OPTIONS.target, module: ts.ModuleKind.CommonJS };
  const { outputText } = ts.transpileModule(moduleOf(block), { compilerOptions });
  return runProgram((require) => {
    const run = runInThisContext(
      `(exports, require) => {${outputText}\nexports.block();}`,
    ) as CompiledBlock;
    run({}, require);
  });
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
  paths: {
    'cdktf-azureml': [join(ROOT, 'lib/index.ts')],
    'cdktf-azureml/testing': [join(ROOT, 'lib/testing/index.ts')],
  },
};

function valuesOf(name: string): readonly string[] {
  return Object.keys(jest.requireActual<object>(name)).filter((key) => /^[A-Za-z]\w*$/.test(key));
}
