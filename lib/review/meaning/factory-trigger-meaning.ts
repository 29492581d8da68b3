import { at, flagAt, textAt } from '../../policy/plan-state';
import { ChangeAction, type PlanValue, type ResourceChange } from '../model';
import { both, differsAt, type Explainer, type Explanation, joined, NOTHING } from './explanation';
import { enabledOf } from './schedule-meaning';
import { counted, oneLine, told } from './told';

const ACTIVATED = ['activated'];

/** Triggers of Data Factory that azurerm declares: by windows of time, by blobs, by events. */
export const explainActivatedTrigger: Explainer = (change) => {
  if (change.action === ChangeAction.CREATE) {
    const paused = flagAt(change.after, ...ACTIVATED) === false ? ', paused' : '';
    const window = toldWindow(change.after);
    const when = window === undefined ? '' : ` for windows of ${window}`;
    const name = textAt(change.after, 'pipeline', 'name');
    return name === undefined
      ? NOTHING
      : { lines: [`starts ${told(name)}${when}${paused}`], covered: [] };
  }
  return change.action === ChangeAction.DELETE
    ? NOTHING
    : joined(enabledOf(change, ACTIVATED), windowOf(change));
};

function windowOf(change: ResourceChange): Explanation {
  const paths = [['frequency'], ['interval']];
  if (!paths.some((path) => differsAt(change, ...path))) return NOTHING;
  const [before, after] = both(change).map(toldWindow);
  if (before === undefined || after === undefined) return NOTHING;
  return { lines: [`windows of ${before} become ${after}`], covered: paths };
}

function toldWindow(state: PlanValue | undefined): string | undefined {
  const [unit, count] = [textAt(state, 'frequency'), at(state, 'interval')];
  return unit === undefined || typeof count !== 'number'
    ? undefined
    : counted(count, oneLine(unit.toLowerCase(), 20));
}
