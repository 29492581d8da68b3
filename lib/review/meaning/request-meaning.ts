import { textAt } from '../../policy/plan-state';
import { ChangeAction, type PlanValue, type ResourceChange } from '../model';
import { Danger } from './danger';
import { type Explainer, type Explanation, NOTHING } from './explanation';
import { told } from './told';

/** Requests that azapi sends once, such as to start a trigger, or when something is destroyed. */
export const explainRequest: Explainer = (change) => {
  const { action, before, after } = change;
  if (action === ChangeAction.FORGET) return NOTHING;
  const state = after ?? before;
  const request = requestIn(state);
  if (textAt(state, 'when') === 'destroy') {
    const line =
      action === ChangeAction.DELETE
        ? `sends ${request} before what it belongs to is destroyed`
        : `${request} is kept for when it is destroyed; nothing is sent now`;
    return { lines: [line], covered: [[]] };
  }
  if (action === ChangeAction.DELETE) return NOTHING;
  return switchOf(change) ?? { lines: [`sends ${request}`], covered: [] };
};

function requestIn(state: PlanValue | undefined): string {
  const name = textAt(state, 'action');
  return name === undefined ? `the ${told(textAt(state, 'method') ?? 'POST')} request` : told(name);
}

/** A request to start that becomes one to stop, or the other way round. */
function switchOf({ before, after }: ResourceChange): Explanation | undefined {
  const [was, is] = [textAt(before, 'action'), textAt(after, 'action')];
  if (was === undefined || was === is) return undefined;
  return is === 'start' || is === 'stop' ? switched(is) : undefined;
}

/** What fires on its own, such as a trigger of Data Factory, is started and stopped by requests. */
function switched(to: 'start' | 'stop'): Explanation {
  return to === 'start'
    ? { lines: ['is started: it fires again'], covered: [[]], isMinor: false }
    : {
        lines: ['is stopped: it no longer fires'],
        covered: [[]],
        danger: Danger.CAREFUL,
        isMinor: false,
      };
}
