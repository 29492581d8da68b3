import { textAt } from '../../policy/plan-state';
import { ChangeAction } from '../model';
import { type Explainer, NOTHING } from './explanation';
import { told } from './told';

/** Requests that azapi sends once, such as to start a trigger, or when something is destroyed. */
export const explainRequest: Explainer = ({ action, before, after }) => {
  const state = after ?? before;
  const method = textAt(state, 'method') ?? 'POST';
  const name = textAt(state, 'action');
  const request = name === undefined ? `the ${told(method)} request` : told(name);
  if (textAt(state, 'when') === 'destroy') {
    return action === ChangeAction.DELETE
      ? { lines: [`sends ${request} before what it belongs to is destroyed`], covered: [[]] }
      : {
          lines: [`${request} is kept for when it is destroyed; nothing is sent now`],
          covered: [[]],
        };
  }
  return action === ChangeAction.DELETE ? NOTHING : { lines: [`sends ${request}`], covered: [] };
};

/** Files that are uploaded. */
export const explainUpload: Explainer = ({ action, after }) => {
  const name = textAt(after, 'name');
  return action === ChangeAction.CREATE && name !== undefined
    ? { lines: [`uploads ${told(name)}`], covered: [] }
    : NOTHING;
};
