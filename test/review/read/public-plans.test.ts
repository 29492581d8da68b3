import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { AzureMlError } from '../../../lib/core/errors';
import { readPlans } from '../../../lib/review/read/read-plans';
import { ROOT } from '../../support/repository';

const FOLDER = join(ROOT, '..', 'shared', 'samples', 'plans');
const RUNS = Number(process.env['REVIEW_FUZZ_RUNS'] ?? '300');
const SECRET = 'kQ7vSecretOfNobody';

/** Reads all there is of the plans in an input: `false` where it is refused. */
function readAll(bytes: Buffer): string | false {
  try {
    return JSON.stringify(readPlans([{ name: 'plan.json', bytes }]));
  } catch (error) {
    if (AzureMlError.isAzureMlError(error)) return false;
    throw error;
  }
}

(existsSync(FOLDER) ? describe : describe.skip)('plans of other people (need samples)', () => {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];

  test('are read or refused, nothing else', () => {
    const refused = names.filter((name) => readAll(readFileSync(join(FOLDER, name))) === false);
    expect(names.length).toBeGreaterThan(100);
    expect(refused).toEqual(REFUSED);
  });

  test('are read or refused whatever is done to them', () => {
    const texts = names
      .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
      .filter((text) => text.length < 40_000);
    const mutation = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      put: fc.oneof(
        fc.string(),
        fc.constantFrom('', '{', ']', 'null', '"', '[[', '{"__proto__":true}', 'true', '\\u0000'),
      ),
    });
    fc.assert(
      fc.property(mutation, ({ text, at, length, put }) => {
        const start = Math.floor(at * text.length);
        readAll(Buffer.from(text.slice(0, start) + put + text.slice(start + length)));
      }),
      { numRuns: RUNS },
    );
  });
});

test('what is marked sensitive never gets out, whatever its form', () => {
  const withSecret = fc.oneof(
    fc.constant<unknown>(SECRET),
    fc.json().map((json) => JSON.stringify({ secret: SECRET, json })),
    fc.constant<unknown>({ [SECRET]: [SECRET] }),
    fc.constant<unknown>([[SECRET]]),
  );
  fc.assert(
    fc.property(withSecret, withSecret, fc.jsonValue(), (before, after, unknown) => {
      const change = {
        actions: ['update'],
        before: { x: before },
        after: { x: after },
        after_unknown: { x: unknown },
        before_sensitive: { x: true },
        after_sensitive: { x: true },
      };
      const plan = { format_version: '1.2', resource_changes: [{ address: 'a.b', change }] };
      const read = readAll(Buffer.from(JSON.stringify(plan)));
      expect(read).not.toBe(false);
      expect(read).not.toContain(SECRET);
    }),
    { numRuns: RUNS },
  );
});

/** States, and output of a wrapper around Terraform. */
const REFUSED: readonly string[] = [
  'infracost+infracost--testdata--plan_with_terraform_wrapper.json',
];
