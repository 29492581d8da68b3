import { Construct } from 'constructs';
import {
  AssumptionError,
  AzureMlError,
  type Problem,
  shown,
  UnscopedValidationError,
  ValidationError,
} from '../../lib/core/errors';
import { plainStack } from './evaluate';

const TOO_SMALL: Problem = {
  code: 'TooSmall',
  property: 'maxNodes',
  must: 'be 1 or more',
  got: '0',
};
const UNKNOWN: Problem = {
  code: 'Unknown',
  property: 'zone',
  must: 'be known',
  got: '"x"',
  fix: 'use y',
};

describe('ValidationError', () => {
  test('says where, what, what was given and what to do on one line for one problem', () => {
    const scope = new Construct(plainStack(), 'Cpu');
    const error = new ValidationError([UNKNOWN], scope);
    expect(error.message).toBe('core/Cpu: zone must be known, got "x"; use y [Unknown]');
    expect(error).toMatchObject({
      name: 'ValidationError',
      code: 'Unknown',
      path: 'core/Cpu',
      problems: [UNKNOWN],
    });
  });

  test('lists several problems, under the code of the first', () => {
    const error = new UnscopedValidationError([TOO_SMALL, UNKNOWN]);
    expect(error.message).toBe(
      '2 problems\n  - maxNodes must be 1 or more, got 0 [TooSmall]\n  - zone must be known, got "x"; use y [Unknown]',
    );
    expect(error).toMatchObject({
      name: 'UnscopedValidationError',
      code: 'TooSmall',
      path: undefined,
    });
  });
});

describe('errors of this library', () => {
  test('are told apart from others, also when another copy of the package threw them', () => {
    const copy = { [Symbol.for('cdktf-azureml.error')]: 'ValidationError', problems: [] };
    expect(ValidationError.isValidationError(new UnscopedValidationError([UNKNOWN]))).toBe(true);
    expect(ValidationError.isValidationError(copy)).toBe(true);
    expect(ValidationError.isValidationError(new AssumptionError('it holds'))).toBe(false);
    expect(AzureMlError.isAzureMlError(new AssumptionError('it holds'))).toBe(true);
    for (const other of [
      new TypeError('x'),
      null,
      undefined,
      'ValidationError',
      { problems: [] },
    ]) {
      expect(AzureMlError.isAzureMlError(other)).toBe(false);
    }
  });

  test('ask for a report where the library itself is wrong', () => {
    expect(new AssumptionError('two is odd').message).toMatch(
      /^two is odd; .*report it \[AssumptionBroken\]$/,
    );
  });
});

describe('shown', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  test.each<[unknown, string]>([
    ['a "b"\n', '"a \\"b\\"\\n"'],
    [5, '5'],
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [1n, '1'],
    [Symbol('x'), 'Symbol(x)'],
    [(): void => undefined, 'a function'],
    [[1, 2], 'a list of 2'],
    [{ a: 1 }, '{"a":1}'],
    [cyclic, 'an object'],
    [plainStack(), 'a TerraformStack'],
    ['x'.repeat(100), `"${'x'.repeat(78)}…`],
  ])('prints %p on one short line', (value, text) => {
    expect(shown(value)).toBe(text);
  });
});
