import { Lazy } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { pinned } from '../azapi/api-versions';
import { AzapiResource } from '../azapi/azapi-resource';
import { type Problem, ValidationError } from '../core/errors';
import { escapeTemplates, escapeText } from '../core/terraform-text';
import { validateProps, withDefaults } from '../core/validation';
import type { PipelineArgument } from '../machine-learning/pipeline/invocation/pipeline-argument';
import type { Activity } from './activities/activity';
import type { ArmActivities } from './activities/private/activity-body';
import type { IDataFactory } from './data-factory';
import { DataFactoryParameter, type DataFactoryParameters } from './data-factory-parameter';
import type { DataFactoryVariables } from './data-factory-variable';
import { ImportedDataFactoryPipeline } from './imported-data-factory-pipeline';
import { type ActivityChain, renderChains } from './private/activity-chain';
import { type GraphNode, graphProblems } from './private/activity-graph';
import { namesIn } from './private/activity-names';
import { renderDataFactoryPipelineBody } from './private/data-factory-pipeline-body';
import {
  ADDED_ACTIVITY_SHAPE,
  DATA_FACTORY_PIPELINE_RULES,
  DATA_FACTORY_PIPELINE_SHAPE,
  parameterProblems,
  takenProblems,
} from './private/data-factory-pipeline-rules';
import { takeName } from './private/factory-names';
import { warnOfGit } from './private/git-warning';
import { ParameterArgument } from './private/parameter-argument';
import { PipelineHost } from './private/pipeline-host';
import { linkedServiceTo } from './private/linked-service-to';
import { messagesOf } from './private/messages-of';
import { PipelineLinks } from './private/pipeline-links';
import { blobParametersIn } from './private/triggering-blob';

/** A pipeline of a data factory, declared here or existing. */
export interface IDataFactoryPipeline extends IConstruct {
  /** Name. */
  readonly pipelineName: string;
  /** The factory that it belongs to. */
  readonly factory: IDataFactory;
  /**
   * What its runs take; `undefined` for an existing pipeline.
   *
   * @jsii ignore
   */
  readonly parameters?: DataFactoryParameters;
}

/** Properties of a {@link DataFactoryPipeline}. */
export interface DataFactoryPipelineProps {
  /** The factory that it belongs to. Changing it replaces the pipeline. */
  readonly factory: IDataFactory;
  /**
   * 1 to 260 characters, inclusive, starting with a letter, digit or `_`, without
   * `< > * # . % & : \ + ? /`; unique among the pipelines of the factory, cases ignored. Changing it
   * replaces the pipeline.
   *
   * @default - the construct id
   * @see https://learn.microsoft.com/azure/data-factory/naming-rules
   */
  readonly name?: string;
  /**
   * Its first activities, as {@link DataFactoryPipeline.addActivity} adds them.
   *
   * @default - none yet
   */
  readonly activities?: Activity[];
  /**
   * What a run takes, by name: letters, digits and `_`, not starting with a digit.
   *
   * @default - nothing, but what {@link BlobReference.triggeringBlob} needs
   */
  readonly parameters?: DataFactoryParameters;
  /**
   * What activities of a run may set and read, by name: letters, digits and `_`, not starting with a
   * digit.
   *
   * @default - none
   */
  readonly variables?: DataFactoryVariables;
  /** @default - none */
  readonly description?: string;
  /**
   * Most runs at one time, at least 1; further ones wait.
   *
   * @default - no limit, decided by the service
   */
  readonly concurrency?: number;
  /**
   * Folder that the studio shows the pipeline in, such as `training/nightly`.
   *
   * @default - none
   */
  readonly folder?: string;
  /**
   * Words that the studio finds the pipeline by.
   *
   * @default - none
   */
  readonly annotations?: string[];
}

interface AddedActivity {
  readonly activity: Activity;
  readonly activities: ArmActivities;
  readonly checks?: readonly (() => readonly Problem[])[];
}

/**
 * A pipeline of a data factory: `azapi_resource`, `Microsoft.DataFactory/factories/pipelines`.
 *
 * An argument {@link BlobReference.triggeringBlob} adds the parameters `triggeringBlobFolder`,
 * `triggeringBlobName` and, for v2, `triggeringBlobEndpoint`, which every {@link BlobEventTrigger} of
 * the pipeline fills.
 */
export class DataFactoryPipeline extends Construct implements IDataFactoryPipeline {
  /**
   * An existing pipeline.
   *
   * @throws ValidationError ImportedDataFactoryPipelineNameInvalid
   */
  public static fromPipelineName(
    scope: Construct,
    id: string,
    factory: IDataFactory,
    name: string,
  ): IDataFactoryPipeline {
    return new ImportedDataFactoryPipeline(scope, id, { factory, name });
  }

  public readonly pipelineName: string;
  public readonly factory: IDataFactory;
  private readonly declared: DataFactoryParameters;
  private readonly host = new PipelineHost(this);
  private readonly added: AddedActivity[] = [];
  private readonly variables: DataFactoryVariables;

