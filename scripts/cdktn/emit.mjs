// Compiles lib/ for CDK Terrain. The compiler reads the files with rewritten specifiers, so the source is
// checked against the types of this engine too.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const ts = require('typescript');
const { rewritten } = require('./rewrite.js');

/** Writes JavaScript and declarations to a folder; returns whether that was without errors. */
export function emitForCdktn(root, outDir) {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.build.json'), ts.sys.readFile).config,
    ts.sys,
    root,
    { outDir },
  );
  const host = ts.createCompilerHost(options);
  const readFile = host.getSourceFile;
  host.getSourceFile = (fileName, target, ...rest) => {
    if (fileName.includes('/node_modules/')) return readFile(fileName, target, ...rest);
    const text = host.readFile(fileName);
    if (text === undefined) return undefined;
    return ts.createSourceFile(fileName, rewritten(fileName, text), target);
  };
  const program = ts.createProgram(fileNames, options, host);
  const { diagnostics } = program.emit();
  const problems = ts.sortAndDeduplicateDiagnostics([
    ...ts.getPreEmitDiagnostics(program),
    ...diagnostics,
  ]);
  process.stderr.write(ts.formatDiagnostics(problems, host));
  return problems.length === 0;
}
