import type { IConstruct } from 'constructs';
import type { Problem } from '../../core/errors';
import { problem } from '../../core/validation';
import type { IInvocationHost } from '../../machine-learning/pipeline/invocation/invocation-host';
import { PipelineArgument } from '../../machine-learning/pipeline/invocation/pipeline-argument';
import type {
  V1Assignment,
  V2Input,
} from '../../machine-learning/pipeline/invocation/rendered-argument';
import { PipelineHost } from './pipeline-host';

/** A parameter of a data factory pipeline, passed on to a machine learning pipeline. */
export class ParameterArgument extends PipelineArgument {
  /** @param pipeline the pipeline that has the parameter */
  public constructor(
    private readonly pipeline: IConstruct,
    private readonly parameter: string,
  ) {
    super();
  }

  public _renderV1(name: string, host: IInvocationHost): V1Assignment | Problem {
    return this.isHeldBy(host)
      ? { parameter: `@{pipeline().parameters.${this.parameter}}` }
      : this.elsewhere(name, host.hostName);
  }

  public _renderV2(name: string, host: IInvocationHost): V2Input | Problem {
    return this.isHeldBy(host)
      ? { JobInputType: 'Literal', Value: `@pipeline().parameters.${this.parameter}` }
      : this.elsewhere(name, host.hostName);
  }

  public _renderJobInput(name: string): Problem {
    return this.elsewhere(name, 'a schedule');
  }

  private isHeldBy(host: IInvocationHost): boolean {
    return host instanceof PipelineHost && host.pipeline === this.pipeline;
  }

  private elsewhere(name: string, sender: string): Problem {
    return problem('DataFactoryParameterElsewhere', {
      property: `arguments.${name}`,
      must: `be known to what starts the run, ${sender}`,
      got: `parameter ${this.parameter} of ${this.pipeline.node.path}`,
      fix: 'use parameters of a data factory pipeline in its own activities',
    });
  }
}
