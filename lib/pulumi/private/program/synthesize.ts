import {
  AnnotationMetadataEntryType,
  type App,
  Aspects,
  type IAspect,
  TerraformElement,
  TerraformStack,
} from 'cdktf';
import { ConstructOrder, type IConstruct } from 'constructs';
import { dirname, join } from 'node:path';
import { ValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import { VersionRegister } from '../../../platform/versions/version-register';
import type { JsonObject } from './document';

/** A stack as Terraform would be given it, and the constructs that it came from. */
export interface SynthesizedStack {
  readonly stack: TerraformStack;
  readonly document: JsonObject;
  readonly elements: readonly TerraformElement[];
  /** Where files that lie beside the document are. */
  readonly folder: string;
}

const ERROR: string = AnnotationMetadataEntryType.ERROR;

/** Where cdktf looks for what a construct does while its stack is synthesized. */
const CUSTOM_SYNTHESIS = Symbol.for('cdktf/customSynthesis');

interface CustomSynthesis {
  readonly [CUSTOM_SYNTHESIS]?: { onSynthesize(session: object): void };
}

/** Synthesizes an app as cdktf does, in memory: only files to upload are staged in its output folder. */
export function synthesize(app: App): readonly SynthesizedStack[] {
  const stacks = app.node.findAll().filter((node) => TerraformStack.isStack(node));
  for (const stack of stacks) stack.prepareStack();
  const results = stacks.map((stack) => synthesizeStack(app, stack));
  refuseErrors(app, app.node.validate());
  return results;
}

function synthesizeStack(app: App, stack: TerraformStack): SynthesizedStack {
  visit(stack, [], new Map());
  const constructs = stack.node.findAll();
  for (const construct of constructs) refuseErrors(construct, construct.node.validate());
  stage(app, stack);
  for (const construct of constructs) refuseErrors(construct, errorsOn(construct));
  const { synthesizedStackPath } = app.manifest.forStack(stack);
  return {
    stack,
    document: stack.toTerraform() as JsonObject,
    elements: constructs.filter((node) => TerraformElement.isTerraformElement(node)),
    folder: dirname(join(app.outdir, synthesizedStackPath)),
  };
}

/** Aspects of a construct and of everything above it, each once. */
function visit(
  construct: IConstruct,
  inherited: readonly IAspect[],
  visited: Map<IConstruct, Set<IAspect>>,
): void {
  const aspects = [...inherited, ...Aspects.of(construct).all];
  const done = visited.get(construct) ?? new Set();
  visited.set(construct, done);
  for (const aspect of aspects) {
    if (done.has(aspect)) continue;
    aspect.visit(construct);
    done.add(aspect);
  }
  for (const child of construct.node.children) visit(child, aspects, visited);
}

/** Pulumi's own state says which versions were published, so no file of versions is kept. */
function stage(app: App, stack: TerraformStack): void {
  const session = { outdir: app.outdir, skipValidation: false, manifest: app.manifest };
  for (const construct of stack.node.findAll(ConstructOrder.POSTORDER)) {
    if (construct instanceof VersionRegister) continue;
    (construct as IConstruct & CustomSynthesis)[CUSTOM_SYNTHESIS]?.onSynthesize(session);
  }
}

function errorsOn(construct: IConstruct): readonly string[] {
  return construct.node.metadata
    .filter(({ type }) => type === ERROR)
    .map(({ data }) => String(data));
}

function refuseErrors(scope: IConstruct, errors: readonly string[]): void {
  const [first, ...others] = errors.map((error) =>
    problem('PulumiSynthesisFailed', {
      property: 'app',
      must: 'be one that cdktf synthesizes',
      got: scope.node.path,
      fix: error,
    }),
  );
  if (first !== undefined) throw new ValidationError([first, ...others], scope);
}
