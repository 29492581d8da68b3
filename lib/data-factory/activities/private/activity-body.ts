import type { ArmObject } from '../../../azapi/azapi-types';
import type { Duration } from '../../../core/duration';
import type { Problem } from '../../../core/errors';

/** An activity as Microsoft.DataFactory/factories/pipelines@2018-06-01 takes it. */
export interface ArmActivity extends ArmObject {
  readonly name: string;
  readonly type: string;
  readonly dependsOn: readonly ArmDependency[];
}

/** What one activity becomes in the service: at least one, each waiting for the one before. */
export type ArmActivities = readonly [ArmActivity, ...ArmActivity[]];

/** That an activity waits for another one, as the service takes it. */
export interface ArmDependency {
  readonly activity: string;
  readonly dependencyConditions: readonly string[];
}

/** What tells one activity from another. */
export interface ActivityParts {
  readonly name: string;
  readonly type: string;
  readonly description?: string | undefined;
  readonly dependsOn?: readonly ArmDependency[];
  readonly policy?: ArmObject;
  readonly linkedServiceName?: ArmObject | undefined;
  readonly inputs?: readonly ArmObject[];
  readonly outputs?: readonly ArmObject[];
  readonly typeProperties: ArmObject;
}

/** What of an activity is its own: what it is, and what is checked once the pipeline is complete. */
export interface ActivityDefinition extends Omit<
  ActivityParts,
  'name' | 'description' | 'dependsOn' | 'policy'
> {
  readonly checks?: readonly (() => readonly Problem[])[];
}

/**
 * An activity with the lists that the service fills in when they are left out. Pure.
 *
 * @returns `{ name, type, description?, dependsOn, userProperties, policy?, linkedServiceName?, inputs?, outputs?, typeProperties }`
 */
export function renderActivity(parts: ActivityParts): ArmActivity {
  const {
    name,
    type,
    description,
    dependsOn = [],
    policy,
    linkedServiceName,
    inputs,
    outputs,
  } = parts;
  return {
    name,
    type,
    ...(description === undefined ? {} : { description }),
    dependsOn,
    userProperties: [],
    ...(policy === undefined ? {} : { policy }),
    ...(linkedServiceName === undefined ? {} : { linkedServiceName }),
    ...(inputs === undefined ? {} : { inputs }),
    ...(outputs === undefined ? {} : { outputs }),
    typeProperties: parts.typeProperties,
  };
}

/** How long an activity may take and how often it is tried. */
export interface PolicyParts {
  readonly timeout: Duration;
  readonly retry: number;
  readonly retryInterval: Duration;
  readonly secureInput?: boolean;
  readonly secureOutput?: boolean;
}

/**
 * How long an activity may take and how often it is tried, with the service's defaults. Pure.
 *
 * @returns `{ timeout, retry, retryIntervalInSeconds, secureInput, secureOutput }`
 */
export function renderPolicy(parts: PolicyParts): ArmObject {
  const { timeout, retry, retryInterval, secureInput = false, secureOutput = false } = parts;
  return {
    timeout: timeout.toTimespan(),
    retry,
    retryIntervalInSeconds: retryInterval.toSeconds(),
    secureInput,
    secureOutput,
  };
}

/**
 * Authentication of a request as the identity of the factory. Pure.
 *
 * @param audience audience of the token
 * @param credentialName credential of the user-assigned identity; the system-assigned one when undefined
 * @returns `{ type, resource, credential? }`
 */
export function renderAuthentication(
  audience: string,
  credentialName: string | undefined,
): ArmObject {
  return credentialName === undefined
    ? { type: 'MSI', resource: audience }
    : {
        type: 'UserAssignedManagedIdentity',
        resource: audience,
        credential: { referenceName: credentialName, type: 'CredentialReference' },
      };
}

/** An expression of Data Factory where the service wants it marked as one. Pure. */
export function expression(value: string): ArmObject {
  return { value, type: 'Expression' };
}

/** Text of a user, marked as an expression where it is one. Pure. */
export function textOrExpression(text: string): string | ArmObject {
  return /^@|@\{/.test(text) ? expression(text) : text;
}

/** That an activity waits until another one has succeeded. Pure. */
export function after(activity: string): readonly ArmDependency[] {
  return [{ activity, dependencyConditions: ['Succeeded'] }];
}

/** A reference to a linked service. Pure. */
export function linkedServiceReference(referenceName: string): ArmObject {
  return { referenceName, type: 'LinkedServiceReference' };
}

/** A reference to a dataset. Pure. */
export function datasetReference(referenceName: string): ArmObject {
  return { referenceName, type: 'DatasetReference' };
}
