import { readFileSync } from 'node:fs';
import { UnscopedValidationError } from '../core/errors';
import { problem } from '../core/validation';
import { isRecord, memberOf, textOf } from '../review/read/json-values';

/** Prices of nodes, as a file of the user has them. */
interface Prices {
  readonly currency: string;
  readonly hourly: Readonly<Record<string, number>>;
}

/**
 * Prices from a file: `{ "currency": "EUR", "hourly": { "Standard_DS3_v2": 0.27 } }`.
 *
 * @throws UnscopedValidationError PriceFileInvalid
 */
export function readPrices(file: string): Prices {
  const content = contentOf(file);
  const currency = textOf(memberOf(content, 'currency'));
  const hourly = memberOf(content, 'hourly');
  if (currency === undefined || !isRecord(hourly)) return refuse(file, content);
  const prices = Object.entries(hourly).map(([size, price]) =>
    typeof price === 'number' && price >= 0 ? ([size, price] as const) : refuse(file, price),
  );
  return { currency, hourly: Object.fromEntries(prices) };
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    return refuse(file, error instanceof Error ? error.message : String(error));
  }
}

function refuse(property: string, got: unknown): never {
  throw new UnscopedValidationError([
    problem('PriceFileInvalid', {
      property,
      must: 'be JSON of a currency, and of prices for an hour by VM size',
      got,
      fix: 'write { "currency": "EUR", "hourly": { "Standard_DS3_v2": 0.27 } }',
    }),
  ]);
}
