import { isRecord, withTexts } from '../../read/json-values';

/** A place in the arguments of a resource that takes a value of another. */
export interface Reference {
  /** Where it is written. */
  readonly path: readonly string[];
  /** Address of the other, without the key of an instance. */
  readonly target: string;
  /** First attribute that is taken, empty for all of it. */
  readonly attribute: string;
}

const NAMED =
  /\b((?:data\.)?[a-z][a-z0-9]*_[a-z0-9_]+\.[A-Za-z_][\w-]*)(?:\[[^\]]*\])?(?:\.([A-Za-z_]\w*))?/g;

/** The references in a value; text that only looks like one, since its `$` is doubled, is none. */
export function referencesIn(value: unknown, path: readonly string[] = []): readonly Reference[] {
  if (typeof value === 'string') {
    return expressionsIn(value).flatMap((expression) =>
      [...expression.matchAll(NAMED)].map(([, target = '', attribute = '']) => ({
        path,
        target,
        attribute,
      })),
    );
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => referencesIn(item, [...path, String(index)]));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => referencesIn(one, [...path, key]));
}

function expressionsIn(text: string): readonly string[] {
  if (!text.includes('${')) return [];
  const found: string[] = [];
  for (const match of text.matchAll(/\$+\{/g)) {
    const dollars = match[0].length - 1;
    if (dollars % 2 === 0) continue;
    found.push(text.slice(match.index, endOfExpression(text, match.index + match[0].length)));
  }
  return found;
}

function endOfExpression(text: string, start: number): number {
  let depth = 1;
  let at = start;
  for (; at < text.length && depth > 0; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
  }
  return at;
}

/** Arguments as Terraform reads them: a doubled `$` or `%` before a brace stands for one. */
export function unescaped(value: unknown): unknown {
  return withTexts(value, (text) => text.replace(/([$%])\1\{/g, '$1{'));
}
