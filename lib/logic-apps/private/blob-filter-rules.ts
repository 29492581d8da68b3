import {
  type Finding,
  Is,
  isOutside,
  isUnresolved,
  type Rule,
  type Shape,
} from '../../core/validation';
import type { BlobFilterProps } from '../blob-filter';
import { Typed } from './prop-types';

export const BLOB_FILTER_SHAPE: Shape<BlobFilterProps> = {
  suffixes: Is.optional(Typed.listOf(Typed.string)),
  prefixes: Is.optional(Typed.listOf(Typed.string)),
  namePattern: Is.optional(Is.known(Typed.text)),
  minSizeBytes: Is.optional(Typed.integer),
  maxSizeBytes: Is.optional(Typed.integer),
};

export const BLOB_FILTER_RULES: readonly Rule<BlobFilterProps>[] = [
  {
    code: 'BlobFilterEmpty',
    check: (props) =>
      Object.values(BLOB_FILTER_KEYS).every((key) => props[key] === undefined)
        ? { property: 'props', must: 'say which blobs count', got: 'nothing' }
        : undefined,
  },
  {
    code: 'BlobFilterListInvalid',
    check: ({ suffixes, prefixes }) =>
      listFinding('suffixes', suffixes) ?? listFinding('prefixes', prefixes),
  },
  {
    code: 'BlobFilterPatternUnsupported',
    check: ({ namePattern }) =>
      namePattern !== undefined && !/^[^*?/]*(?:\*[^*?/]*){0,2}$/.test(namePattern)
        ? {
            property: 'namePattern',
            must: 'be a name with at most two "*", without "?" and "/"',
            got: namePattern,
            fix: 'the name is that of the blob without its folder; use suffixes and prefixes for more',
          }
        : undefined,
  },
  {
    code: 'BlobFilterSizeInvalid',
    check: ({ minSizeBytes, maxSizeBytes }) =>
      sizeFinding('minSizeBytes', minSizeBytes, 0) ??
      sizeFinding('maxSizeBytes', maxSizeBytes, minSizeBytes ?? 0),
  },
];

const BLOB_FILTER_KEYS = [
  'suffixes',
  'prefixes',
  'namePattern',
  'minSizeBytes',
  'maxSizeBytes',
] as const;

function listFinding(property: string, texts: readonly string[] | undefined): Finding | undefined {
  const wrong = texts?.find((text) => !isUnresolved(text) && (text === '' || text.includes('/')));
  return texts === undefined || (texts.length > 0 && wrong === undefined)
    ? undefined
    : {
        property,
        must: 'hold texts without "/" that are not empty, at least one',
        got: wrong ?? texts,
      };
}

function sizeFinding(
  property: string,
  size: number | undefined,
  least: number,
): Finding | undefined {
  return isOutside(size, least, Number.MAX_SAFE_INTEGER)
    ? { property, must: `be at least ${least > 0 ? 'minSizeBytes' : '0'}`, got: size }
    : undefined;
}
