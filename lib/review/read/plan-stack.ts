import { type MarkedValue, shownTogether } from '../compare/marked-value';
import { listed } from '../meaning/told';
import { ChangeAction, type OutputChange, type ResourceChange, type ReviewedStack } from '../model';
import { actionOf, deferralInWords } from './action-words';
import { failedChecks } from './checks';
import { ConstructPaths } from './construct-paths';
import { FurtherMarks } from './further-marks';
import { memberOf, recordOf, textOf } from './json-values';
import { marked } from './marks';
import type { PlanDocument } from './plan-document';
import { plannedResource } from './planned-resource';

/** What a plan does to its stack. */
export function planStack(
  document: PlanDocument,
  name: string,
  synthesized: readonly ConstructPaths[],
): ReviewedStack {
  const parts = new PlanParts(document, name, synthesized);
  const resources = parts.of('resource_changes');
  const deferred = parts.of('deferred_changes');
  const drift = parts.of('resource_drift').filter(({ action }) => action !== ChangeAction.NONE);
  return {
    name: parts.name,
    changes: [...resources.filter(isWorthTelling), ...deferred, ...drift],
    resources,
    outputs: outputsOf(document.member('output_changes'), parts.further),
    checks: failedChecks(document.member('checks'), document.member('condition_results')),
    notes: notesOf(document),
    hasErrors: document.member('errored') === true,
    invocations: document.items('action_invocations').length,
  };
}

/** The lists of changes in a plan. */
class PlanParts {
  public readonly name: string;
  public readonly further: FurtherMarks;
  private readonly paths: ConstructPaths;

  public constructor(
    private readonly document: PlanDocument,
    name: string,
    synthesized: readonly ConstructPaths[],
  ) {
    this.paths = synthesized.length === 0 ? ConstructPaths.NONE : this.bestOf(synthesized);
    this.further = new FurtherMarks(document);
    this.name = this.paths.stack === '' ? name : this.paths.stack;
  }

  public of(key: 'resource_changes' | 'deferred_changes' | 'resource_drift'): ResourceChange[] {
    const isDeferred = key === 'deferred_changes';
    return this.document.items(key).map((span) => {
      const { value: item, holdsJson } = this.document.read(span);
      const changeIn = (raw: unknown) => (isDeferred ? memberOf(raw, 'resource_change') : raw);
      return plannedResource(changeIn(item), {
        stack: this.name,
        paths: this.paths,
        isDrift: key === 'resource_drift',
        holdsJson,
        further: this.further,
        again: () => changeIn(this.document.parsed(span)),
        ...(isDeferred ? { deferred: deferralInWords(memberOf(item, 'reason')) } : {}),
      });
    });
  }

  /** The synthesized stack that has most of the resources, none where no stack has any. */
  private bestOf(synthesized: readonly ConstructPaths[]): ConstructPaths {
    const addresses = this.document
      .items('resource_changes')
      .map((span) => String(memberOf(this.document.parsed(span), 'address')));
    const scored = synthesized.map((paths) => ({ paths, score: paths.matches(addresses) }));
    const best = scored.reduce((one, other) => (other.score > one.score ? other : one), {
      paths: ConstructPaths.NONE,
      score: 0,
    });
    return best.paths;
  }
}

function isWorthTelling({ action, movedFrom, importedId }: ResourceChange): boolean {
  return action !== ChangeAction.NONE || movedFrom !== undefined || importedId !== undefined;
}

function outputsOf(outputs: unknown, further: FurtherMarks): readonly OutputChange[] {
  return Object.entries(recordOf(outputs)).map(([name, change]) => {
    const [before, after] = outputValues(name, change, further);
    return { name, action: actionOf(memberOf(change, 'actions')), ...shownTogether(before, after) };
  });
}

function outputValues(
  name: string,
  change: unknown,
  further: FurtherMarks,
): readonly [before: MarkedValue, after: MarkedValue] {
  const [was, is] = ['before', 'after'].map((key) => memberOf(change, `${key}_sensitive`));
  const isSilent = was === undefined && is === undefined;
  const isSecret = isSilent && further.isSensitiveOutput(name);
  const values = [
    marked(memberOf(change, 'before'), false, was ?? isSecret),
    marked(memberOf(change, 'after'), memberOf(change, 'after_unknown'), is ?? isSecret),
  ] as const;
  if (!isSilent) return values;
  return [further.withoutVariables(values[0]), further.withoutVariables(values[1])];
}

/** How many actions are named. */
const MOST_NAMED = 12;

function notesOf(document: PlanDocument): readonly string[] {
  return [
    ...(document.member('errored') === true
      ? ['planning ended with an error: what is shown is what was planned until then']
      : []),
    ...(document.member('complete') === false
      ? ['the plan is not complete: it was made with targets, or some changes are put off']
      : []),
    ...actionsNote('actions of providers that it invokes', invocationsIn(document)),
    ...actionsNote('actions of providers that are put off', putOffIn(document)),
  ];
}

function actionsNote(what: string, actions: readonly unknown[]): readonly string[] {
  if (actions.length === 0) return [];
  const names = actions.map((one) => textOf(memberOf(one, 'address')) ?? 'one without an address');
  return [`${what}: ${listed([...new Set(names)], MOST_NAMED)}`];
}

function invocationsIn(document: PlanDocument): readonly unknown[] {
  return document.items('action_invocations').map((span) => document.parsed(span));
}

function putOffIn(document: PlanDocument): readonly unknown[] {
  return document
    .items('deferred_action_invocations')
    .map((span) => memberOf(document.parsed(span), 'action_invocation'));
}
