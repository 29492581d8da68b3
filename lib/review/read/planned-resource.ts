import { ChangeAction, type ResourceChange } from '../model';
import { actionOf, reasonInWords } from './action-words';
import { type ChangeHeader, lazyChange, type States } from './change-draft';
import type { ConstructPaths } from './construct-paths';
import { isRecord, listOf, memberOf, textOf } from './json-values';
import { marked } from './marks';
import { forcingPaths } from './replacement';
import { withoutSecrets } from './secrets';

/** Where a planned change comes from, and what else is known of it. */
export interface PlannedOrigin {
  readonly stack: string;
  readonly paths: ConstructPaths;
  readonly isDrift: boolean;
  readonly deferred?: string;
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
  const read = () => statesOf(type, kept ?? memberOf(origin.again(), 'change'));
  const header = headerOf(raw, change, origin);
  if (action !== ChangeAction.REPLACE || Array.isArray(paths)) return lazyChange(header, read);
  const { differences } = lazyChange(header, read);
  return lazyChange({ ...header, forcedBy: forcingPaths(type, differences) }, read);
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
    reason: reasonInWords(memberOf(raw, 'action_reason')),
    movedFrom: movedFrom === address ? undefined : movedFrom,
    importedId: importedIdOf(memberOf(change, 'importing')),
    deferred: origin.deferred,
  };
}

function importedIdOf(importing: unknown): string | undefined {
  if (!isRecord(importing)) return undefined;
  const id = textOf(memberOf(importing, 'id'));
  if (id !== undefined) return id;
  const identity = memberOf(importing, 'identity');
  return isRecord(identity) ? JSON.stringify(identity) : 'an id that is known only at apply';
}

function statesOf(type: string, change: unknown): States {
  return {
    before: withoutSecrets(
      type,
      marked(memberOf(change, 'before') ?? null, false, memberOf(change, 'before_sensitive')),
    ),
    after: withoutSecrets(
      type,
      marked(
        memberOf(change, 'after') ?? null,
        memberOf(change, 'after_unknown'),
        memberOf(change, 'after_sensitive'),
      ),
    ),
  };
}
