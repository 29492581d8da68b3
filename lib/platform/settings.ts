import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { AzureCloud } from '../core/cloud';
import { Is, type Shape, validateProps } from '../core/validation';
import type { StringMap } from '../azapi/azapi-types';

/** What happens with the role assignments that constructs need. */
export enum RoleAssignmentMode {
  /** Terraform makes them; the deployer needs `Microsoft.Authorization/roleAssignments/write`. */
  CREATE = 'create',
  /** Nothing is assigned; the output `required_role_assignments` lists what somebody else must assign. */
  REPORT = 'report',
}

/** What holds for every construct of this library in a stack. */
export interface StackSettings {
  /**
   * Subscription that the providers of the stack work in, a GUID.
   *
   * @default - read from the ARM ids of resources, at apply
   */
  readonly subscriptionId?: string;
  /**
   * Region of resource groups that name none.
   *
   * @default - none, each resource group names its own
   */
  readonly location?: string;
  /** @default AzureCloud.PUBLIC */
  readonly cloud?: AzureCloud;
  /**
   * Tags of every resource whose tags can change without replacing it.
   *
   * @default - none
   */
  readonly tags?: StringMap;
  /** @default RoleAssignmentMode.CREATE */
  readonly roleAssignments?: RoleAssignmentMode;
  /**
   * File that keeps the published versions of the stack, so that none is destroyed when it is no longer
   * declared; relative to the working directory, committed. Stacks of the same id with a state for each
   * environment need a file each.
   *
   * @default - the context value `cdktfAzuremlVersionsFile`, else `cdktf-azureml.versions`
   */
  readonly versionsFile?: string;
}

/** Settings with their defaults filled in. */
export interface ResolvedSettings {
  readonly subscriptionId: string | undefined;
  readonly location: string | undefined;
  readonly cloud: AzureCloud;
  readonly tags: StringMap;
  readonly roleAssignments: RoleAssignmentMode;
  readonly versionsFile: string | undefined;
}

const KEY = Symbol.for('cdktf-azureml.settings');

const SETTINGS_SHAPE: Shape<StackSettings> = {
  subscriptionId: Is.optional(Is.text),
  location: Is.optional(Is.text),
  cloud: Is.optional(Is.having('an AzureCloud', 'terraformEnvironment')),
  tags: Is.optional(Is.map(Is.string)),
  roleAssignments: Is.optional(Is.known(Is.oneOf(Object.values(RoleAssignmentMode)))),
  versionsFile: Is.optional(Is.known(Is.text)),
};

interface Holder {
  [KEY]?: ResolvedSettings;
}

/**
 * Gives a stack its settings; {@link MlStack} does this, plain stacks may.
 *
 * @throws ValidationError PropertyTypeInvalid, PropertiesMissing
 */
export function applySettings(stack: TerraformStack, settings: StackSettings): void {
  validateProps(stack, settings, SETTINGS_SHAPE);
  keepSettings(stack, resolved(settings));
}

/** The same of settings that were validated, with their defaults. */
export function keepSettings(stack: TerraformStack, settings: ResolvedSettings): void {
  const holder = stack as TerraformStack & Holder;
  holder[KEY] = settings;
}

/** The settings that hold where a construct stands. */
export function settingsOf(scope: IConstruct): ResolvedSettings {
  const holder = TerraformStack.of(scope) as TerraformStack & Holder;
  return holder[KEY] ?? resolved({});
}

/** The tags of a resource: those of the stack, then its own; none where both are empty. */
export function tagsOf(scope: IConstruct, own: StringMap | undefined): StringMap | undefined {
  const tags = Object.assign({}, settingsOf(scope).tags, own);
  return Object.keys(tags).length === 0 ? undefined : tags;
}

function resolved(settings: StackSettings): ResolvedSettings {
  return {
    subscriptionId: settings.subscriptionId,
    location: settings.location,
    cloud: settings.cloud ?? AzureCloud.PUBLIC,
    tags: settings.tags ?? {},
    roleAssignments: settings.roleAssignments ?? RoleAssignmentMode.CREATE,
    versionsFile: settings.versionsFile,
  };
}
