import { errorDiagnostic, pathText, type ValuePath } from '../protocol/diagnostics';
import type { DiagnosticMessage } from '../protocol/messages';
import type { BlockSchema } from '../schema/provider-schema';
import { isList, isUnknown, type ObjectValue, type Value } from '../wire/value';
import type { Behaviour, TypeBehaviour } from './behaviour-table';
import { isBlockPath, occurrences, referenced, type Occurrence } from './occurrences';

/** A configuration with what is needed to judge it. */
interface Judged {
  readonly config: ObjectValue;
  readonly block: BlockSchema;
}

/** One place of a path with its behaviour. */
interface Place extends Occurrence {
  readonly schemaPath: string;
  readonly behaviour: Behaviour;
  /** Whether the configuration gives something here, be it unknown. */
  readonly given: boolean;
}

type Check = (judged: Judged, place: Place) => string | undefined;

/** The checks, each finding at most one problem at a place. */
const CHECKS: readonly (readonly [summary: string, check: Check])[] = [
  ['Invalid combination of arguments', exactlyOneOf],
  ['Missing required argument', atLeastOneOf],
  ['Missing required argument', requiredWith],
  ['Conflicting configuration arguments', conflictsWith],
  ['Not enough list items', tooFewItems],
  ['Too many list items', tooManyItems],
];

/** What the old plugin SDK checks before planning; unknown values violate nothing. */
export function validateBehaviour(
  config: ObjectValue,
  block: BlockSchema,
  behaviours: TypeBehaviour,
): readonly DiagnosticMessage[] {
  const judged = { config, block };
  return Object.entries(behaviours).flatMap(([schemaPath, behaviour]) =>
    occurrences(config, schemaPath).flatMap((occurrence) => {
      const given = isGiven(judged, schemaPath, occurrence.value);
      const place = { ...occurrence, schemaPath, behaviour, given };
      return CHECKS.flatMap(([summary, check]) => {
        const problem = check(judged, place);
        return problem === undefined ? [] : [errorDiagnostic(summary, problem, place.path)];
      });
    }),
  );
}

/** An attribute is given when it is not null, a block when it stands at least once. */
function isGiven({ block }: Judged, schemaPath: string, value: Value): boolean {
  if (value === null) return false;
  return !(isList(value) && value.length === 0 && isBlockPath(block, schemaPath));
}

function isReferenceGiven(judged: Judged, reference: string): boolean {
  return isGiven(judged, reference, referenced(judged.config, reference));
}

function isReferenceUnknown({ config }: Judged, reference: string): boolean {
  return isUnknown(referenced(config, reference));
}

function exactlyOneOf(judged: Judged, { behaviour, path }: Place): string | undefined {
  if (behaviour.exactly_one_of === undefined) return undefined;
  const all = withSelf(behaviour.exactly_one_of, path);
  const known = all.filter((reference) => !isReferenceUnknown(judged, reference));
  const given = known.filter((reference) => isReferenceGiven(judged, reference));
  if (given.length > 1) {
    return `only one of ${quoted(all)} can be specified, but ${quoted(given)} were specified`;
  }
  return given.length === 0 && known.length === all.length
    ? `one of ${quoted(all)} must be specified`
    : undefined;
}

function atLeastOneOf(judged: Judged, { behaviour, path }: Place): string | undefined {
  if (behaviour.at_least_one_of === undefined) return undefined;
  const all = withSelf(behaviour.at_least_one_of, path);
  return all.some((reference) => isReferenceGiven(judged, reference))
    ? undefined
    : `one of ${quoted(all)} must be specified`;
}

function requiredWith(judged: Judged, { behaviour, given, path }: Place): string | undefined {
  if (behaviour.required_with === undefined || !given) return undefined;
  const all = withSelf(behaviour.required_with, path);
  if (all.every((reference) => isReferenceGiven(judged, reference))) return undefined;
  return `"${pathText(path)}": all of ${quoted(all)} must be specified`;
}

function conflictsWith(judged: Judged, place: Place): string | undefined {
  const { behaviour, given, value, path } = place;
  if (behaviour.conflicts_with === undefined || !given || isUnknown(value)) return undefined;
  const other = behaviour.conflicts_with.find(
    (reference) => isReferenceGiven(judged, reference) && !isReferenceUnknown(judged, reference),
  );
  return other === undefined ? undefined : `"${pathText(path)}": conflicts with ${other}`;
}

function tooFewItems(_: Judged, { behaviour, given, value, path }: Place): string | undefined {
  const { min_items: min } = behaviour;
  if (min === undefined || !given || !isList(value) || value.length >= min) return undefined;
  return `Attribute ${pathText(path)} requires ${String(min)} item minimum, but config has only ${String(value.length)} declared.`;
}

function tooManyItems(_: Judged, { behaviour, value, path }: Place): string | undefined {
  const { max_items: max } = behaviour;
  if (max === undefined || !isList(value) || value.length <= max) return undefined;
  return `Attribute ${pathText(path)} supports ${String(max)} item maximum, but config has ${String(value.length)} declared.`;
}

/** A group of references is meant with the attribute that names it. */
function withSelf(references: readonly string[], path: ValuePath): readonly string[] {
  const self = pathText(path);
  return references.includes(self) ? references : [...references, self];
}

function quoted(references: readonly string[]): string {
  return `\`${references.join(',')}\``;
}
