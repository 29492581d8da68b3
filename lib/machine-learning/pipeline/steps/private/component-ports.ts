import type { ArmObject } from '../../../../azapi/azapi-types';
import type { ComponentContext } from '../step';

/**
 * Inputs and outputs in the specification of a component, of any kind. Pure.
 *
 * @returns `{ inputs?: { name: { type, optional? } }, outputs?: { name: { type } } }`
 */
export function renderPorts({ inputs, outputs }: ComponentContext): ArmObject {
  const rendered = Object.entries(inputs).map(([key, { type, optional }]) => [
    key,
    { type, ...(optional ? { optional } : {}) },
  ]);
  return {
    ...(rendered.length === 0 ? {} : { inputs: Object.fromEntries(rendered) }),
    ...(Object.keys(outputs).length === 0 ? {} : { outputs }),
  };
}
