import { errorDiagnostic, type ValuePath } from '../protocol/diagnostics';
import type { DiagnosticMessage } from '../protocol/messages';
import { isList, isObject, type Value } from '../wire/value';
import type { AttributeSchema, AttributeSchemas, BlockSchema } from './provider-schema';

/**
 * What Terraform leaves to providers of the checks that a schema implies.
 *
 * A required argument may be null by expression, and what only the provider sets may be given.
 */
export function validateAgainstSchema(
  config: Value,
  block: BlockSchema,
  path: ValuePath = [],
): readonly DiagnosticMessage[] {
  if (isList(config)) {
    return config.flatMap((item, index) => validateAgainstSchema(item, block, [...path, index]));
  }
  if (!isObject(config)) return [];
  return [
    ...attributeProblems(config, block.attributes ?? {}, path),
    ...Object.entries(block.block_types ?? {}).flatMap(([name, nested]) =>
      validateAgainstSchema(config[name] ?? null, nested.block, [...path, name]),
    ),
  ];
}

function attributeProblems(
  config: Value,
  attributes: AttributeSchemas,
  path: ValuePath,
): readonly DiagnosticMessage[] {
  if (isList(config)) {
    return config.flatMap((item, index) => attributeProblems(item, attributes, [...path, index]));
  }
  if (!isObject(config)) return [];
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = config[name] ?? null;
    const here = [...path, name];
    const problem = problemOf(name, attribute, value);
    const nested = attribute.nested_type?.attributes;
    return [
      ...(problem === undefined ? [] : [errorDiagnostic(problem[0], problem[1], here)]),
      ...(nested === undefined ? [] : attributeProblems(value, nested, here)),
    ];
  });
}

function problemOf(
  name: string,
  { required, optional }: AttributeSchema,
  value: Value,
): readonly [summary: string, detail: string] | undefined {
  if (required === true && value === null) {
    return [
      'Missing required argument',
      `The argument "${name}" is required, but no definition was found.`,
    ];
  }
  if (required !== true && optional !== true && value !== null) {
    return [
      'Value for unconfigurable attribute',
      `Can't configure a value for "${name}": its value will be decided automatically based on the result of applying this configuration.`,
    ];
  }
  return undefined;
}