  /**
   * @throws ValidationError DataFactoryPipelineNameInvalid, DataFactoryParameterNameInvalid,
   *   DataFactoryVariableNameInvalid, DataFactoryConcurrencyOutOfRange, DataFactoryNameTaken, and those of
   *   {@link DataFactoryPipeline.addActivity}
   */
  public constructor(scope: Construct, id: string, props: DataFactoryPipelineProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      name: id,
      activities: [],
      parameters: {},
      variables: {},
      annotations: [],
    });
    validateProps(this, resolved, DATA_FACTORY_PIPELINE_SHAPE, DATA_FACTORY_PIPELINE_RULES);
    const { factory, name, activities, parameters } = resolved;
    takeName(this, factory, 'pipeline', name);
    this.factory = factory;
    this.declared = parameters;
    this.variables = resolved.variables;
    this.addAll(activities);
    warnOfGit(this, factory);

    const resource = new AzapiResource(this, 'Resource', {
      type: pinned('Microsoft.DataFactory/factories/pipelines'),
      name: escapeText(name),
      parentId: factory.factoryId,
      body: Lazy.anyValue({
        produce: () =>
          escapeTemplates(
            renderDataFactoryPipelineBody({
              ...resolved,
              activities: renderChains(this.chains),
              parameters: this.parameters,
            }),
          ),
      }),
    });
    this.pipelineName = resource.name;
    this.node.addValidation({
      validate: () => messagesOf(this.problems),
    });
  }

  public get parameters(): DataFactoryParameters {
    const activities = this.added.map((added) => added.activities);
    const needed = blobParametersIn(activities)
      .filter((name) => !Object.hasOwn(this.declared, name))
      .map((name) => [name, DataFactoryParameter.string()] as const);
    return { ...this.declared, ...Object.fromEntries(needed) };
  }

  /**
   * Adds an activity, and grants the factory what it needs to run machine learning pipelines.
   *
   * @returns the activity
   * @throws ValidationError ActivityNameTaken, and what the activity finds wrong with this pipeline
   */
  public addActivity(activity: Activity): Activity {
    validateProps(this, { activity }, ADDED_ACTIVITY_SHAPE);
    this.addAll([activity]);
    return activity;
  }

  /**
   * A parameter of this pipeline, to be passed on to a machine learning pipeline that it runs.
   *
   * @throws ValidationError DataFactoryParameterUnknown
   */
  public parameter(name: string): PipelineArgument {
    this.refuse(parameterProblems(name, this.declared));
    return new ParameterArgument(this, name);
  }

  /** Adds all of them or, where one is refused, none, and nothing that they need. */
  private addAll(activities: readonly Activity[]): void {
    const names = [...this.names];
    const bound = activities.map((activity) => {
      this.refuse(takenProblems([activity.name], names));
      const parts = activity._boundIn({
        pipeline: this,
        host: this.host,
        variables: Object.keys(this.variables),
      });
      this.refuse(takenProblems(namesIn(parts.activities), names));
      names.push(...namesIn(parts.activities));
      return { activity, ...parts };
    });
    const grants = bound.flatMap((one) => one.grants ?? []);
    const grantees = grants.length === 0 ? [] : [{ grantPrincipal: this.factory.grantPrincipal }];

    for (const workspace of bound.flatMap(({ linked = [] }) => linked)) {
      linkedServiceTo(workspace, this.factory);
    }
    const links = PipelineLinks.of(this);
    for (const { runs, executes = [], enabled } of bound) {
      links.addActivity(enabled);
      runs.forEach((run) => {
        links.addRun(run);
      });
      executes.forEach((execution) => {
        links.addExecuted(PipelineLinks.of(execution.pipeline), execution.enabled);
      });
    }
    for (const grantee of grantees) {
      grants.forEach((grant) => {
        links.addGrant(grant(grantee));
      });
    }
    this.added.push(...bound);
  }

  private get chains(): readonly ActivityChain[] {
    return this.added.map(({ activity, activities }) => ({
      name: activity.name,
      activities,
      dependencies: activity.dependencies,
    }));
  }

  private get graph(): readonly GraphNode[] {
    return this.added.map(({ activity: { name, dependencies } }) => ({
      name,
      waitsFor: dependencies.map((dependency) => dependency.activity),
    }));
  }

  private get problems(): readonly Problem[] {
    const checks = this.added.flatMap((added) => added.checks ?? []);
    return [...graphProblems(this.graph), ...checks.flatMap((check) => check())];
  }

  private get names(): readonly string[] {
    return this.added.flatMap(({ activities }) => namesIn(activities));
  }

  private refuse(problems: readonly Problem[]): void {
    const [first, ...rest] = problems;
    if (first !== undefined) throw new ValidationError([first, ...rest], this);
  }
}
