import { isMarkedObject, type MarkedValue } from '../compare/marked-value';
import { ChangeAction, ExactNumber, type ResourceChange } from '../model';
import { actionOf, reasonOf } from './action-words';
import { type ChangeHeader, knownChange, lazyChange, type States } from './change-draft';
import type { ConstructPaths } from './construct-paths';
import type { FurtherMarks } from './further-marks';
import { holdsTrue } from './holds-true';
import { isRecord, listOf, memberOf, recordOf, textOf } from './json-values';
import { marked } from './marks';
import { forcingPaths } from './replacement';
import { withoutSecrets } from './secrets';

/** Where a planned change comes from, and what else is known of it. */
export interface PlannedOrigin {
  readonly stack: string;
  readonly paths: ConstructPaths;
  readonly isDrift: boolean;
  readonly deferred?: string;
  /** What the plan marks elsewhere. */
  readonly further: FurtherMarks;
  /** Whether a text in it may hold JSON. */
  readonly holdsJson: boolean;
  /** Reads it once more, for changes that are not kept because nothing happens. */
  readonly again: () => unknown;
}

/** A change of a resource as a plan tells it. */
export function plannedResource(raw: unknown, origin: PlannedOrigin): ResourceChange {
  const change = memberOf(raw, 'change');
  const type = textOf(memberOf(raw, 'type')) ?? '';
  const action = actionOf(memberOf(change, 'actions'));
  const kept = action === ChangeAction.NONE ? undefined : change;
  const paths = memberOf(change, 'replace_paths');
  const address = textOf(memberOf(raw, 'address')) ?? '';
  const lifecycle = origin.paths.lifecycleOf(address);
  const read = () =>
    withLifecycle(
      statesOf({ type, address }, kept ?? memberOf(origin.again(), 'change'), origin),
      lifecycle,
    );
  const header = headerOf(raw, change, origin);
  if (action === ChangeAction.NONE) return lazyChange(header, read);
  // Read at once: what the plan says besides is let go of as soon as it is there.
  const states = read();
  if (action !== ChangeAction.REPLACE || Array.isArray(paths)) return knownChange(header, states);
  const { differences } = knownChange(header, states);
  return knownChange({ ...header, forcedBy: forcingPaths(type, differences) }, states);
}

function headerOf(raw: unknown, change: unknown, origin: PlannedOrigin): ChangeHeader {
  const address = textOf(memberOf(raw, 'address')) ?? '';
  const deposed = textOf(memberOf(raw, 'deposed'));
  const movedFrom = textOf(memberOf(raw, 'previous_address'));
  return {
    stack: origin.stack,
    address: deposed === undefined ? address : `${address} (deposed object ${deposed})`,
    type: textOf(memberOf(raw, 'type')) ?? '',
    name: textOf(memberOf(raw, 'name')) ?? '',
    provider: textOf(memberOf(raw, 'provider_name')) ?? '',
    mode: memberOf(raw, 'mode') === 'data' ? 'data' : 'managed',
    action: actionOf(memberOf(change, 'actions')),
    isDrift: origin.isDrift,
    forcedBy: listOf(memberOf(change, 'replace_paths')).map((path) => listOf(path).map(String)),
    constructPath: origin.paths.of(address),
    reason: reasonOf(memberOf(raw, 'action_reason'), memberOf(change, 'actions')),
    movedFrom: movedFrom === address ? undefined : movedFrom,
    importedId: importedIdOf(change),
    deferred: origin.deferred,
  };
}

function importedIdOf(change: unknown): string | undefined {
  const importing = memberOf(change, 'importing');
  if (!isRecord(importing)) return undefined;
  const marks = ['before_sensitive', 'after_sensitive'].map((key) => memberOf(change, key));
  if (marks.some((one) => hidesId(one, importing))) return 'an id that is sensitive';
  const id = textOf(memberOf(importing, 'id'));
  if (id !== undefined) return id;
  const identity = memberOf(importing, 'identity');
  return isRecord(identity)
    ? JSON.stringify(identity, (_, value: unknown) =>
        value instanceof ExactNumber ? value.digits : value,
      )
    : 'an id that is known only at apply';
}

/** An identity is of attributes, each of which may be marked. */
function hidesId(marks: unknown, importing: unknown): boolean {
  const keys = ['id', ...Object.keys(recordOf(memberOf(importing, 'identity')))];
  return marks === true || keys.some((key) => holdsTrue(memberOf(marks, key)));
}

/** The former `lifecycle` is not known, so that nothing follows from a change of it. */
function withLifecycle(states: States, lifecycle: unknown): States {
  if (lifecycle === undefined) return states;
  const joined = (state: MarkedValue) =>
    isMarkedObject(state) ? { ...state, lifecycle: marked(lifecycle) } : state;
  return { ...states, before: joined(states.before), after: joined(states.after) };
}

function statesOf(
  { type, address }: { readonly type: string; readonly address: string },
  change: unknown,
  { further, holdsJson }: PlannedOrigin,
): States {
  const [wasMarked, isMarked] = ['before', 'after'].map((key) =>
    memberOf(change, `${key}_sensitive`),
  );
  const isSilent = wasMarked === undefined && isMarked === undefined;
  const wasSecret = isSilent ? further.before(address) : wasMarked;
  const isSecret = isSilent ? further.after(address) : isMarked;
  const former = marked(memberOf(change, 'before'), false, wasSecret, holdsJson);
  const later = marked(
    memberOf(change, 'after'),
    memberOf(change, 'after_unknown'),
    isSecret,
    holdsJson,
  );
  const [before, after] = [former, later].map((state) => {
    const rest = withoutSecrets(type, state);
    return isSilent ? further.withoutVariables(rest) : rest;
  }) as [MarkedValue, MarkedValue];
  const isOpen =
    before === former && after === later && !holdsTrue(wasSecret) && !holdsTrue(isSecret);
  return { before, after, isOpen };
}
