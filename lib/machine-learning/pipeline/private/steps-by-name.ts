import type { Step } from '../steps/step';

/** The steps of a pipeline by their names. */
export type StepsByName = ReadonlyMap<string, Step>;
