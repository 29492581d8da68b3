import type { ArmObject } from '../../../../azapi/azapi-types';
import type { DataTransferStepProps } from '../data-transfer-step';
import type { ComponentContext } from '../step';
import { renderPorts } from './component-ports';
import { componentHead } from './component-spec';

/**
 * The specification of a component that copies data, without its version. Pure.
 *
 * @returns `{ $schema, name, display_name, description?, type: "data_transfer", is_deterministic, task, data_copy_mode?, inputs, outputs, _source }`
 */
export function renderDataTransferSpec(
  stepName: string,
  props: DataTransferStepProps,
  context: ComponentContext,
): ArmObject {
  return {
    ...componentHead('data_transfer', stepName, props, context),
    ...taskOf(props),
    ...renderPorts(context),
  };
}

/**
 * What a node of such a component holds. Pure.
 *
 * @returns `{ type: "data_transfer", task, data_copy_mode? }`
 */
export function renderDataTransferNode(props: DataTransferStepProps): ArmObject {
  return { type: 'data_transfer', ...taskOf(props) };
}

function taskOf({ copyMode }: DataTransferStepProps): ArmObject {
  return { task: 'copy_data', ...(copyMode === undefined ? {} : { data_copy_mode: copyMode }) };
}
