import type { Finding } from '../../policy/finding';
import { isList, isObject } from '../../policy/plan-state';
import { secretIn } from '../../policy/secrets';
import { type Difference, ExactNumber, type PlanValue, Sensitive, Unknown } from '../model';
import type { ExplainedChange, Review } from '../review';
import { outputsOf, remarksOf } from './words';

/** What the JSON of a review looks like; raised when a reader of the former one could break. */
export const REVIEW_SCHEMA_VERSION = 1;

/** A review as JSON, by `docs/review.schema.json`. */
export function renderJson(review: Review): string {
  const { level, headline, counts, dangers } = review.verdict;
  const document = {
    schemaVersion: REVIEW_SCHEMA_VERSION,
    source: review.source,
    stacks: review.stacks.map(({ name }) => name),
    verdict: { level, headline, counts, dangers },
    changes: review.changes.map(changeOf),
    findings: review.findings.map(findingOf),
    costs: review.costs,
    outputs: outputsOf(review).map(([stack, name, action]) => ({ stack, name, action })),
    notes: remarksOf(review).map(([stack, text]) => ({ stack, text })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function changeOf(change: ExplainedChange): unknown {
  const { stack, address, type, provider, mode, armType, constructPath, construct } = change;
  const { kind, title, label, action, reason, danger, lost, meaning, isMinor, isDrift } = change;
  const { movedFrom, importedId, deferred, forcedBy, differences } = change;
  return {
    stack,
    address,
    type,
    provider,
    mode,
    armType,
    constructPath,
    construct,
    kind,
    title,
    label,
    action,
    reason,
    danger,
    lost,
    meaning,
    isMinor,
    isDrift,
    movedFrom,
    importedId,
    deferred,
    forcedBy,
    differences: differences.map(differenceOf),
  };
}

function differenceOf({ path, kind, before, after }: Difference): unknown {
  return { path, kind, before: plain(before), after: plain(after) };
}

/**
 * Values as JSON: what is unknown, must not be shown or would be rounded by readers is an object with one key that
 * begins with `$`.
 */
function plain(value: PlanValue | undefined): unknown {
  if (value === Unknown.VALUE) return { $unknown: true };
  if (value === Sensitive.VALUE) return { $sensitive: true };
  if (value instanceof ExactNumber) return { $number: value.digits };
  if (typeof value === 'string') {
    return secretIn(value) === undefined ? value : { $sensitive: true };
  }
  if (isList(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

function findingOf({
  check,
  severity,
  status,
  stack,
  address,
  label,
  text,
  path,
}: Finding): unknown {
  const { id, title, rationale, fix } = check;
  return { check: id, title, severity, status, stack, address, label, text, path, rationale, fix };
}
