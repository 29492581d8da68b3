import { sameValue } from '../wire/compare';
import { isList, isObject, isUnknown, UNKNOWN, type ObjectValue, type Value } from '../wire/value';
import {
  attributeType,
  blockType,
  type AttributeSchema,
  type BlockSchema,
  type NestedBlockSchema,
} from './provider-schema';

/**
 * A planned state with unknown for everything that the provider will compute anew.
 *
 * That is what is computed, not configured and has no value yet, in a resource or block that is
 * not there yet; in one that is, what was computed to nothing stays nothing.
 */
export function withUnknowns(
  planned: ObjectValue,
  prior: ObjectValue | null,
  block: BlockSchema,
): ObjectValue {
  return mapBlock(planned, prior, block, ({ attribute, value, isNew }) =>
    isNew && attribute.computed === true && value === null ? UNKNOWN : value,
  );
}

/** Fills in what is still unknown; paths have no indices. */
export function withoutUnknowns(
  planned: ObjectValue,
  block: BlockSchema,
  compute: (path: string, attribute: AttributeSchema, block: ObjectValue) => Value,
): ObjectValue {
  return mapBlock(planned, null, block, ({ path, attribute, value, container }) =>
    isUnknown(value) ? compute(path, attribute, container) : value,
  );
}

/** A state with null for every attribute that Terraform must not store. */
export function withoutWriteOnly(state: ObjectValue, block: BlockSchema): ObjectValue {
  return mapBlock(state, null, block, ({ attribute, value }) =>
    attribute.write_only === true ? null : value,
  );
}

/** One attribute of a resource or of a block in it. */
interface Visit {
  readonly path: string;
  readonly attribute: AttributeSchema;
  readonly value: Value;
  /** The resource or block that the attribute stands in. */
  readonly container: ObjectValue;
  /** Whether the resource or block was not there before. */
  readonly isNew: boolean;
}

type Replace = (visit: Visit) => Value;

function mapBlock(
  value: ObjectValue,
  prior: ObjectValue | null,
  block: BlockSchema,
  replace: Replace,
  above = '',
): ObjectValue {
  const attributes = Object.entries(block.attributes ?? {}).map(([name, attribute]) => {
    const visit = { path: above + name, attribute, value: value[name] ?? null };
    return [name, replace({ ...visit, container: value, isNew: prior === null })] as const;
  });
  const blocks = Object.entries(block.block_types ?? {}).map(([name, nested]) => {
    const mapped = mapNested(
      value[name] ?? null,
      prior?.[name] ?? null,
      nested,
      replace,
      `${above}${name}.`,
    );
    return [name, mapped] as const;
  });
  return Object.fromEntries([...attributes, ...blocks]);
}

function mapNested(
  value: Value,
  prior: Value,
  nested: NestedBlockSchema,
  replace: Replace,
  above: string,
): Value {
  if (isObject(value)) {
    return mapBlock(value, isObject(prior) ? prior : null, nested.block, replace, above);
  }
  if (!isList(value)) return value;
  return value.map((item, index) =>
    isObject(item)
      ? mapBlock(item, itemBefore(item, index, prior, nested), nested.block, replace, above)
      : item,
  );
}

/** The same item before: by index in lists, by equality in sets. */
function itemBefore(
  item: ObjectValue,
  index: number,
  prior: Value,
  { nesting_mode, block }: NestedBlockSchema,
): ObjectValue | null {
  if (!isList(prior)) return null;
  const before =
    nesting_mode === 'set'
      ? prior.find((candidate) => sameValue(candidate, item, blockType(block)))
      : prior[index];
  return isObject(before) ? before : null;
}

/** The value of an attribute that a provider leaves empty, in the manner of the old plugin SDK. */
export function zeroValue(attribute: AttributeSchema): Value {
  const type = attributeType(attribute);
  if (type === 'string') return '';
  if (type === 'number') return 0;
  if (type === 'bool') return false;
  if (type === 'dynamic') return null;
  const [kind] = type;
  if (kind === 'map') return {};
  return kind === 'object' ? null : [];
}
