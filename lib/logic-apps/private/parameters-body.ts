import type { ArmObject } from '../../azapi/azapi-types';
import type { WorkflowParameters } from '../workflow-parameter';

const SECRET = 'SecureString';

/** What a definition says of parameters: `{ [name]: { type } }`. Pure. */
export function declarationsOf(parameters: WorkflowParameters): ArmObject {
  return Object.fromEntries(Object.entries(parameters).map(([name, { type }]) => [name, { type }]));
}

/** The values of parameters that are no secrets: `{ [name]: { value } }`. Pure. */
export function valuesOf(parameters: WorkflowParameters): ArmObject {
  return entriesOf(parameters, (type) => type !== SECRET);
}

/**
 * The part of a workflow's body that holds secrets. Pure.
 *
 * @returns `{ properties: { parameters: { [name]: { value } } } }`, `undefined` where there are none
 */
export function renderSecrets(parameters: WorkflowParameters): ArmObject | undefined {
  const secrets = entriesOf(parameters, (type) => type === SECRET);
  return Object.keys(secrets).length === 0 ? undefined : { properties: { parameters: secrets } };
}

function entriesOf(parameters: WorkflowParameters, takes: (type: string) => boolean): ArmObject {
  return Object.fromEntries(
    Object.entries(parameters)
      .filter(([, { type }]) => takes(type))
      .map(([name, { value }]) => [name, { value }]),
  );
}
