/** A name that deployments of the service have: at least three characters, a letter first. */
const NAME = /^[a-zA-Z][-a-zA-Z0-9]{2,}$/;

/** Stands before a label that is no name of a deployment. */
const PREFIX = 'version-';

/** Most characters of a label, so that the name of its deployment has no more than 32. */
export const MAX_LABEL_LENGTH = 32 - PREFIX.length;

/** Name of the deployment of a version: its label, after `version-` where that alone is no name. */
export function deploymentNameOf(label: string): string {
  return NAME.test(label) ? label : `${PREFIX}${label}`;
}
