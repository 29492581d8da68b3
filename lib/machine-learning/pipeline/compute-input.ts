import { Construct } from 'constructs';
import type { ICompute } from '../compute/compute-types';
import type { IWorkspace } from '../workspace-types';
import type { Pipeline } from './pipeline';

/** The compute that an input of a pipeline names; emits nothing. */
export class ComputeInput extends Construct implements ICompute {
  public readonly computeId: string;
  public readonly computeName: string;
  public readonly workspace: IWorkspace;
  /** The pipeline whose input it is. @internal */
  public readonly _inputOwner: Pipeline;
  /** Name of the input. @internal */
  public readonly _inputName: string;

  public constructor(pipeline: Pipeline, id: string, inputName: string) {
    super(pipeline, id);
    this.computeId = `\${{parent.inputs.${inputName}}}`;
    this.computeName = this.computeId;
    this.workspace = pipeline.workspace;
    this._inputOwner = pipeline;
    this._inputName = inputName;
  }
}
