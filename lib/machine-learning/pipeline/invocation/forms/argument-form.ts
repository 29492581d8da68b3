import type { Problem } from '../../../../core/errors';
import type { DataType } from '../../data-type';
import type { IInvocationHost } from '../invocation-host';
import type { JobInput, V1Assignment, V2Input } from '../rendered-argument';

/** What an argument is made of, and how each kind of request writes that. */
export interface ArgumentForm {
  /** What it is, as an error tells it. */
  readonly told: string;
  /** Whether an input of a type takes it. */
  fits(type: DataType): boolean;
  /** For v1 requests: the assignment, or the problem why there is none. */
  renderV1(name: string, host: IInvocationHost): V1Assignment | Problem;
  /** For v2 requests: the input, or the problem why there is none. */
  renderV2(name: string, host: IInvocationHost): V2Input | Problem;
  /** For scheduled jobs: the input, or the problem why there is none. */
  renderJobInput(name: string): JobInput | Problem;
}
