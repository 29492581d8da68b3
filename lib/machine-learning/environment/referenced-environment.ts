import { validateValue } from '../../core/validation';
import type { EnvironmentAttributes } from './environment-attributes';
import type { IEnvironment } from './environment-types';
import {
  ENVIRONMENT_ATTRIBUTES_RULES,
  ENVIRONMENT_ATTRIBUTES_SHAPE,
} from './private/environment-attributes-rules';

/** An environment that exists, of a workspace or a registry; emits nothing. */
export class ReferencedEnvironment implements IEnvironment {
  public readonly environmentReference: string;

  /**
   * @throws UnscopedValidationError EnvironmentNameInvalid, EnvironmentRegistryInvalid,
   *   EnvironmentPlaceAmbiguous, EnvironmentVersionAmbiguous, VersionInvalid, EnvironmentVersionIsLabel,
   *   EnvironmentLabelInvalid
   */
  public constructor(attributes: EnvironmentAttributes) {
    const given: unknown = attributes;
    validateValue(given, ENVIRONMENT_ATTRIBUTES_SHAPE, ENVIRONMENT_ATTRIBUTES_RULES);
    const { name, workspace, registry = '', version, label = '' } = given;
    const place =
      workspace === undefined
        ? `azureml://registries/${registry}`
        : `azureml:${workspace.workspaceId}`;
    const which = version === undefined ? `labels/${label}` : `versions/${version}`;
    this.environmentReference = `${place}/environments/${name}/${which}`;
  }
}
