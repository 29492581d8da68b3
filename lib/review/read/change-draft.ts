import { differencesBetween } from '../compare/differences';
import { Hidden, isMarkedObject, type MarkedValue, published } from '../compare/marked-value';
import { ChangeAction, type Difference, type PlanValue, type ResourceChange } from '../model';

/** A resource before and after, with marks. */
export interface States {
  readonly before: MarkedValue;
  readonly after: MarkedValue;
  /** Whether it is known that nothing in them is hidden. */
  readonly isOpen?: boolean;
}

/** What is said of a resource at once; the rest is computed when it is asked for. */
export type ChangeHeader = Omit<
  ResourceChange,
  'before' | 'after' | 'differences' | 'label' | 'armType'
>;

/** A change whose states are read when they are first asked for, once. */
export function lazyChange(header: ChangeHeader, read: () => States): ResourceChange {
  let states: States | undefined;
  let before: PlanValue | undefined;
  let after: PlanValue | undefined;
  let differences: readonly Difference[] | undefined;
  const known = (): States => (states ??= read());
  return {
    ...header,
    get armType() {
      return header.type.startsWith('azapi_') ? armTypeIn(known()) : undefined;
    },
    get label() {
      return nameIn(known(), header.action) ?? shortId(header);
    },
    get before() {
      return (before ??= shown(known(), known().before));
    },
    get after() {
      return (after ??= shown(known(), known().after));
    },
    get differences() {
      return (differences ??= COMPARED.includes(header.action)
        ? differencesBetween(known().before, known().after)
        : []);
    },
  };
}

/**
 * A change whose states are known. Where nothing is compared, as of what is made, that is all there is: of a plan of
 * thousands, nothing else is kept.
 */
export function knownChange(header: ChangeHeader, states: States): ResourceChange {
  if (COMPARED.includes(header.action)) return lazyChange(header, () => states);
  return {
    stack: header.stack,
    address: header.address,
    type: header.type,
    name: header.name,
    provider: header.provider,
    mode: header.mode,
    constructPath: header.constructPath,
    armType: header.type.startsWith('azapi_') ? armTypeIn(states) : undefined,
    label: nameIn(states, header.action) ?? shortId(header),
    action: header.action,
    reason: header.reason,
    movedFrom: header.movedFrom,
    importedId: header.importedId,
    deferred: header.deferred,
    isDrift: header.isDrift,
    forcedBy: header.forcedBy,
    before: shown(states, states.before),
    after: shown(states, states.after),
    differences: [],
  };
}

function shown({ isOpen = false }: States, state: MarkedValue): PlanValue {
  return isOpen ? state : published(state);
}

const COMPARED: readonly ChangeAction[] = [
  ChangeAction.UPDATE,
  ChangeAction.REPLACE,
  ChangeAction.NONE,
];

function armTypeIn(states: States): string | undefined {
  return textIn(states, 'type')?.split('@', 1)[0];
}

/** What is replaced is called what it is called now. */
function nameIn({ before, after }: States, action: ChangeAction): string | undefined {
  const isReplaced = action === ChangeAction.REPLACE;
  const name = textIn(isReplaced ? { before: after, after: before } : { before, after }, 'name');
  return name === undefined || name === '' || SAYS_NOTHING.test(name) ? undefined : name;
}

/** What is known at apply only, and ids that nobody knows by heart. */
const SAYS_NOTHING = /\$\{|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function textIn({ before, after }: States, key: string): string | undefined {
  for (const state of [after, before]) {
    const value = isMarkedObject(state) && Object.hasOwn(state, key) ? state[key] : undefined;
    if (typeof value === 'string') return value;
    if (value instanceof Hidden) return undefined;
  }
  return undefined;
}

function shortId({ constructPath, name }: ChangeHeader): string {
  const ids = constructPath?.split('/').filter((id) => id !== 'Resource') ?? [];
  return ids[ids.length - 1] ?? name;
}
