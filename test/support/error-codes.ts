import {
  createSourceFile,
  forEachChild,
  isArrowFunction,
  isCallExpression,
  isClassLike,
  isConditionalExpression,
  isConstructorDeclaration,
  isFunctionDeclaration,
  isFunctionExpression,
  isIdentifier,
  isMethodDeclaration,
  isNewExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isStringLiteralLike,
  isVariableDeclaration,
  type Expression,
  type Node,
  type ParameterDeclaration,
  ScriptTarget,
  type SourceFile,
} from 'typescript';

/** A text of TypeScript to be searched. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

const CODE = /^[A-Z][a-z0-9]\w*$/;

/**
 * Every error code that the sources can raise.
 *
 * A code is a literal in PascalCase that stands as the property `code`, or that is passed for a parameter
 * named `code` of a function, method or constructor of the sources.
 */
export function errorCodesIn(sources: readonly SourceText[]): readonly string[] {
  const files = sources.map(({ file, text }) =>
    createSourceFile(file, text, ScriptTarget.ES2022, true),
  );
  const positions = new Map(files.flatMap((file) => codeParameters(file)));
  const codes = files.flatMap((file) => codesIn(file, positions));
  return [...new Set(codes)].sort();
}

/** The codes that `docs/errors.md` explains: the first cells of its tables. */
export function documentedCodes(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^\|\s*`(\w+)`\s*\|/gm)].map(([, code]) => code ?? '').sort();
}

function codeParameters(file: SourceFile): readonly (readonly [string, number])[] {
  return descendants(file).flatMap((node) => {
    const callable = callableOf(node);
    if (callable === undefined) return [];
    const position = callable.parameters.findIndex(({ name }) => name.getText(file) === 'code');
    return position === -1 ? [] : [[callable.name, position] as const];
  });
}

interface Callable {
  readonly name: string;
  readonly parameters: readonly ParameterDeclaration[];
}

function callableOf(node: Node): Callable | undefined {
  if (isConstructorDeclaration(node) && isClassLike(node.parent)) {
    return { name: node.parent.name?.text ?? '', parameters: node.parameters };
  }
  if ((isFunctionDeclaration(node) || isMethodDeclaration(node)) && node.name !== undefined) {
    return { name: node.name.getText(), parameters: node.parameters };
  }
  if (isVariableDeclaration(node) && node.initializer !== undefined) {
    const { initializer } = node;
    return isArrowFunction(initializer) || isFunctionExpression(initializer)
      ? { name: node.name.getText(), parameters: initializer.parameters }
      : undefined;
  }
  return undefined;
}

function codesIn(file: SourceFile, positions: ReadonlyMap<string, number>): readonly string[] {
  return descendants(file)
    .flatMap((node) => literals(codeExpression(node, positions)))
    .filter((text) => CODE.test(text));
}

function codeExpression(
  node: Node,
  positions: ReadonlyMap<string, number>,
): Expression | undefined {
  if (isPropertyAssignment(node) || isPropertyDeclaration(node)) {
    return node.name.getText() === 'code' ? node.initializer : undefined;
  }
  if (isCallExpression(node) || isNewExpression(node)) {
    const position = positions.get(calleeName(node.expression));
    return position === undefined ? undefined : node.arguments?.[position];
  }
  return undefined;
}

function calleeName(callee: Expression): string {
  if (isPropertyAccessExpression(callee)) return callee.name.text;
  return isIdentifier(callee) ? callee.text : '';
}

function literals(expression: Expression | undefined): readonly string[] {
  if (expression === undefined) return [];
  if (isStringLiteralLike(expression)) return [expression.text];
  return isConditionalExpression(expression)
    ? [...literals(expression.whenTrue), ...literals(expression.whenFalse)]
    : [];
}

function descendants(node: Node): readonly Node[] {
  const found: Node[] = [node];
  forEachChild(node, (child) => {
    found.push(...descendants(child));
  });
  return found;
}
