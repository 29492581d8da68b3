import { documentedCodes, errorCodesIn } from './error-codes';

function codesOf(...texts: readonly string[]): readonly string[] {
  return errorCodesIn(texts.map((text, index) => ({ file: `${String(index)}.ts`, text })));
}

describe('error codes', () => {
  test.each<[string, string]>([
    ['a rule', `const RULES = [{ code: 'Found', check }];`],
    ['a rule with a choice', `const rule = { code: wide ? 'Found' : 'Found' };`],
    ['a property of a class', `class E { public readonly code = 'Found'; }`],
    ['a function', `function f(at: string, code: string) {} f('Other', 'Found');`],
    ['a method', `class C { m(code: string) {} } new C().m('Found');`],
    ['an arrow function', `const f = (code: string) => code; f('Found');`],
    ['a constructor', `class E { constructor(code: string) {} } throw new E('Found');`],
  ])('are found in %s', (_, text) => {
    expect(codesOf(text)).toEqual(['Found']);
  });

  test('are found across files, once each and sorted', () => {
    expect(
      codesOf(
        `problem('B', {}); problem('Bad', {}); problem('Awful', {});`,
        `function problem(code: string, finding: object) {} problem('Bad', {});`,
      ),
    ).toEqual(['Awful', 'Bad']);
  });

  test.each<[string, string]>([
    ['a code that is no literal', `const rule = { code: other };`],
    ['a code that is not in PascalCase', `const response = { code: '404' };`],
    ['another property', `const rule = { name: 'Missed' };`],
    ['another parameter', `function f(name: string) {} f('Missed');`],
    ['a missing argument', `function f(at: string, code?: string) {} f('Missed');`],
    ['a comment', `// code: 'Missed'`],
  ])('are not found in %s', (_, text) => {
    expect(codesOf(text)).toEqual([]);
  });

  test('are read from the first cells of tables', () => {
    const markdown =
      '# Errors\n\n| Code | Cause |\n|---|---|\n| `Bad` | `Other` |\n| `Awful` | x |\n`Text`\n';
    expect(documentedCodes(markdown)).toEqual(['Awful', 'Bad']);
  });
});
