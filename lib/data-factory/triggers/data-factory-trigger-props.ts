import type { StringMap } from '../../azapi/azapi-types';
import type { IDataFactoryPipeline } from '../data-factory-pipeline';

/** What all triggers of a data factory take. */
export interface DataFactoryTriggerProps {
  /** What is started; the trigger belongs to its factory. */
  readonly pipeline: IDataFactoryPipeline;
  /**
   * 1 to 260 characters, inclusive, starting with a letter, digit or `_`, without
   * `< > * # . % & : \ + ? /`; unique among the triggers of the factory, cases ignored. Changing it
   * replaces the trigger.
   *
   * @default - the construct id
   * @see https://learn.microsoft.com/azure/data-factory/naming-rules
   */
  readonly name?: string;
  /** @default - none */
  readonly description?: string;
  /**
   * Words that the studio finds the trigger by.
   *
   * @default - none
   */
  readonly annotations?: string[];
  /**
   * Whether it fires. It does not either while all that the pipeline does is to run machine learning
   * pipelines that are disabled.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Values of parameters of the pipeline: text, or an expression of Data Factory, which starts with `@`.
   *
   * @default - parameters keep their defaults
   */
  readonly parameters?: StringMap;
}
