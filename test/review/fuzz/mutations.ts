import { HOSTILE } from '../render/hostile';
import type { Random } from './random';

type Holder = Record<string, unknown> | unknown[];

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

const WORDS: readonly string[] = [
  ...HOSTILE,
  'null',
  'NaN',
  '1e999',
  'true',
  'constructor',
  'toString',
  '\u202e\u2066\u200f\u200bright to left',
  '\ud800 half a pair',
  '\r\n\u0085\u2028\u2029\u0007\u009b31m',
  '%{if true}${x}%{endif}',
  '<style>*{display:none}</style><iframe srcdoc="x">',
  '&#x3c;script&#x3e;',
  '\n\n<details open><summary>x',
  '~~~\n```\n<!-- -->\n---\n===',
  '[x]: https://example.org "t"\n\n[x]',
  '\\`\\[\\]\\(\\)',
  '{"activities":[{"name":"a"},{"name":"a"},null,1]}',
  '[[[[{"a":[]}]]]]',
  '{"a":',
];

/** Anything at all that JSON can hold. */
export function anyValue(random: Random): unknown {
  switch (random.below(16)) {
    case 0:
      return null;
    case 1:
      return random.oneIn(2);
    case 2:
      return random.of([0, -1, 1e308, 0.1, 2 ** 53]);
    case 3:
      return [];
    case 4:
      return {};
    case 5:
      return [null, anyValue(random)];
    case 6:
      return { [random.of(WORDS)]: anyValue(random), name: anyValue(random) };
    case 7:
      return nested(random);
    case 8:
      return random.of(WORDS).repeat(1 + random.below(random.oneIn(20) ? 3000 : 20));
    case 9:
      return JSON.parse(`{"__proto__":{"polluted":true},"constructor":1}`) as unknown;
    case 10:
      return JSON.stringify(anyValue(random));
    default:
      return random.of(WORDS);
  }
}

function nested(random: Random): unknown {
  const isList = random.oneIn(2);
  let value: unknown = random.of(WORDS);
  for (let depth = random.oneIn(10) ? 400 : 30; depth > 0; depth -= 1) {
    value = isList ? [value] : { name: value };
  }
  return value;
}

/** Changes something somewhere in a value. */
export function mutate(root: Holder, random: Random): void {
  let holder = root;
  for (;;) {
    const keys = Object.keys(holder);
    if (keys.length === 0) return;
    const key = random.of(keys);
    const value: unknown = Reflect.get(holder, key);
    if (isHolder(value) && Object.keys(value).length > 0 && !random.oneIn(4)) {
      holder = value;
      continue;
    }
    alter(holder, key, random);
    return;
  }
}

function alter(holder: Holder, key: string, random: Random): void {
  const value: unknown = Reflect.get(holder, key);
  switch (random.below(7)) {
    case 0:
      Reflect.deleteProperty(holder, key);
      return;
    case 1:
      put(holder, random.of(WORDS), value);
      Reflect.deleteProperty(holder, key);
      return;
    case 2:
      put(holder, key, [value, value]);
      return;
    case 3:
      put(holder, key, JSON.stringify(value));
      return;
    case 4:
      put(
        holder,
        key,
        `${typeof value === 'string' ? value : JSON.stringify(value)}${random.of(WORDS)}`,
      );
      return;
    default:
      put(holder, key, anyValue(random));
  }
}

/** A list has no names in JSON: what is to get one goes to its end. */
function put(holder: Holder, key: string, value: unknown): void {
  if (Array.isArray(holder) && !Object.hasOwn(holder, key)) {
    holder.push(value);
    return;
  }
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/** Changes bytes of a text, as a broken pipe or a wrapper would. */
export function mutateText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const length = random.below(40);
  const inserted = random.of(['', '{', ']', 'null', '"', '[[', ',', '\\', '\u0000', ...WORDS]);
  return text.slice(0, at) + inserted + text.slice(at + length);
}
