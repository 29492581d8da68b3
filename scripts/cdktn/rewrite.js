// Rewrites the module specifiers of a source file, found on its syntax tree, so that texts and comments that
// name a module stay as they are.
const ts = require('typescript');
const { ENGINE_MODULES, replacedSpecifier } = require('./modules.js');

/** The text of a source file for CDK Terrain. */
function rewritten(fileName, text, modules = ENGINE_MODULES) {
  let result = text;
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  for (const literal of specifiersIn(file).sort((a, b) => b.getStart() - a.getStart())) {
    const replaced = replacedSpecifier(literal.text, modules);
    if (replaced === literal.text) continue;
    // Between the quotes.
    const [start, end] = [literal.getStart() + 1, literal.getEnd() - 1];
    result = result.slice(0, start) + replaced + result.slice(end);
  }
  return result;
}

function specifiersIn(file) {
  const found = [];
  const visit = (node) => {
    const specifier = specifierOf(node);
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) found.push(specifier);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a node names as a module: declarations, types, calls. */
function specifierOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (ts.isModuleDeclaration(node)) return node.name;
  if (ts.isCallExpression(node) && isModuleCall(node.expression)) return node.arguments[0];
  return undefined;
}

function isModuleCall(callee) {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  const name = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  return ts.isIdentifier(name) && name.text === 'require';
}

module.exports = { rewritten };
