import type { Problem } from '../../../core/errors';
import { problem } from '../../../core/validation';
import type { IWorkspace } from '../../workspace-types';
import type { Pipeline } from '../pipeline';
import type { Step } from '../steps/step';
import { isOtherWorkspace, otherWorkspaceOf } from './other-workspace';

/** What a pipeline names, and belongs to a workspace. */
interface Part {
  readonly property: string;
  readonly kind: string;
  readonly workspace: IWorkspace;
}

/**
 * Computes, datastores, environments and data assets that are not of the workspace of the pipeline. The
 * first two are named without it, so that others of the same name would be used. Pure; linear in steps and
 * bindings.
 */
export function workspaceProblems(pipeline: Pipeline): readonly Problem[] {
  const { workspace, steps } = pipeline;
  return [
    ...[...placesOf(pipeline), ...steps.flatMap(placesOfStep)]
      .filter((part) => isOtherWorkspace(workspace, part.workspace))
      .map(({ property, kind, workspace: other }) =>
        otherWorkspace(property, kind, workspace, other.workspaceName),
      ),
    ...steps.flatMap((step) => assetProblems(step, workspace)),
  ];
}

function placesOf({ defaultCompute, defaultDatastore, inputs }: Pipeline): readonly Part[] {
  return [
    ...partOf('defaultCompute', 'compute', defaultCompute),
    ...partOf('defaultDatastore', 'datastore', defaultDatastore),
    ...Object.entries(inputs).flatMap(([name, { _defaultCompute: compute }]) =>
      partOf(`inputs.${name}`, 'compute', compute),
    ),
  ];
}

function placesOfStep({ name, compute, inputs, outputs }: Step): readonly Part[] {
  const at = `steps.${name}`;
  return [
    ...partOf(`${at}.compute`, 'compute', compute),
    ...Object.entries(inputs).flatMap(([key, { _datastore: datastore }]) =>
      partOf(`${at}.inputs.${key}`, 'datastore', datastore),
    ),
    ...Object.entries(outputs).flatMap(([key, { _datastore: datastore }]) =>
      partOf(`${at}.outputs.${key}`, 'datastore', datastore),
    ),
  ];
}

function partOf(
  property: string,
  kind: string,
  owner: { readonly workspace: IWorkspace } | undefined,
): readonly Part[] {
  return owner === undefined ? [] : [{ property, kind, workspace: owner.workspace }];
}

function assetProblems(
  { name, _environment: environment, inputs }: Step,
  own: IWorkspace,
): readonly Problem[] {
  const foreign = (property: string, kind: string, asset: object, id: string) => {
    const other = otherWorkspaceOf(own, asset, id);
    return other === undefined ? [] : [otherWorkspace(property, kind, own, other)];
  };
  return [
    ...(environment === undefined
      ? []
      : foreign(
          `steps.${name}.environment`,
          'environment',
          environment,
          environment.environmentReference,
        )),
    ...Object.entries(inputs).flatMap(([key, { binding }]) =>
      binding.data?.asset === undefined
        ? []
        : foreign(
            `steps.${name}.inputs.${key}`,
            'data asset',
            binding.data.asset,
            binding.data.uri,
          ),
    ),
  ];
}

function otherWorkspace(property: string, kind: string, own: IWorkspace, got: string): Problem {
  return problem('PipelineOtherWorkspace', {
    property,
    must: `be a ${kind} of workspace ${own.workspaceName}, as the pipeline is`,
    got,
    fix: `declare or import the ${kind} in the workspace of the pipeline`,
  });
}
