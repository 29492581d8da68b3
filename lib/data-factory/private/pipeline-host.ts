import type { IConstruct } from 'constructs';
import type {
  IInvocationHost,
  TriggeringBlob,
} from '../../machine-learning/pipeline/invocation/invocation-host';
import { TRIGGERING_BLOB } from './triggering-blob';

/** A pipeline of a data factory, as it sends invocations. */
export class PipelineHost implements IInvocationHost {
  public readonly hostName = 'a Data Factory pipeline';
  public readonly triggeringBlob: TriggeringBlob = TRIGGERING_BLOB;

  /** @param pipeline the pipeline, which arguments that name its parameters must belong to */
  public constructor(public readonly pipeline: IConstruct) {}

  /**
   * `@` at the start makes all of a text an expression, and `@@` there makes all of it plain; elsewhere
   * only `@{` starts an expression.
   *
   * @see https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions#expressions
   */
  public escapeLiteral(text: string): string {
    return text.startsWith('@') ? `@${text}` : text.replaceAll('@{', '@@{');
  }
}
