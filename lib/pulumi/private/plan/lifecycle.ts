import type { Problem } from '../../../core/errors';
import { Cursor } from '../expression/cursor';
import { parseExpression } from '../expression/parse-expression';
import { addressOf, type Block } from '../program/block';
import { listIn, objectIn } from '../program/document';
import type { Planned } from './bound';
import { type Problems, quoted } from './problems';
import { propertyPath } from './property-path';
import type { ValuePlanner } from './value-planner';

/** What the life of a resource is like, in Pulumi's words. */
export interface Lifecycle {
  readonly protect?: boolean;
  readonly deleteBeforeReplace: boolean;
  readonly ignoreChanges: readonly string[];
  readonly replacementTrigger?: Planned;
  readonly customTimeouts?: { readonly [operation: string]: string };
}

const LIFECYCLE = new Set([
  'prevent_destroy',
  'create_before_destroy',
  'ignore_changes',
  'replace_triggered_by',
]);

const OPERATIONS = new Set(['create', 'update', 'delete']);

/** Reads `lifecycle` and `timeouts` of a block. Terraform deletes before it creates, Pulumi does not by itself. */
export function lifecycleOf(block: Block, values: ValuePlanner, problems: Problems): Lifecycle {
  const place = `${addressOf(block)}.lifecycle`;
  const lifecycle = objectIn(listIn(block.attributes['lifecycle'])[0]);
  for (const [name, value] of Object.entries(lifecycle)) {
    if (!LIFECYCLE.has(name)) problems.add(notExpressed(`${place}.${name}`, value));
  }
  const triggers = listIn(lifecycle['replace_triggered_by']).map(asTemplate);
  const timeouts = timeoutsOf(block, problems);
  return {
    deleteBeforeReplace: lifecycle['create_before_destroy'] !== true,
    ignoreChanges: ignored(block, lifecycle['ignore_changes'], problems),
    ...(lifecycle['prevent_destroy'] === true ? { protect: true } : {}),
    ...(timeouts === undefined ? {} : { customTimeouts: timeouts }),
    ...(triggers.length === 0
      ? {}
      : { replacementTrigger: values.value(triggers, `${place}.replace_triggered_by`) }),
  };
}

/** Something of Terraform that Pulumi has no counterpart of. */
export function notExpressed(property: string, value: unknown, fix?: string): Problem {
  return {
    code: 'PulumiNotExpressed',
    property,
    must: 'be something that Pulumi has as well',
    got: quoted(value),
    ...(fix === undefined ? {} : { fix }),
  };
}

function ignored(block: Block, value: unknown, problems: Problems): readonly string[] {
  if (value === 'all') return ['*'];
  return listIn(value).flatMap((path) => {
    const place = `${addressOf(block)}.lifecycle.ignore_changes`;
    const found = problems.during(place, path, () =>
      propertyPath(parseExpression(new Cursor(String(path))), block.schemas.inputs),
    );
    return found === undefined ? [] : [found];
  });
}

function timeoutsOf(
  block: Block,
  problems: Problems,
): { readonly [operation: string]: string } | undefined {
  const timeouts = Object.entries(objectIn(listIn(block.attributes['timeouts'])[0])).filter(
    ([, value]) => value !== null,
  );
  for (const [operation, value] of timeouts) {
    if (OPERATIONS.has(operation) && typeof value === 'string' && !value.includes('${')) continue;
    const place = `${addressOf(block)}.timeouts.${operation}`;
    problems.add(
      notExpressed(place, value, 'leave it out, or give a literal for create, update, delete'),
    );
  }
  if (timeouts.length === 0) return undefined;
  return Object.fromEntries(timeouts.map(([operation, value]) => [operation, String(value)]));
}

/** References stand there as they are, without braces. */
function asTemplate(reference: unknown): unknown {
  return typeof reference === 'string' && !reference.includes('${')
    ? `\${${reference}}`
    : reference;
}
