import { guidRule } from '../../core/guid-rule';
import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import type { MlStackProps } from '../ml-stack';
import { RoleAssignmentMode } from '../settings';

/** Props of a stack with their defaults. */
export type ResolvedMlStackProps = MlStackProps &
  Required<
    Pick<
      MlStackProps,
      | 'cloud'
      | 'backend'
      | 'roleAssignments'
      | 'registerResourceProviders'
      | 'azurermVersion'
      | 'azapiVersion'
    >
  >;

export const ML_STACK_SHAPE: Shape<ResolvedMlStackProps> = {
  subscriptionId: Is.text,
  location: Is.optional(Is.text),
  tenantId: Is.optional(Is.text),
  backend: Is.having('a StateBackend', '_attachTo'),
  tags: Is.optional(Is.map(Is.string)),
  cloud: Is.having('an AzureCloud', 'terraformEnvironment'),
  roleAssignments: Is.known(Is.oneOf(Object.values(RoleAssignmentMode))),
  registerResourceProviders: Is.known(Is.boolean),
  azurermVersion: Is.known(Is.text),
  azapiVersion: Is.known(Is.text),
  versionsFile: Is.optional(Is.known(Is.text)),
};

/** @see https://developer.hashicorp.com/terraform/language/expressions/version-constraints */
const ONE = String.raw`\s*(?:=|!=|>=|<=|>|<|~>)?\s*\d+(?:\.\d+){0,2}(?:-[0-9A-Za-z.-]+)?\s*`;
const CONSTRAINT = new RegExp(`^${ONE}(?:,${ONE})*$`);

export const ML_STACK_RULES: readonly Rule<MlStackProps>[] = [
  guidRule({
    code: 'SubscriptionIdInvalid',
    property: 'subscriptionId',
    what: 'a subscription id',
    fix: 'take it from "az account show --query id"',
  }),
  guidRule({
    code: 'TenantIdInvalid',
    property: 'tenantId',
    what: 'a tenant id',
    fix: 'take it from "az account show --query tenantId"',
  }),
  versionConstraint('azurermVersion'),
  versionConstraint('azapiVersion'),
];

function versionConstraint(property: 'azurermVersion' | 'azapiVersion'): Rule<MlStackProps> {
  return {
    code: 'VersionConstraintInvalid',
    check: (props) =>
      mismatches(props[property], CONSTRAINT)
        ? {
            property,
            must: 'be a Terraform version constraint, such as "~> 4.81"',
            got: props[property],
          }
        : undefined,
  };
}
