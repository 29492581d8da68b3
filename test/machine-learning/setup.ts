import type { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { Environment } from '../../lib/machine-learning/environment/environment';
import type { IInvocationHost } from '../../lib/machine-learning/pipeline/invocation/invocation-host';
import { Pipeline, type PipelineProps } from '../../lib/machine-learning/pipeline/pipeline';
import { CommandStep } from '../../lib/machine-learning/pipeline/steps/command-step';
import type { CommandStepProps } from '../../lib/machine-learning/pipeline/steps/command-step-props';
import type { IWorkspace } from '../../lib/machine-learning/workspace-types';
import type { ICompute } from '../../lib/machine-learning/compute/compute-types';
import { Template } from '../../lib/testing';

/** The prefix of ARM types. */
export const ML = 'Microsoft.MachineLearningServices/workspaces';

/** An environment that needs no workspace. */
export const ENVIRONMENT = Environment.curated('sklearn-1.5', '1');
/** How specifications name it. */
export const ENVIRONMENT_REFERENCE =
  'azureml://registries/azureml/environments/sklearn-1.5/versions/1';

/** A step that does nothing much. */
export function stepOf(name: string, props: Partial<CommandStepProps> = {}): CommandStep {
  return new CommandStep(name, { command: 'true', environment: ENVIRONMENT, ...props });
}

/** A pipeline of one step, unless told otherwise. */
export function pipelineOf(
  platform: {
    readonly stack: Construct;
    readonly workspace: IWorkspace;
    readonly compute: ICompute;
  },
  props: Partial<PipelineProps> = {},
  id = 'Train',
): Pipeline {
  const { stack, workspace, compute } = platform;
  const steps = props.steps ?? [stepOf('only')];
  return new Pipeline(stack, id, { workspace, defaultCompute: compute, ...props, steps });
}

/** Somebody who sends requests and writes expressions in angle brackets. */
export const HOST: IInvocationHost = {
  hostName: 'a test',
  escapeLiteral: (text) => text.replaceAll('<', '<<'),
};

/** The same, started by a blob. */
export const BLOB_HOST: IInvocationHost = {
  ...HOST,
  triggeringBlob: { uri: '<blob uri>', relativePath: '<blob path>' },
};

/** An `azapi_resource` as it is emitted. */
export interface EmittedResource {
  readonly name: string;
  readonly parent_id: string;
  readonly type: string;
  readonly body: { readonly properties: { readonly [key: string]: unknown } };
  readonly [key: string]: unknown;
}

/** The `azapi_resource` blocks of a type below `Microsoft.MachineLearningServices/workspaces`, by address. */
export function emitted(stack: TerraformStack, type: string): ReadonlyMap<string, EmittedResource> {
  const found = Template.fromStack(stack).resources('azapi_resource', {
    type: `${ML}/${type}@2025-06-01`,
  });
  return new Map(Object.entries(found) as [string, EmittedResource & object][]);
}

/** The one `azapi_resource` of a type. */
export function onlyEmitted(stack: TerraformStack, type: string): EmittedResource {
  const found = Template.fromStack(stack).resource('azapi_resource', {
    type: `${ML}/${type}@2025-06-01`,
  });
  return found as unknown as EmittedResource;
}

/** Specifications of the components of a stack, by name. */
export function specsOf(stack: TerraformStack): Readonly<Record<string, object>> {
  return Object.fromEntries(
    [...emitted(stack, 'components/versions').values()].map(({ body }) => {
      const spec = body.properties['componentSpec'] as { readonly name: string };
      return [spec.name, spec];
    }),
  );
}
