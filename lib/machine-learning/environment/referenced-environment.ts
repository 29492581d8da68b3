import { validateValue } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';
import type { IEnvironment } from './environment-types';
import {
  ENVIRONMENT_VERSION_RULES,
  ENVIRONMENT_VERSION_SHAPE,
  REGISTERED_ENVIRONMENT_SHAPE,
} from './private/environment-rules';

/** An environment of a registry, by name and version. */
export class CuratedEnvironment implements IEnvironment {
  public readonly environmentReference: string;

  /** @throws UnscopedValidationError EnvironmentNameInvalid, VersionInvalid */
  public constructor(registry: string, name: string, version: string) {
    validateValue({ name, version }, ENVIRONMENT_VERSION_SHAPE, ENVIRONMENT_VERSION_RULES);
    this.environmentReference = `azureml://registries/${registry}/environments/${name}/versions/${version}`;
  }
}

/** An environment that a workspace has already, by name and version. */
export class RegisteredEnvironment implements IEnvironment {
  public readonly environmentReference: string;

  /** @throws UnscopedValidationError EnvironmentNameInvalid, VersionInvalid */
  public constructor(workspace: IWorkspace, name: string, version: string) {
    validateValue(
      { workspace, name, version },
      REGISTERED_ENVIRONMENT_SHAPE,
      ENVIRONMENT_VERSION_RULES,
    );
    this.environmentReference = `azureml:${workspace.workspaceId}/environments/${name}/versions/${version}`;
  }
}
