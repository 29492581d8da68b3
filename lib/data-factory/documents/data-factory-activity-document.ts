import type { ArmObject } from '../../azapi/azapi-types';
import type { Activity, ActivityDependency } from '../activities/activity';
import { DependencyCondition } from '../dependency-condition';
import { ParsedActivity } from './private/parsed-activity';
import { copyOf, listOf, objectOf, textListOf, textOf } from './private/json-reading';

/** An activity as a document of Data Factory has it. */
export class DataFactoryActivityDocument {
  /** @internal */
  public constructor(private readonly source: ArmObject) {}

  /** Name; empty where the document has none. */
  public get name(): string {
    return textOf(this.source['name']) ?? '';
  }

  /** Kind of activity, as the service spells it. */
  public get type(): string {
    return textOf(this.source['type']) ?? '';
  }

  /** What it waits for. */
  public get dependsOn(): ActivityDependency[] {
    return listOf(this.source['dependsOn']).map((dependency) => {
      const conditions = conditionsOf(dependency['dependencyConditions']);
      const activity = textOf(dependency['activity']) ?? '';
      return conditions.length === 0 ? { activity } : { activity, conditions };
    });
  }

  /** Name of the linked service that it works through; `undefined` where it has none. */
  public get linkedServiceName(): string | undefined {
    return textOf(objectOf(this.source['linkedServiceName'])?.['referenceName']);
  }

  /** What it is told. */
  public get typeProperties(): ArmObject {
    return copyOf(objectOf(this.source['typeProperties']) ?? {});
  }

  /**
   * One of the texts that it is told; of an expression, the expression.
   *
   * @param name name within `typeProperties`, such as `mlPipelineId`
   */
  public text(name: string): string | undefined {
    const value = this.typeProperties[name];
    return textOf(value) ?? textOf(objectOf(value)?.['value']);
  }

  /** The activities inside it, of all branches and cases. */
  public get activities(): DataFactoryActivityDocument[] {
    const told = this.typeProperties;
    const cases = listOf(told['cases']).flatMap((one) => listOf(one['activities']));
    const nested = [
      ...listOf(told['activities']),
      ...listOf(told['ifTrueActivities']),
      ...listOf(told['ifFalseActivities']),
      ...cases,
      ...listOf(told['defaultActivities']),
    ];
    return nested.map((activity) => new DataFactoryActivityDocument(activity));
  }

  /**
   * The activity, to be added to a {@link DataFactoryPipeline}, with everything that the document says of
   * it. What it refers to by name must be in the factory.
   *
   * @throws UnscopedValidationError ActivityNameInvalid, PropertyTypeInvalid
   */
  public toActivity(): Activity {
    return new ParsedActivity(this.name, this.dependsOn, this.render());
  }

  /** The activity, equal to what was read. */
  public render(): ArmObject {
    return copyOf(this.source);
  }
}

/** Conditions that the service knows, in any case; others stay in the document. */
function conditionsOf(value: unknown): DependencyCondition[] {
  const names = textListOf(value);
  return Object.values(DependencyCondition).filter((condition) =>
    names.some((name) => name.toLowerCase() === condition.toLowerCase()),
  );
}
