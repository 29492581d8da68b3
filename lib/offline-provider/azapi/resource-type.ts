import { nameOf, parseArmId, sameId } from '../azure/arm-id';
import { Refusal } from '../protocol/diagnostics';

/** A `type` argument of azapi taken apart. */
export interface TypedVersion {
  /** ARM type, such as `Microsoft.Logic/workflows`. */
  readonly armType: string;
  readonly apiVersion: string;
}

/** Takes `<namespace>/<type>[/<type>…]@<api-version>` apart. */
export function parseType(type: string): TypedVersion {
  const [armType, apiVersion, ...more] = type.split('@');
  if (armType === undefined || apiVersion === undefined || more.length > 0) {
    throw new Refusal(
      'Invalid configuration',
      'The argument "type" is invalid: it must be in the format `<resource-type>@<api-version>`',
      ['type'],
    );
  }
  return { armType, apiVersion };
}

/** The id of a resource below or in its parent, whose type must be the one that the type asks for. */
export function resourceId(name: string, parentId: string, type: string): string {
  const { armType } = parseType(type);
  if (sameId(armType, 'Microsoft.Resources/resourceGroups')) {
    return `${parentId}/resourceGroups/${name}`;
  }
  const parentType = armType.slice(0, armType.lastIndexOf('/'));
  if (!parentType.includes('/')) {
    return `${parentId === '/' ? '' : parentId}/providers/${armType}/${name}`;
  }
  const actual = parseArmId(parentId)?.type;
  if (actual === undefined || !sameId(actual, parentType)) {
    throw new Refusal(
      'Invalid configuration',
      `\`parent_id is invalid\`: expect ID of \`${parentType}\`, got ${parentId}`,
      ['parent_id'],
    );
  }
  return `${parentId}/${nameOf(armType)}/${name}`;
}

/** Refuses an id that is not of the type given beside it. */
export function checkIdType(id: string, type: string): void {
  const { armType } = parseType(type);
  const actual = parseArmId(id)?.type;
  if (actual !== undefined && sameId(actual, armType)) return;
  throw new Refusal(
    'Invalid configuration',
    `\`resource_id\` and \`type\` are not matched, expect \`type\` to be ${actual ?? 'that of an ARM id'}, but got ${armType}`,
    ['resource_id'],
  );
}
