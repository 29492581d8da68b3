import { withTexts } from '../../read/json-values';
import type { StackFiles } from './stack-files';

/** Names that stand for a known text in the arguments of an instance, such as `each.key`. */
export type KnownNames = Readonly<Record<string, string>>;

/**
 * Arguments with what is known at synthesis in the place of expressions: the names of an instance, comparisons
 * of them, and digests of files. Every other expression stays as it is.
 */
export function withKnown(value: unknown, names: KnownNames, files: StackFiles): unknown {
  return withTexts(value, (text) => (text.includes('${') ? knownText(text, names, files) : text));
}

const LITERAL = String.raw`"((?:[^"\\$%])*)"`;
const ALONE = /^\$\{([^{}]*)\}$/;
const CHOICE = new RegExp(`^${LITERAL} == ${LITERAL} \\? ([^?:]+) : ([^?:]+)$`);
const TEXT = new RegExp(`^${LITERAL}$`);
const DIGEST = new RegExp(`^file(md5|sha1|sha256|sha512)\\(${LITERAL}\\)$`);

function knownText(text: string, names: KnownNames, files: StackFiles): unknown {
  const plain = Object.entries(names).reduce(
    (rest, [name, known]) => rest.replaceAll(`\${${name}}`, () => known),
    text,
  );
  const alone = ALONE.exec(plain)?.[1];
  if (alone === undefined) return plain;
  const expression = Object.entries(names).reduce(
    (rest, [name, known]) => rest.replaceAll(name, () => JSON.stringify(known)),
    alone,
  );
  const known = valueOf(expression.trim(), files);
  return known === undefined ? plain : known;
}

/** What an expression comes to, `undefined` where that is not known here. */
function valueOf(expression: string, files: StackFiles): string | null | undefined {
  const choice = CHOICE.exec(expression);
  if (choice !== null) {
    const [, one, other, then = '', otherwise = ''] = choice;
    return valueOf((one === other ? then : otherwise).trim(), files);
  }
  if (expression === 'null') return null;
  const digest = DIGEST.exec(expression);
  return digest === null
    ? TEXT.exec(expression)?.[1]
    : files.digest(digest[1] ?? '', digest[2] ?? '');
}
