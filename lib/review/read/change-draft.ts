import { differencesBetween } from '../compare/differences';
import { isMarkedObject, type MarkedValue, published } from '../compare/marked-value';
import { ChangeAction, type Difference, type PlanValue, type ResourceChange } from '../model';

/** A resource before and after, with marks. */
export interface States {
  readonly before: MarkedValue;
  readonly after: MarkedValue;
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
      return nameIn(known()) ?? shortId(header);
    },
    get before() {
      return (before ??= published(known().before));
    },
    get after() {
      return (after ??= published(known().after));
    },
    get differences() {
      return (differences ??= COMPARED.includes(header.action)
        ? differencesBetween(known().before, known().after)
        : []);
    },
  };
}

const COMPARED: readonly ChangeAction[] = [
  ChangeAction.UPDATE,
  ChangeAction.REPLACE,
  ChangeAction.NONE,
];

function armTypeIn(states: States): string | undefined {
  return textIn(states, 'type')?.split('@', 1)[0];
}

function nameIn(states: States): string | undefined {
  const name = textIn(states, 'name');
  return name === undefined || name === '' || SAYS_NOTHING.test(name) ? undefined : name;
}

/** What is known at apply only, and ids that nobody knows by heart. */
const SAYS_NOTHING = /\$\{|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function textIn({ before, after }: States, key: string): string | undefined {
  for (const state of [after, before]) {
    const value = isMarkedObject(state) && Object.hasOwn(state, key) ? state[key] : undefined;
    if (typeof value === 'string') return value;
  }
  return undefined;
}

function shortId({ constructPath, name }: ChangeHeader): string {
  const ids = constructPath?.split('/').filter((id) => id !== 'Resource') ?? [];
  return ids[ids.length - 1] ?? name;
}
