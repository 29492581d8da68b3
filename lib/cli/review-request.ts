import { UnscopedValidationError } from '../core/errors';
import { choices, nearestFix } from '../core/nearest';
import { problem } from '../core/validation';
import { argumentsIn } from './arguments';

const OPTIONS = {
  base: { type: 'string' },
  head: { type: 'string' },
  synth: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  limit: { type: 'string' },
  prices: { type: 'string' },
  'exit-code': { type: 'boolean', default: false },
} as const;

/** Everything that a review can be written as. */
export const FORMATS = ['markdown', 'text', 'json', 'sarif', 'html'] as const;

/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

/** What a review was asked for. */
export interface ReviewRequest {
  readonly files: readonly string[];
  /** Folders of synthesized stacks, in place of files. */
  readonly folders?: { readonly base: string; readonly head: string };
  readonly synth?: string;
  readonly format: Format;
  readonly out?: string;
  /** Most characters of Markdown. */
  readonly limit?: number;
  readonly prices?: string;
  /** Whether the exit code tells what was found. */
  readonly tellsByCode: boolean;
}

/**
 * What the arguments ask for.
 *
 * @throws UnscopedValidationError CommandArgumentsInvalid, ReviewInputMissing, ReviewInputAmbiguous, ReviewFormatUnknown,
 *   ReviewLimitInvalid
 */
export function reviewRequest(args: readonly string[]): ReviewRequest {
  const { values, positionals: files } = argumentsIn(args, OPTIONS);
  const { base, head, synth, out, prices } = values;
  if ((base === undefined) !== (head === undefined)) {
    refuse('ReviewInputMissing', 'base and head', 'be given together', [base, head].join(' '));
  }
  const folders = base === undefined || head === undefined ? undefined : { base, head };
  if (folders === undefined && files.length === 0) {
    refuse('ReviewInputMissing', 'input', 'be files of plans, - or --base and --head', 'nothing');
  }
  if (folders !== undefined && files.length > 0) {
    refuse('ReviewInputAmbiguous', 'input', 'be plans or folders, not both', files.join(' '));
  }
  return {
    files,
    format: formatIn(values.format),
    tellsByCode: values['exit-code'],
    folders,
    synth,
    out,
    prices,
    limit: limitIn(values.limit),
  };
}

function formatIn(given: string | undefined): Format {
  if (given === undefined) return 'text';
  const format = FORMATS.find((one) => one === given);
  if (format !== undefined) return format;
  throw new UnscopedValidationError([
    problem('ReviewFormatUnknown', {
      property: 'format',
      must: `be one of ${choices(FORMATS)}`,
      got: given,
      ...nearestFix(given, FORMATS),
    }),
  ]);
}

const LEAST_LIMIT = 2_000;

function limitIn(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const limit = Number(given);
  if (Number.isSafeInteger(limit) && limit >= LEAST_LIMIT) return limit;
  return refuse(
    'ReviewLimitInvalid',
    'limit',
    `be a whole number from ${String(LEAST_LIMIT)} on`,
    given,
  );
}

function refuse(code: string, property: string, must: string, got: string): never {
  throw new UnscopedValidationError([problem(code, { property, must, got })]);
}
