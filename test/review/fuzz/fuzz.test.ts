import type { Review } from '../../../lib/review/review';
import { type FuzzMaterial, problemsOfCase } from './fuzzed-case';
import { RENDERERS, type Renderers } from './output-problems';
import { realPlans } from './real-plans';
import { SECRET } from './secrets';

const RUNS = Number(process.env['REVIEW_FUZZ_RUNS'] ?? '300');

/** Another one in each run; `FUZZ_SEED` repeats one. */
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000);

jest.setTimeout(60_000 + RUNS * 200);

let material: FuzzMaterial;

beforeAll(async () => {
  material = await realPlans();
});

/** Problems of the first cases that have some, each with the seed that makes it again. */
function problemsIn(
  runs: number,
  renderers: Renderers,
  most: number,
  seed = SEED,
): readonly string[] {
  const found: string[] = [];
  for (let run = 0; run < runs && found.length < most; run += 1) {
    const problems = problemsOfCase(seed + run, material, renderers);
    found.push(...problems.map((problem) => `FUZZ_SEED=${String(seed + run)}: ${problem}`));
  }
  return found;
}

test(`plans are read, told and refused without harm, whatever is done to them (${String(RUNS)} cases from seed ${String(SEED)})`, () => {
  process.stdout.write(`fuzzed plans: ${String(RUNS)} cases from FUZZ_SEED=${String(SEED)}\n`);
  expect(problemsIn(RUNS, RENDERERS, 10)).toEqual([]);
});

const labels = ({ changes }: Review) =>
  changes.map(({ label, address, type }) => `${label} ${address} ${type}`).join('\n');
const secretly = ({ changes }: Review) => (changes.length > 0 ? SECRET : '');

/** Each is wrong in one way, and what is said of that. */
const BROKEN: Readonly<Record<string, readonly [Partial<Renderers>, RegExp]>> = {
  'that crashes': [{ text: () => missing() }, /: crashes: TypeError/],
  'that tells a secret': [
    { text: (review) => RENDERERS.text(review) + secretly(review) },
    /: text: holds the secret/,
  ],
  'that tells a secret in base64': [
    {
      json: (review) => RENDERERS.json(review).replace('"stacks": [', `"stacks": ["${encoded()}",`),
    },
    /: json: holds the secret/,
  ],
  'of Markdown that takes names as they are': [
    { markdown: (review) => `# x\n\n${labels(review)}` },
    /: markdown: (?!holds the secret)/,
  ],
  'of Markdown that never ends its folds': [
    { markdown: (review) => RENDERERS.markdown(review).replace('</details>', '') },
    /: markdown: \d+ opened/,
  ],
  'of text that takes names as they are': [{ text: labels }, /: text: steers the terminal/],
  'of JSON that forgets a member': [
    { json: (review) => RENDERERS.json(review).replace('"verdict"', '"veredict"') },
    /: json: .*veredict/,
  ],
  'of SARIF that has other levels': [
    { sarif: (review) => RENDERERS.sarif(review).replace('"level": "', '"level": "very ') },
    /: sarif: .*enum/,
  ],
  'of pages that take names as they are': [
    {
      html: (review) => RENDERERS.html(review).replace('</main>', () => `${labels(review)}</main>`),
    },
    /: html: (?!holds the secret)/,
  ],
  'of pages that take names as attributes': [
    {
      html: (review) =>
        RENDERERS.html(review).replace('<main', () => `<main data-x="${labels(review)}"`),
    },
    /: html: /,
  ],
};

test.each(Object.entries(BROKEN))('a renderer %s is found out', (_, [broken, said]) => {
  // Always the same cases: what is broken must be found, and nothing else first.
  const problems = problemsIn(2_000, { ...RENDERERS, ...broken }, 1, 1);
  expect(problems.join('\n')).toMatch(said);
});

function encoded(): string {
  return Buffer.from(`a${SECRET}!`).toString('base64');
}

function missing(): never {
  throw new TypeError('undefined is not an object');
}
