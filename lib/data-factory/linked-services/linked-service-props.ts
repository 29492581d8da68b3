import type { IDataFactory } from '../data-factory';

/** What all linked services take. */
export interface LinkedServiceProps {
  /** The factory that it belongs to. Changing it replaces the linked service. */
  readonly factory: IDataFactory;
  /**
   * 1 to 260 characters, inclusive, starting with a letter, digit or `_`, without `-` and without
   * `< > * # . % & : \ + ? /`; unique among the linked services of the factory, cases ignored.
   * Changing it replaces the linked service.
   *
   * @default - the construct id, with `_` for other characters than letters and digits
   * @see https://learn.microsoft.com/azure/data-factory/naming-rules
   */
  readonly name?: string;
  /** @default - none */
  readonly description?: string;
  /**
   * Name of the integration runtime that connects, in the same factory.
   *
   * @default - that of Azure, chosen by the service
   */
  readonly integrationRuntime?: string;
}
