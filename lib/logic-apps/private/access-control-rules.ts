import {
  type Finding,
  Is,
  isUnresolved,
  mismatches,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../core/validation';
import type {
  CallerAccess,
  EntraAuthorizationPolicy,
  WorkflowAccessControl,
} from '../access-control';
import { Typed } from './prop-types';

const POLICY: PropertyType = {
  name: 'an EntraAuthorizationPolicy: name, issuer, audience and claims, all text',
  accepts: (value) =>
    Is.object.accepts(value) &&
    ['name', 'issuer', 'audience'].every((key) => Typed.text.accepts(partOf(value, key))) &&
    isAbsentOr(Typed.mapOf(Typed.text), partOf(value, 'claims')),
};

const CALLER_ACCESS: PropertyType = {
  name: 'a CallerAccess: allowedIpRanges and authorizationPolicies, lists',
  accepts: (value) =>
    Is.object.accepts(value) &&
    isAbsentOr(Typed.listOf(Typed.text), partOf(value, 'allowedIpRanges')) &&
    isAbsentOr(Typed.listOf(POLICY), partOf(value, 'authorizationPolicies')),
};

export const CALLER_ACCESS_SHAPE: Shape<CallerAccess> = {
  allowedIpRanges: Is.optional(Typed.listOf(Typed.text)),
  authorizationPolicies: Is.optional(Typed.listOf(POLICY)),
};

const PARTS = ['triggers', 'contents', 'actions', 'management'] as const;

export const ACCESS_CONTROL: PropertyType = {
  name: 'a WorkflowAccessControl',
  accepts: (value) =>
    Is.object.accepts(value) &&
    PARTS.every((part) => isAbsentOr(CALLER_ACCESS, partOf(value, part))),
};

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#authentication-limits */
const MAX_POLICIES = 5;
const MAX_OTHER_CLAIMS = 8;
const MAX_CLAIM_LENGTH = 150;

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ADDRESS = `${OCTET}(?:\\.${OCTET}){3}`;
const RANGE = new RegExp(`^${ADDRESS}(?:/(?:3[0-2]|[12]?\\d)|-${ADDRESS})$`);

/** What a caller's access must fulfil. */
export const CALLER_ACCESS_RULES: readonly Rule<CallerAccess>[] = [
  {
    code: 'IpRangeInvalid',
    check: ({ allowedIpRanges = [] }) => {
      const index = allowedIpRanges.findIndex((range) => mismatches(range, RANGE));
      return index === -1
        ? undefined
        : {
            property: `allowedIpRanges[${String(index)}]`,
            must: 'be an IPv4 range such as 192.0.2.0/24 or 192.0.2.1-192.0.2.9',
            got: allowedIpRanges[index],
            fix: 'write one address as a range of itself, such as 192.0.2.1/32',
          };
    },
  },
  {
    code: 'AuthorizationPoliciesOutOfRange',
    check: ({ authorizationPolicies: policies }) =>
      policies === undefined || (policies.length > 0 && policies.length <= MAX_POLICIES)
        ? undefined
        : {
            property: 'authorizationPolicies',
            must: 'be between 1 and 5, inclusive',
            got: policies.length,
            fix: 'leave it out where no token is asked for',
          },
  },
  policyRule('AuthorizationPolicyNameInvalid', ({ name }, others) =>
    mismatches(name, /^[^/\\?#%&]{1,80}$/) ||
    others.some((other) => other.name.toLowerCase() === name.toLowerCase())
      ? {
          property: 'name',
          must: 'be 1 to 80 characters without / \\ ? # % &, and unique among the policies, cases ignored',
          got: name,
        }
      : undefined,
  ),
  policyRule('AuthorizationIssuerInvalid', ({ issuer }) =>
    mismatches(issuer, /^https:\/\/[^/\s]+\/\S+$/)
      ? {
          property: 'issuer',
          must: 'be an https:// URL that names a tenant',
          got: issuer,
          fix: 'use https://sts.windows.net/TENANT_ID/, or https://login.microsoftonline.com/TENANT_ID/v2.0 for tokens of version 2',
        }
      : undefined,
  ),
  policyRule('AuthorizationClaimsInvalid', ({ audience, claims = {} }) =>
    claimFinding(audience, claims),
  ),
];

/** The same, for each part of the access control of a workflow. */
export const ACCESS_CONTROL_RULES: readonly Rule<{
  readonly accessControl?: WorkflowAccessControl;
}>[] = CALLER_ACCESS_RULES.map(({ code, check }) => ({
  code,
  check: ({ accessControl = {} }) =>
    PARTS.map((part) => within(`accessControl.${part}`, check(accessControl[part] ?? {}))).find(
      (found) => found !== undefined,
    ),
}));

function policyRule(
  code: string,
  check: (
    policy: EntraAuthorizationPolicy,
    others: readonly EntraAuthorizationPolicy[],
  ) => Finding | undefined,
): Rule<CallerAccess> {
  return {
    code,
    check: ({ authorizationPolicies = [] }) =>
      authorizationPolicies
        .map((policy, index) =>
          within(
            `authorizationPolicies[${String(index)}]`,
            check(policy, authorizationPolicies.slice(0, index)),
          ),
        )
        .find((found) => found !== undefined),
  };
}

function within(place: string, found: Finding | undefined): Finding | undefined {
  return found === undefined ? undefined : { ...found, property: `${place}.${found.property}` };
}

function claimFinding(
  audience: string,
  claims: Readonly<Record<string, string>>,
): Finding | undefined {
  const must = 'be at most 8 with values of at most 150 characters, without iss and aud';
  const names = Object.keys(claims);
  if (names.length > MAX_OTHER_CLAIMS) return { property: 'claims', must, got: names.length };
  const taken = names.find((name) => ['', 'iss', 'aud'].includes(name.trim().toLowerCase()));
  if (taken !== undefined) return { property: 'claims', must, got: taken };
  const long = Object.entries({ audience, ...claims }).find(([, value]) => isTooLong(value));
  return long === undefined
    ? undefined
    : { property: long[0] === 'audience' ? long[0] : 'claims', must, got: long[1] };
}

function isTooLong(value: string): boolean {
  return !isUnresolved(value) && value.length > MAX_CLAIM_LENGTH;
}

function partOf(value: unknown, key: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[key];
}

function isAbsentOr(type: PropertyType, value: unknown): boolean {
  return value === undefined || type.accepts(value);
}
