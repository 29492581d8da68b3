import type { ArmObject } from '../../../azapi/azapi-types';
import { validateValue } from '../../../core/validation';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import type { DataCopyMode } from './data-transfer-options';
import { refuseOtherKinds } from './private/binding-kinds';
import { renderDataTransferNode, renderDataTransferSpec } from './private/data-transfer-step-body';
import {
  DATA_TRANSFER_STEP_RULES,
  DATA_TRANSFER_STEP_SHAPE,
} from './private/data-transfer-step-rules';
import { type ComponentContext, Step, type StepInputs, type StepOutputs } from './step';

/**
 * Properties of a {@link DataTransferStep}.
 *
 * @see azure-ai-ml 1.5.0, `DataTransferCopyComponent`; a preview of the service
 */
export interface DataTransferStepProps {
  /** What is copied: at least one file, folder or other location. */
  readonly inputs: StepInputs;
  /** Where to: exactly one output. */
  readonly outputs: StepOutputs;
  /**
   * What happens to files that are there already.
   *
   * @default - the service's own
   */
  readonly copyMode?: DataCopyMode;
  /**
   * An attached Data Factory, which does the copying.
   *
   * @default - the default compute of the pipeline
   */
  readonly compute?: ICompute;
  /**
   * Whether the service may reuse the outputs of an earlier run of the same step on the same inputs.
   *
   * @default true
   */
  readonly reuse?: boolean;
  /**
   * Shown in the studio.
   *
   * @default - the name
   */
  readonly displayName?: string;
  /**
   * Shown in the studio.
   *
   * @default - none
   */
  readonly description?: string;
}

/** A step that copies data: a `data_transfer` component with the task `copy_data`. */
export class DataTransferStep extends Step {
  /** What is copied. */
  public readonly inputs: StepInputs;
  /** Where to. */
  public readonly outputs: StepOutputs;
  public readonly compute?: ICompute;
  public readonly code?: Code;
  private readonly props: DataTransferStepProps;

  /**
   * @param name lower-case letters, digits and `_`, starting with a letter; unique in the pipeline
   * @throws UnscopedValidationError StepNameInvalid, StepNameReserved, StepPortNameInvalid,
   *   StepPortNameTaken, DataTransferPortsInvalid
   */
  public constructor(
    public readonly name: string,
    props: DataTransferStepProps,
  ) {
    super();
    refuseOtherKinds({ ...props });
    validateValue({ ...props, name }, DATA_TRANSFER_STEP_SHAPE, DATA_TRANSFER_STEP_RULES);
    this.props = props;
    this.inputs = props.inputs;
    this.outputs = props.outputs;
    if (props.compute !== undefined) this.compute = props.compute;
  }

  /** @internal */
  public _renderSpec(context: ComponentContext): ArmObject {
    return renderDataTransferSpec(this.name, this.props, context);
  }

  /** @internal */
  public _renderNode(): ArmObject {
    return renderDataTransferNode(this.props);
  }
}
