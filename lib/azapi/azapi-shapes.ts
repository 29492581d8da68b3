import { Tokenization } from 'cdktf';
import { Construct } from 'constructs';
import { Is, type PropertyType, type Shape, validateProps } from '../core/validation';
import type { AzapiBodyConfig } from './azapi-types';

/** What is looked into here of the arguments that every azapi resource with a body takes. */
type Body = Pick<
  AzapiBodyConfig,
  'type' | 'body' | 'sensitiveBody' | 'retry' | 'timeouts' | 'locks'
>;

/** Iterators give their values as objects that resolve to text. */
const TEXT: PropertyType = {
  name: Is.text.name,
  accepts: (value) => Is.text.accepts(value) || Tokenization.isResolvable(value),
};

const OBJECT: PropertyType = {
  name: 'an object, or a token of one',
  accepts: (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !Construct.isConstruct(value),
};

const RETRY: PropertyType = {
  name: 'an AzapiRetry',
  accepts: (value) =>
    Is.object.accepts(value) &&
    Is.list(Is.string).accepts(
      (value as { readonly errorMessageRegex?: unknown }).errorMessageRegex,
    ),
};

const BODY: Shape<Body> = {
  type: TEXT,
  body: Is.optional(OBJECT),
  sensitiveBody: Is.optional(OBJECT),
  retry: Is.optional(RETRY),
  timeouts: Is.optional(Is.map(Is.string)),
  locks: Is.optional(Is.list(Is.string)),
};

export const RESOURCE_SHAPE: Shape<
  Body & { readonly name: string; readonly parentId: string; readonly identity?: object }
> = {
  ...BODY,
  name: TEXT,
  parentId: TEXT,
  identity: Is.optional(Is.having('an AzapiIdentity', 'type')),
};

export const REFERENCE_SHAPE: Shape<Body & { readonly resourceId: string }> = {
  ...BODY,
  resourceId: TEXT,
};

/**
 * A configuration, once it is found to be one; asked before the resource joins the tree.
 *
 * @throws ValidationError PropertiesMissing, PropertyMissing, PropertyTypeInvalid, at the parent
 */
export function checked<C, S>(scope: Construct, config: C, shape: Shape<S>): C {
  const given: unknown = config;
  validateProps(scope, given, shape);
  return config;
}
