import type { Random } from './random';

/** What no output may hold, of a length whose base64 has no end that depends on what follows. */
export const SECRET = 'kQ7v-SecretOfNobody-Zz9xw';

/** The same as it stands in base64, wherever it begins. */
const ENCODED = [0, 1, 2].map((shift) =>
  Buffer.from('x'.repeat(shift) + SECRET)
    .toString('base64')
    .slice(4, 28),
);

/** Whether a text holds the secret, plain or encoded. */
export function holdsSecret(text: string): boolean {
  return text.includes(SECRET) || ENCODED.some((one) => text.includes(one));
}

/** A value with the secret somewhere in it. */
export function secretValue(random: Random, depth = 0): unknown {
  const inner = () => (depth > 3 ? SECRET : secretValue(random, depth + 1));
  switch (random.below(9)) {
    case 0:
      return { [SECRET]: inner() };
    case 1:
      return [inner(), 'open'];
    case 2:
      return { name: 'open', list: [{ value: inner() }] };
    case 3:
      return JSON.stringify({ a: inner(), b: [1] });
    case 4:
      return Buffer.from(`${'x'.repeat(random.below(3))}${SECRET}!`).toString('base64');
    case 5:
      return `https://example.org/?sig=${SECRET}&x=1`;
    default:
      return SECRET;
  }
}

/** A mark that says of a value that it is sensitive; of a form that need not fit. */
function markFor(random: Random): unknown {
  return random.oneIn(4) ? random.of<unknown>([[true], { a: true }, { a: [{ b: true }] }]) : true;
}

interface States {
  [key: string]: unknown;
}

function isStates(value: unknown): value is States {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts the secret somewhere into the states of a change, marked as sensitive there or above. */
export function plantSecret(change: unknown, random: Random): void {
  if (!isStates(change)) return;
  for (const side of random.of([['before'], ['after'], ['before', 'after']])) {
    const state = change[side];
    const marks = `${side}_sensitive`;
    if (!isStates(state)) {
      change[side] = secretValue(random);
      change[marks] = true;
      continue;
    }
    const known = change[marks];
    const given: States = isStates(known) ? known : {};
    if (known === true) continue;
    change[marks] = given;
    plantWithin(state, given, random);
  }
}

function plantWithin(state: States, marks: States, random: Random): void {
  const keys = Object.keys(state).filter((key) => key !== '__proto__');
  const key =
    keys.length === 0 || random.oneIn(3) ? `secret${String(random.below(3))}` : random.of(keys);
  const [value, mark] = [state[key], marks[key]];
  if (mark === true) return;
  if (isStates(value) && (mark === undefined || isStates(mark)) && !random.oneIn(3)) {
    const inner: States = isStates(mark) ? mark : {};
    marks[key] = inner;
    plantWithin(value, inner, random);
    return;
  }
  const planted = secretValue(random);
  state[key] = planted;
  marks[key] = typeof planted === 'string' ? markFor(random) : true;
}
