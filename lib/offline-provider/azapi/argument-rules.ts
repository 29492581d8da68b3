import { parseArmId } from '../azure/arm-id';
import { errorDiagnostic } from '../protocol/diagnostics';
import type { DiagnosticMessage } from '../protocol/messages';
import {
  DynamicValue,
  isList,
  isObject,
  textOf,
  type ObjectValue,
  type Value,
} from '../wire/value';

/** Arguments that take one of a few values. */
const ALLOWED: { readonly [argument: string]: readonly string[] } = {
  method: ['POST', 'PATCH', 'PUT', 'DELETE', 'GET', 'HEAD'],
  when: ['apply', 'destroy'],
};

const IDENTITY_TYPES = ['SystemAssigned, UserAssigned', 'UserAssigned', 'SystemAssigned', 'None'];

/** What azapi checks of single arguments, alike in all its resources; unknown values are fine. */
export function validateArguments(config: ObjectValue): readonly DiagnosticMessage[] {
  return [
    ...typeProblems(config['type']),
    ...['parent_id', 'resource_id'].flatMap((name) => idProblems(name, config[name])),
    ...bodyProblems(config['body']),
    ...Object.entries(ALLOWED).flatMap(([name, allowed]) =>
      oneOfProblems(name, config[name], allowed),
    ),
    ...identityProblems(config['identity']),
  ];
}

function typeProblems(value: Value | undefined): readonly DiagnosticMessage[] {
  const type = textOf(value);
  if (type === undefined || /^[^/@]+(\/[^/@]+)*@[^@]+$/.test(type)) return [];
  return [
    errorDiagnostic(
      'Invalid Type',
      '`type` is invalid, it should be like `<resource-type>@<api-version>`',
      ['type'],
    ),
  ];
}

function idProblems(name: string, value: Value | undefined): readonly DiagnosticMessage[] {
  const id = textOf(value);
  if (id === undefined || id === '/' || parseArmId(id) !== undefined) return [];
  return [errorDiagnostic('Invalid Resource ID', `${id} is not a valid resource id`, [name])];
}

function bodyProblems(value: Value | undefined): readonly DiagnosticMessage[] {
  const isText = value instanceof DynamicValue && typeof value.value === 'string';
  if (!isText) return [];
  return [
    errorDiagnostic('Invalid Type', 'The value must not be a string, give the object itself', [
      'body',
    ]),
  ];
}

function oneOfProblems(
  name: string,
  value: Value | undefined,
  allowed: readonly string[],
): readonly DiagnosticMessage[] {
  const text = textOf(value);
  if (text === undefined || allowed.includes(text)) return [];
  return [
    errorDiagnostic(
      'Invalid Attribute Value Match',
      `Attribute ${name} value must be one of: ${allowed.map((one) => `"${one}"`).join(', ')}, got: "${text}"`,
      [name],
    ),
  ];
}

function identityProblems(value: Value | undefined): readonly DiagnosticMessage[] {
  const blocks = isList(value) ? value.filter(isObject) : [];
  return blocks.flatMap((block) => oneOfProblems('identity', block['type'], IDENTITY_TYPES));
}
