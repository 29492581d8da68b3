import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import { versionRule } from '../../private/version-rule';
import type { EnvironmentAttributes } from '../environment-attributes';
import { environmentNameRule, WORKSPACE } from './environment-rules';

export const ENVIRONMENT_ATTRIBUTES_SHAPE: Shape<EnvironmentAttributes> = {
  name: Is.text,
  workspace: Is.optional(WORKSPACE),
  registry: Is.optional(Is.text),
  version: Is.optional(Is.text),
  label: Is.optional(Is.text),
};

export const ENVIRONMENT_ATTRIBUTES_RULES: readonly Rule<EnvironmentAttributes>[] = [
  environmentNameRule,
  {
    code: 'EnvironmentPlaceAmbiguous',
    check: ({ workspace, registry }) =>
      (workspace === undefined) === (registry === undefined)
        ? {
            property: 'workspace',
            must: 'be given, or registry, and not both',
            got: registry === undefined ? 'neither' : 'both',
          }
        : undefined,
  },
  {
    code: 'EnvironmentRegistryInvalid',
    check: ({ registry }) =>
      mismatches(registry, /^[a-zA-Z0-9][a-zA-Z0-9\-_]{2,32}$/)
        ? {
            property: 'registry',
            must: 'be 3 to 33 letters, digits, "-" or "_", starting with a letter or digit',
            got: registry,
            fix: 'give the name of the registry, not its id; that of Microsoft is azureml',
          }
        : undefined,
  },
  {
    code: 'EnvironmentVersionAmbiguous',
    check: ({ version, label }) =>
      (version === undefined) === (label === undefined)
        ? {
            property: 'version',
            must: 'be given, or label, and not both',
            got: version === undefined ? 'neither' : 'both',
          }
        : undefined,
  },
  versionRule,
  {
    code: 'EnvironmentVersionIsLabel',
    check: ({ version }) =>
      version?.toLowerCase() === 'latest'
        ? {
            property: 'version',
            must: 'be a version: latest is a label',
            got: version,
            fix: "give the version, or label: 'latest' to Environment.fromEnvironmentAttributes",
          }
        : undefined,
  },
  {
    code: 'EnvironmentLabelInvalid',
    check: ({ label }) =>
      mismatches(label, /^[a-zA-Z0-9][a-zA-Z0-9\-_.]{0,254}$/)
        ? {
            property: 'label',
            must: 'be 1 to 255 letters, digits, "-", "_" or ".", starting with a letter or digit',
            got: label,
          }
        : undefined,
  },
];
