import type { ArmObject } from '../../azapi/azapi-types';
import { Is, type Shape, validateValue } from '../../core/validation';
import { LINKED_SERVICE } from '../private/property-types';
import { DatabricksActivity, type DatabricksActivityProps } from './databricks-activity';
import { textOrExpression } from './private/activity-body';

/** Properties of a {@link DatabricksPythonActivity}. */
export interface DatabricksPythonActivityProps extends DatabricksActivityProps {
  /** Path of the file, such as `dbfs:/scripts/prepare.py`, or an expression. */
  readonly pythonFile: string;
  /**
   * Arguments on the command line: text, or expressions, which start with `@`.
   *
   * @default - none
   */
  readonly parameters?: string[];
}

type Own = Pick<
  DatabricksPythonActivityProps,
  'linkedService' | 'libraries' | 'pythonFile' | 'parameters'
>;

const SHAPE: Shape<Own> = {
  linkedService: LINKED_SERVICE,
  libraries: Is.optional(Is.list(Is.object)),
  pythonFile: Is.text,
  parameters: Is.optional(Is.list(Is.string)),
};

/**
 * Runs a Python file.
 *
 * @see https://learn.microsoft.com/azure/data-factory/transform-data-databricks-python
 */
export class DatabricksPythonActivity extends DatabricksActivity {
  /** @internal */
  protected readonly _activityType = 'DatabricksSparkPython';
  private readonly props: Own;

  /**
   * @throws UnscopedValidationError those of {@link PolicyActivity}; when added ReferenceOfOtherFactory
   */
  public constructor(name: string, props: DatabricksPythonActivityProps) {
    super(name, props);
    validateValue(props, SHAPE);
    this.props = props;
  }

  /** @internal */
  protected _renderTypeProperties(): ArmObject {
    const { pythonFile, parameters, libraries } = this.props;
    return {
      pythonFile: textOrExpression(pythonFile),
      ...(parameters === undefined ? {} : { parameters }),
      ...(libraries === undefined ? {} : { libraries }),
    };
  }
}
