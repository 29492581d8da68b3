import { Construct } from 'constructs';
import { contentHash } from '../../../core/content-hash';
import { AssumptionError } from '../../../core/errors';
import type { StringMap } from '../../../azapi/azapi-types';
import { CodeVersion } from '../../code/code-version';
import { ComponentVersion } from '../component-version';
import type { Pipeline } from '../pipeline';
import type { ComponentContext, Step } from '../steps/step';
import { renderPipelineSpec } from './component-body';
import { namesIn } from './names-in-steps';
import { nestedPipelines } from './nesting';
import { sharedComponentVersion } from './shared-component-version';
import { stepContexts } from './step-contexts';

/** What publications at one place do with components of the same name and content. */
export enum Sharing {
  /** There is one publication at the place. */
  NONE,
  /** They have one version of them, since Azure has one. */
  SAME_CONTENT,
}

/** How a pipeline is published. */
export interface ComponentPublication {
  /** A version given by hand for every component, in place of hashes of their content. */
  readonly version?: string | undefined;
  /** @default Sharing.NONE */
  readonly sharing?: Sharing;
  /** Tags of the version of the pipeline; no part of its content. */
  readonly tags?: StringMap | undefined;
}

/**
 * Uploads the code of all steps and makes a component version for each step and for the pipeline, those of
 * the pipelines that it runs as steps first, once every step is found to have a version.
 *
 * @param scope where they stand; several publications may stand at one place where they share
 * @param pipeline closed, with the pipelines in it
 * @returns ARM id of the pipeline component version
 * @throws ValidationError VersionNotComputable, ComponentVersionTaken
 */
export function publishComponents(
  scope: Construct,
  pipeline: Pipeline,
  publication: ComponentPublication = {},
): string {
  if (publication.version === undefined) refuseWhatHasNoVersion(scope, pipeline, new Set());
  return new Publisher(scope, publication).publish(scope, pipeline, publication.tags);
}

function refuseWhatHasNoVersion(scope: Construct, pipeline: Pipeline, seen: Set<Pipeline>): void {
  if (seen.has(pipeline)) return;
  seen.add(pipeline);
  for (const inner of nestedPipelines(pipeline)) refuseWhatHasNoVersion(scope, inner, seen);
  const contexts = stepContexts(pipeline);
  for (const step of pipeline.steps.filter(hasOwnComponent)) {
    contentHash(scope, step._renderSpec(contextOf(contexts, step)), `pipeline.steps.${step.name}`);
  }
  contentHash(scope, renderPipelineSpec(pipeline, new Map()), 'pipeline');
}

/** One publication; what several of its steps run is published once. */
class Publisher {
  private readonly nested = new Map<Pipeline, string>();

  public constructor(
    private readonly root: Construct,
    private readonly publication: ComponentPublication,
  ) {}

  public publish(scope: Construct, pipeline: Pipeline, tags?: StringMap): string {
    const { workspace, steps } = pipeline;
    const contexts = stepContexts(pipeline);
    const parent = childOf(scope, 'Steps');
    const componentIds = new Map(
      steps
        .filter(({ _existingComponent: existingComponent }) => existingComponent === undefined)
        .map((step) => [step.name, this.componentOf(parent, pipeline, step, contexts)]),
    );
    const codeIds = new Map(
      steps.flatMap(({ name, code }) =>
        code === undefined ? [] : [[name, uploaded(parent, workspace, code).codeId] as const],
      ),
    );
    return this.make(scope, 'Pipeline', {
      workspace,
      name: pipeline.pipelineName,
      spec: renderPipelineSpec(pipeline, componentIds, codeIds),
      names: namesIn(pipeline),
      ...(tags === undefined ? {} : { tags }),
    }).componentId;
  }

  private componentOf(
    scope: Construct,
    { workspace }: Pipeline,
    step: Step,
    contexts: ReadonlyMap<string, ComponentContext>,
  ): string {
    if (step._nestedPipeline !== undefined) return this.nestedId(step._nestedPipeline);
    const context = contextOf(contexts, step);
    const code = step.code === undefined ? {} : uploaded(scope, workspace, step.code);
    return this.make(scope, step.name, {
      workspace,
      name: context.name,
      spec: step._renderSpec({ ...context, ...code }),
    }).componentId;
  }

  private nestedId(pipeline: Pipeline): string {
    const id =
      this.nested.get(pipeline) ?? this.publish(this.placeOf(pipeline.pipelineName), pipeline);
    this.nested.set(pipeline, id);
    return id;
  }

  /** Where a pipeline stands that runs as a step; where publications share, beside those that are published. */
  private placeOf(name: string): Construct {
    const { scope } = this.root.node;
    const isShared = this.publication.sharing === Sharing.SAME_CONTENT;
    return childOf(
      isShared && scope instanceof Construct ? scope : childOf(this.root, 'Nested'),
      name,
    );
  }

  private make(
    ...[scope, id, props]: ConstructorParameters<typeof ComponentVersion>
  ): ComponentVersion {
    const { version, sharing } = this.publication;
    const given = { ...props, ...(version === undefined ? {} : { version }) };
    return sharing === Sharing.SAME_CONTENT
      ? sharedComponentVersion(scope, id, given)
      : new ComponentVersion(scope, id, given);
  }
}

function uploaded(...place: Parameters<typeof CodeVersion.of>): { readonly codeId: string } {
  return { codeId: CodeVersion.of(...place).codeId };
}

function hasOwnComponent({
  _existingComponent: existingComponent,
  _nestedPipeline: nestedPipeline,
}: Step): boolean {
  return existingComponent === undefined && nestedPipeline === undefined;
}

function contextOf(contexts: ReadonlyMap<string, ComponentContext>, { name }: Step) {
  const context = contexts.get(name);
  if (context === undefined) throw new AssumptionError(`step ${name} has no context`);
  return context;
}

function childOf(scope: Construct, id: string): Construct {
  const child = scope.node.tryFindChild(id);
  return child instanceof Construct ? child : new Construct(scope, id);
}
