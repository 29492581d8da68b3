import { published } from '../compare/marked-value';
import { ChangeAction, type OutputChange, type ResourceChange, type ReviewedStack } from '../model';
import { actionOf, deferralInWords } from './action-words';
import { failedChecks } from './checks';
import { ConstructPaths } from './construct-paths';
import { memberOf, recordOf } from './json-values';
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
    outputs: outputsOf(document.member('output_changes')),
    checks: failedChecks(document.member('checks')),
    notes: notesOf(document),
  };
}

/** The lists of changes in a plan. */
class PlanParts {
  public readonly name: string;
  private readonly paths: ConstructPaths;

  public constructor(
    private readonly document: PlanDocument,
    name: string,
    synthesized: readonly ConstructPaths[],
  ) {
    this.paths = synthesized.length === 0 ? ConstructPaths.NONE : this.bestOf(synthesized);
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

function outputsOf(outputs: unknown): readonly OutputChange[] {
  return Object.entries(recordOf(outputs)).map(([name, change]) => ({
    name,
    action: actionOf(memberOf(change, 'actions')),
    before: published(
      marked(memberOf(change, 'before') ?? null, false, memberOf(change, 'before_sensitive')),
    ),
    after: published(
      marked(
        memberOf(change, 'after') ?? null,
        memberOf(change, 'after_unknown'),
        memberOf(change, 'after_sensitive'),
      ),
    ),
  }));
}

function notesOf(document: PlanDocument): readonly string[] {
  const actions = document.items('action_invocations').length;
  return [
    ...(document.member('errored') === true
      ? ['planning ended with an error: what is shown is what was planned until then']
      : []),
    ...(document.member('complete') === false
      ? ['the plan is not complete: it was made with targets, or some changes are put off']
      : []),
    ...(actions === 0 ? [] : [`actions of providers that it invokes: ${String(actions)}`]),
  ];
}
