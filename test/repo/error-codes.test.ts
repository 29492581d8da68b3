import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentedCodes, errorCodesIn } from '../support/error-codes';
import { librarySources, ROOT } from '../support/repository';

describe('docs/errors.md', () => {
  const codes = errorCodesIn(
    librarySources().map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  );
  const documented = documentedCodes(readFileSync(join(ROOT, 'docs', 'errors.md'), 'utf8'));

  test('explains every code of the library', () => {
    expect(codes.filter((code) => !documented.includes(code))).toEqual([]);
  });

  test('explains no code that the library does not have', () => {
    expect(documented.filter((code) => !codes.includes(code))).toEqual([]);
  });

  test('explains each code once', () => {
    expect(documented).toEqual([...new Set(documented)]);
  });

  test('is compared with codes that are there', () => {
    expect(codes).toEqual(
      expect.arrayContaining(['AssumptionBroken', 'PropertyMissing', 'TemplateMismatch']),
    );
  });
});
