import { readFileSync } from 'node:fs';
import {
  createSourceFile,
  isExportDeclaration,
  isImportDeclaration,
  isNamedImports,
  isStringLiteral,
  type ImportDeclaration,
  ScriptTarget,
  SyntaxKind,
} from 'typescript';

/** A module that a file imports or exports from. */
export interface ImportedModule {
  readonly specifier: string;
  /** Whether nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** The modules that a text of TypeScript imports or exports from. */
export function importsIn(text: string): readonly ImportedModule[] {
  return createSourceFile('file.ts', text, ScriptTarget.ES2022).statements.flatMap((statement) => {
    if (isImportDeclaration(statement) && isStringLiteral(statement.moduleSpecifier)) {
      return [{ specifier: statement.moduleSpecifier.text, typeOnly: isTypeOnly(statement) }];
    }
    if (isExportDeclaration(statement) && statement.moduleSpecifier !== undefined) {
      const specifier = statement.moduleSpecifier;
      return isStringLiteral(specifier)
        ? [{ specifier: specifier.text, typeOnly: statement.isTypeOnly }]
        : [];
    }
    return [];
  });
}

/** The modules that a file imports or exports from. */
export function importsOf(file: string): readonly ImportedModule[] {
  return importsIn(readFileSync(file, 'utf8'));
}

function isTypeOnly({ importClause }: ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}
