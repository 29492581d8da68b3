import type { Problems } from './problems';
import { ExpressionFault } from '../expression/expression-fault';
import { isMap, sortedKeys, type Value, valueOf } from '../expression/values';
import { addressOf, type Block, type Instance } from '../program/block';
import type { ValuePlanner } from './value-planner';

const ONE: readonly Instance[] = [{ key: undefined, value: undefined }];

/** The instances of a block: one, or one for each of `for_each` or `count`. */
export function instancesOf(
  block: Block,
  values: ValuePlanner,
  problems: Problems,
): readonly Instance[] {
  const { for_each: each, count } = block.attributes;
  if (block.mode === 'provider') return ONE;
  if (each !== undefined && each !== null) {
    const place = `${addressOf(block)}.for_each`;
    const known = values.known(each, place);
    return (
      problems.during(place, each, () => (known === undefined ? [] : forEach(valueOf(known)))) ?? []
    );
  }
  if (count === undefined || count === null) return ONE;
  const place = `${addressOf(block)}.count`;
  const known = values.known(count, place);
  return problems.during(place, count, () => (known === undefined ? [] : counted(known))) ?? [];
}

function forEach(value: Value): readonly Instance[] {
  if (isMap(value)) return sortedKeys(value).map((key) => ({ key, value: value[key] }));
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return [...new Set(value)].sort().map((key) => ({ key, value: key }));
  }
  throw new ExpressionFault('be a map, or a set of text');
}

function counted(value: unknown): readonly Instance[] {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 0) throw new ExpressionFault('be a whole number from 0');
  return Array.from({ length: count }, (_, key) => ({ key, value: undefined }));
}
