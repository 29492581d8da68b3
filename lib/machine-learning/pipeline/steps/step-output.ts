import { Is, type Shape, validateValue } from '../../../core/validation';
import { DataType, isLiteral } from '../data-type';

const SHAPE: Shape<{ readonly type: DataType }> = {
  type: Is.known(Is.oneOf(Object.values(DataType).filter((type) => !isLiteral(type)))),
};

/** An output of a step. The v1 SDK called it PipelineData. */
export class StepOutput {
  /** A folder. */
  public static folder(): StepOutput {
    return new StepOutput(DataType.URI_FOLDER);
  }

  /** A file. */
  public static file(): StepOutput {
    return new StepOutput(DataType.URI_FILE);
  }

  /** An output of any type that is a location. */
  public static of(type: DataType): StepOutput {
    return new StepOutput(type);
  }

  private constructor(
    /** What the step writes. */
    public readonly type: DataType,
  ) {
    validateValue({ type }, SHAPE);
  }
}
