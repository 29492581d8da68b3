import type { ArmObject, StringMap } from '../../azapi/azapi-types';
import { Is, type Shape, validateValue } from '../../core/validation';
import { LINKED_SERVICE } from '../private/property-types';
import { DatabricksActivity, type DatabricksActivityProps } from './databricks-activity';
import { textOrExpression } from './private/activity-body';

/** Properties of a {@link DatabricksNotebookActivity}. */
export interface DatabricksNotebookActivityProps extends DatabricksActivityProps {
  /** Absolute path of the notebook in the workspace, or an expression. */
  readonly notebookPath: string;
  /**
   * Values of its widgets by name: text, or an expression, which starts with `@`.
   *
   * @default - none
   */
  readonly baseParameters?: StringMap;
}

type Own = Pick<
  DatabricksNotebookActivityProps,
  'linkedService' | 'libraries' | 'notebookPath' | 'baseParameters'
>;

const SHAPE: Shape<Own> = {
  linkedService: LINKED_SERVICE,
  libraries: Is.optional(Is.list(Is.object)),
  notebookPath: Is.text,
  baseParameters: Is.optional(Is.map(Is.string)),
};

/**
 * Runs a notebook.
 *
 * @see https://learn.microsoft.com/azure/data-factory/transform-data-databricks-notebook
 */
export class DatabricksNotebookActivity extends DatabricksActivity {
  /** @internal */
  protected readonly _activityType = 'DatabricksNotebook';
  private readonly props: Own;

  /**
   * @throws UnscopedValidationError those of {@link PolicyActivity}; when added ReferenceOfOtherFactory
   */
  public constructor(name: string, props: DatabricksNotebookActivityProps) {
    super(name, props);
    validateValue(props, SHAPE);
    this.props = props;
  }

  /** @internal */
  protected _renderTypeProperties(): ArmObject {
    const { notebookPath, baseParameters, libraries } = this.props;
    return {
      notebookPath: textOrExpression(notebookPath),
      ...(baseParameters === undefined ? {} : { baseParameters }),
      ...(libraries === undefined ? {} : { libraries }),
    };
  }
}
