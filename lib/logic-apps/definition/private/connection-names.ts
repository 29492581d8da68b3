import { type Expression, parseText, partsOf } from './expression-parser';
import { at, isTemplateExpression, type JsonObject, objectOf } from './json';
import type { ReadWorkflow } from './workflow-reader';

/** Parameter of the definition that the connections of connectors stand in. */
export const PARAMETER = '$connections';

/** What stands for the key in `@parameters('$connections')['azureblob']['connectionId']`. */
function keyIn(name: string): Expression | undefined {
  const parts = parseText(name).expressions.flatMap((expression) => [...partsOf(expression)]);
  const found = parts.find(
    (part) =>
      part.kind === 'member' &&
      part.of.kind === 'call' &&
      part.of.name.toLowerCase() === 'parameters',
  );
  return found?.kind === 'member' ? found.key : undefined;
}

/** The key, where it is written; `undefined` where it is computed or none. */
export function connectionKey(name: unknown): string | undefined {
  const key = typeof name === 'string' ? keyIn(name) : undefined;
  return key?.kind === 'value' ? String(key.value) : undefined;
}

/** Whether only the run, the deployment or Terraform tells which connection it is. */
export function isComputed(name: string): boolean {
  const key = keyIn(name);
  return isTemplateExpression(name) || name.includes('${') || key?.kind === 'call';
}

/** The connections that the document gives; `undefined` where they stand elsewhere. */
export function connectionsOf({ values }: ReadWorkflow): JsonObject | undefined {
  const value = at(objectOf(values?.[PARAMETER]), 'value');
  const isElsewhere =
    values === undefined || (typeof value === 'string' && isTemplateExpression(value));
  return isElsewhere ? undefined : (objectOf(value) ?? {});
}
