import type { BlobFilterProps } from '../blob-filter';
import { WorkflowExpression as Expression } from '../workflow-expression';

/** What a filter asks of the blob that a poll found, in the order of its props. */
export function blobConditions(props: BlobFilterProps): readonly Expression[] {
  const { suffixes, prefixes, namePattern, minSizeBytes, maxSizeBytes } = props;
  const name = Expression.triggerBody('Name');
  const size = Expression.triggerBody('Size');
  return [
    ...(suffixes === undefined ? [] : [anyOf(suffixes, (text) => name.endsWith(text))]),
    ...(prefixes === undefined ? [] : [anyOf(prefixes, (text) => name.startsWith(text))]),
    ...(namePattern === undefined ? [] : [matches(name, namePattern)]),
    ...(minSizeBytes === undefined ? [] : [size.greaterOrEquals(Expression.number(minSizeBytes))]),
    ...(maxSizeBytes === undefined ? [] : [size.lessOrEquals(Expression.number(maxSizeBytes))]),
  ];
}

function anyOf(texts: readonly string[], check: (text: Expression) => Expression): Expression {
  return Expression.or(texts.map((text) => check(Expression.text(text))));
}

/** Begin, end and what is between, which `slice` gives without an error where the name is too short. */
function matches(name: Expression, pattern: string): Expression {
  const [begin = '', ...others] = pattern.split('*');
  const end = others.at(-1);
  if (end === undefined) {
    return Expression.call('toLower', [name]).equalTo(Expression.text(begin.toLowerCase()));
  }
  const length = Expression.call('length', [name]);
  const middle = others.length === 2 ? (others[0] ?? '') : '';
  const between = Expression.call('slice', [
    Expression.call('toLower', [name]),
    Expression.number(begin.length),
    Expression.call('sub', [length, Expression.number(end.length)]),
  ]);
  return Expression.and([
    length.greaterOrEquals(Expression.number(begin.length + middle.length + end.length)),
    ...(begin === '' ? [] : [name.startsWith(Expression.text(begin))]),
    ...(end === '' ? [] : [name.endsWith(Expression.text(end))]),
    ...(middle === '' ? [] : [between.contains(Expression.text(middle.toLowerCase()))]),
  ]);
}
