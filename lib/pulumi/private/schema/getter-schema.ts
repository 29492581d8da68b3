import { ComplexList, ComplexObject } from 'cdktf';
import { camelCase } from '../names/camel-case';
import { memberOf, PLAIN, type Schema, type Shape } from './schema';

/**
 * A schema of the attributes that a binding can be asked for: what Terraform computes has no value in the
 * program, but the binding has a getter, and what it returns says what the attribute is.
 */
export function getterSchema(binding: object): Schema {
  return {
    member: (name) => memberOf(name, shapeOf(binding, name), (other) => hasGetter(binding, other)),
  };
}

/** Whether a binding has an attribute. */
export function hasGetter(binding: object, name: string): boolean {
  return camelCase(name) in binding;
}

/** Asking a binding makes a token, which is dear, and all bindings of a class say the same. */
const SHAPES = new WeakMap<object, Map<string, Shape | undefined>>();

function shapeOf(binding: object, name: string): Shape | undefined {
  const shapes = SHAPES.get(binding.constructor) ?? new Map<string, Shape | undefined>();
  if (!shapes.has(name)) {
    shapes.set(name, shapeAsked(binding, name));
    SHAPES.set(binding.constructor, shapes);
  }
  return shapes.get(name);
}

function shapeAsked(binding: object, name: string): Shape | undefined {
  if (!hasGetter(binding, name)) return undefined;
  const value: unknown = (binding as { readonly [name: string]: unknown })[camelCase(name)];
  if (value instanceof ComplexList) return { kind: 'list', of: getterSchema(itemOf(value)) };
  if (value instanceof ComplexObject) {
    return { kind: 'object', of: getterSchema(value), isList: true };
  }
  return Array.isArray(value) ? { kind: 'list' } : PLAIN;
}

/** Bindings give the items of their lists by a method of their own. */
function itemOf(list: ComplexList): object {
  const { get } = list as ComplexList & { readonly get?: (index: number) => object };
  return get?.call(list, 0) ?? {};
}
