import { textAt } from '../../policy/plan-state';
import { ChangeAction, type PlanValue, Unknown } from '../model';
import { both, differsAt, type Explainer, NOTHING } from './explanation';
import type { StackContext } from './stack-context';
import { told } from './told';
import { assetName, madePipeline, toldVersion, versionedName } from './version-names';

const DEFAULT = ['body', 'properties', 'defaults', 'deploymentName'];
const COMPONENT = ['body', 'properties', 'deploymentConfiguration', 'componentId', 'assetId'];

/** The request, or the endpoint itself, that says which deployment callers get. */
export const explainEndpointDefault: Explainer = (change) => {
  if (change.action === ChangeAction.CREATE) {
    const name = textAt(change.after, ...DEFAULT);
    const lines = name === undefined ? [] : [`callers get deployment ${told(name)}`];
    return { lines, covered: [] };
  }
  if (!differsAt(change, ...DEFAULT)) return NOTHING;
  const [before, after] = both(change, ...DEFAULT);
  return {
    lines: [`default moves from ${told(before)} to ${told(after)}: callers get it from then on`],
    covered: [DEFAULT],
  };
};

/** Deployments: the version of the pipeline that they run. */
export const explainDeployment: Explainer = (change, context) => {
  const [before, after] = both(change, ...COMPONENT);
  if (change.action === ChangeAction.CREATE)
    return { lines: madeWith(after, context), covered: [] };
  if (!differsAt(change, ...COMPONENT)) return NOTHING;
  const name = versionedName(before, context) ?? versionedName(after, context);
  const what = name === undefined ? 'runs' : `runs pipeline ${name},`;
  const [from, to] = [toldVersion(before, context, name), toldVersion(after, context, name)];
  const lines = from === to ? [] : [`${what} version ${from} to ${to}`];
  return { lines, covered: [COMPONENT] };
};

function madeWith(id: PlanValue | undefined, context: StackContext): readonly string[] {
  const isUnknown = id === Unknown.VALUE;
  const made = isUnknown ? madePipeline(context) : undefined;
  const name = made === undefined ? versionedName(id, context) : assetName(made);
  if (isUnknown && name === undefined) return [];
  const of = name === undefined ? '' : ` of pipeline ${name}`;
  return [`runs version ${toldVersion(id, context, name)}${of}`];
}
