import { parseTemplate } from '../expression/parse-template';
import type { Expression } from '../expression/syntax';
import { isObject } from '../program/document';

/** A JSON value as an expression; its texts, keys too, are templates. */
export function expressionOf(value: unknown): Expression {
  if (typeof value === 'string') return parseTemplate(value);
  if (Array.isArray(value)) return { kind: 'list', items: value.map(expressionOf) };
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([key, member]) => [parseTemplate(key), expressionOf(member)] as const,
    );
    return { kind: 'object', members };
  }
  const isPrimitive = typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'literal', value: isPrimitive ? value : null };
}
