import { statSync, writeFileSync } from 'node:fs';
import { AzureMlError } from '../core/errors';
import { ConstructPaths } from '../review/read/construct-paths';
import { inputFiles, readInput } from '../review/read/input-files';
import { readPlans } from '../review/read/read-plans';
import { readSynth, readSynthFolder } from '../review/read/synth-folder';
import type { ReviewInput } from '../review/model';
import { renderHtml, renderJson, renderMarkdown, renderSarif, renderText } from '../review/render';
import { Review } from '../review/review';
import { VerdictLevel } from '../review/verdict';
import type { Command, Output } from './command';
import { readPrices } from './price-file';
import { drawingOf, pageDrawingOf } from './review-drawing';
import { FORMATS, reviewRequest, type ReviewRequest } from './review-request';

const BAD_INPUT = 2;

const CODES: Readonly<Record<VerdictLevel, number>> = {
  [VerdictLevel.NOTHING]: 0,
  [VerdictLevel.CHANGES]: 10,
  [VerdictLevel.DANGEROUS]: 11,
};

/** Reading less than this takes no time that people notice, in bytes. */
const LONG_INPUT = 5_000_000;

/** `review`: what plans, or two synthesized versions of stacks, mean. */
export const REVIEW: Command = {
  summary: 'say what a change means, from plans or from synthesized stacks',
  usage: 'review [FILES…] [--base DIR --head DIR] [options]',
  options: [
    'FILES          plans as `terraform show -json` writes them, patterns, or - for standard input',
    '--base DIR     synthesized stacks before the change, in place of plans',
    '--head DIR     synthesized stacks after the change',
    '--synth DIR    synthesized stacks of the plans, for paths of constructs and prevent_destroy',
    `--format NAME  ${FORMATS.join(', ')}; by default text`,
    '--out FILE     write to this file',
    '--limit N      most characters of Markdown, by default 65536',
    '--prices FILE  JSON of a currency and of prices for an hour by VM size',
    '--exit-code    exit with 0 for nothing, 10 for changes, 11 for dangerous changes',
  ],
  run: async (args, output) => {
    try {
      return await review(reviewRequest(args), output);
    } catch (error) {
      if (!AzureMlError.isAzureMlError(error)) throw error;
      output.note(error.message);
      return BAD_INPUT;
    }
  },
};

async function review(request: ReviewRequest, output: Output): Promise<number> {
  const { prices, out, tellsByCode } = request;
  const made = Review.of(
    inputOf(request, output),
    prices === undefined ? {} : { prices: readPrices(prices) },
  );
  const text = await rendered(made, request);
  if (out === undefined) output.out(text.replace(/\n$/, ''));
  else writeFileSync(out, text.endsWith('\n') ? text : `${text}\n`);
  return tellsByCode ? CODES[made.verdict.level] : 0;
}

function inputOf({ files, folders, synth }: ReviewRequest, output: Output): ReviewInput {
  if (folders !== undefined) return readSynth(folders.base, folders.head);
  const names = inputFiles(files);
  const paths =
    synth === undefined
      ? []
      : [...readSynthFolder(synth).values()].map((document) => ConstructPaths.in(document));
  const inputs = names.map((name) => {
    if (isLong(name)) output.note(`reading ${name}`);
    return readInput(name);
  });
  return readPlans(inputs, paths);
}

function isLong(name: string): boolean {
  return process.stderr.isTTY && name !== '-' && statSync(name).size > LONG_INPUT;
}

async function rendered(made: Review, request: ReviewRequest): Promise<string> {
  switch (request.format) {
    case 'markdown':
      return markdownOf(made, request);
    case 'text':
      return renderText(made, { color: request.out === undefined && process.stdout.isTTY });
    case 'json':
      return renderJson(made);
    case 'sarif':
      return renderSarif(made);
    case 'html': {
      const topology = await pageDrawingOf(made, request);
      return renderHtml(made, topology === undefined ? {} : { topology });
    }
  }
}

function markdownOf(made: Review, request: ReviewRequest): string {
  const mermaid = drawingOf(made, request)?.toMermaid();
  return renderMarkdown(made, {
    ...(request.limit === undefined ? {} : { limit: request.limit }),
    ...(mermaid === undefined ? {} : { mermaid }),
  });
}
