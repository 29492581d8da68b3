// Makes the compiled index load each module when something of it is first asked for, so that a program
// pays for what it uses and not for the whole library.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

const ts = createRequire(import.meta.url)('typescript');

/** Rewrites the index.js of what the sources in lib/ were compiled to. */
export function writeLazyIndex(root, outputs) {
  const modules = [...exportedValues(join(root, 'lib', 'index.ts'))].map(([name, source]) => {
    const path = relative(join(root, 'lib'), source).replace(/\.ts$/, '');
    return [name, `./${path.split(sep).join('/')}`];
  });
  for (const output of outputs) writeFileSync(join(output, 'index.js'), lazyIndex(modules));
}

/** Name of each value that a module exports, and the file that declares it. */
function* exportedValues(file) {
  const config = ts.findConfigFile(dirname(file), ts.sys.fileExists, 'tsconfig.build.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    dirname(config),
  );
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const index = checker.getSymbolAtLocation(program.getSourceFile(file));
  for (const symbol of checker.getExportsOfModule(index)) {
    const declared =
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if ((declared.flags & ts.SymbolFlags.Value) === 0) continue;
    if (declared.flags & ts.SymbolFlags.ConstEnum) continue;
    yield [symbol.name, declared.valueDeclaration.getSourceFile().fileName];
  }
}

/** `exports.X = void 0` tells programs in ES modules which names there are. */
function lazyIndex(modules) {
  const names = modules.map(([name]) => `exports.${name} = void 0;`);
  const getters = modules.map(
    ([name, path]) => `lazy(${JSON.stringify(name)}, () => require(${JSON.stringify(path)}));`,
  );
  return [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    ...names,
    'function lazy(name, load) {',
    '  Object.defineProperty(exports, name, { enumerable: true, configurable: true, get: () => load()[name] });',
    '}',
    ...getters,
    '',
  ].join('\n');
}
