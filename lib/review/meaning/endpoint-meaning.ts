import { textAt } from '../../policy/plan-state';
import { ChangeAction } from '../model';
import { both, differsAt, type Explainer, NOTHING } from './explanation';
import { told } from './told';
import { toldVersion, versionedName } from './version-names';

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
  if (change.action === ChangeAction.CREATE) {
    const name = versionedName(after, context);
    const of = name === undefined ? '' : ` of pipeline ${name}`;
    return { lines: [`runs version ${toldVersion(after, context)}${of}`], covered: [] };
  }
  if (!differsAt(change, ...COMPONENT)) return NOTHING;
  const name = versionedName(before, context) ?? versionedName(after, context);
  const what = name === undefined ? 'runs' : `runs pipeline ${name},`;
  const move = `${toldVersion(before, context)} to ${toldVersion(after, context)}`;
  return { lines: [`${what} version ${move}`], covered: [COMPONENT] };
};
