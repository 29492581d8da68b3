import { Hidden, isMarkedList, isMarkedObject, type MarkedValue } from '../compare/marked-value';
import { turnedItems } from '../compare/shared-copies';
import { SECRET_ATTRIBUTES } from './azurerm/secret-attributes';

/** What azapi's schemas mark as sensitive. */
const OF_AZAPI = 'sensitive_body';

/**
 * Hides what the schemas of the providers mark as sensitive: plans of old formats do not say, and neither
 * does a synthesized stack.
 */
export function withoutSecrets(type: string, value: MarkedValue): MarkedValue {
  const paths = secretPaths(type);
  return paths.reduce((rest, path) => hiddenAt(rest, path.split('.')), value);
}

function secretPaths(type: string): readonly string[] {
  if (type.startsWith('azapi_')) return [OF_AZAPI];
  const short = type.replace(/^azurerm_/, '');
  if (!Object.hasOwn(SECRET_ATTRIBUTES, short)) return [];
  return SECRET_ATTRIBUTES[short]?.split(' ') ?? [];
}

function hiddenAt(value: MarkedValue, path: readonly string[]): MarkedValue {
  const [key, ...rest] = path;
  if (key === undefined) {
    return value === null || value instanceof Hidden ? value : new Hidden(JSON.stringify(value));
  }
  if (isMarkedList(value)) return turnedItems(value, (item) => hiddenAt(item, path));
  if (!isMarkedObject(value) || !Object.hasOwn(value, key)) return value;
  const one = value[key] ?? null;
  const turned = hiddenAt(one, rest);
  return Object.is(one, turned) ? value : { ...value, [key]: turned };
}
