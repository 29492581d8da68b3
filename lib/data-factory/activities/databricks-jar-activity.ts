import type { ArmObject } from '../../azapi/azapi-types';
import { Is, type Shape, validateValue } from '../../core/validation';
import { LINKED_SERVICE } from '../private/property-types';
import { DatabricksActivity, type DatabricksActivityProps } from './databricks-activity';
import { textOrExpression } from './private/activity-body';

/** Properties of a {@link DatabricksJarActivity}. */
export interface DatabricksJarActivityProps extends DatabricksActivityProps {
  /** Full name of the class whose `main` runs, or an expression; the JAR is one of the libraries. */
  readonly mainClassName: string;
  /**
   * Arguments of `main`: text, or expressions, which start with `@`.
   *
   * @default - none
   */
  readonly parameters?: string[];
}

type Own = Pick<
  DatabricksJarActivityProps,
  'linkedService' | 'libraries' | 'mainClassName' | 'parameters'
>;

const SHAPE: Shape<Own> = {
  linkedService: LINKED_SERVICE,
  libraries: Is.optional(Is.list(Is.object)),
  mainClassName: Is.text,
  parameters: Is.optional(Is.list(Is.string)),
};

/**
 * Runs a class in a JAR.
 *
 * @see https://learn.microsoft.com/azure/data-factory/transform-data-databricks-jar
 */
export class DatabricksJarActivity extends DatabricksActivity {
  /** @internal */
  protected readonly _activityType = 'DatabricksSparkJar';
  private readonly props: Own;

  /**
   * @throws UnscopedValidationError those of {@link PolicyActivity}; when added ReferenceOfOtherFactory
   */
  public constructor(name: string, props: DatabricksJarActivityProps) {
    super(name, props);
    validateValue(props, SHAPE);
    this.props = props;
  }

  /** @internal */
  protected _renderTypeProperties(): ArmObject {
    const { mainClassName, parameters, libraries } = this.props;
    return {
      mainClassName: textOrExpression(mainClassName),
      ...(parameters === undefined ? {} : { parameters }),
      ...(libraries === undefined ? {} : { libraries }),
    };
  }
}
