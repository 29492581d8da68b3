import type { ArmObject } from '../../azapi/azapi-types';
import type {
  CallerAccess,
  EntraAuthorizationPolicy,
  WorkflowAccessControl,
} from '../access-control';

/**
 * The access control of a workflow. Pure.
 *
 * @returns `{ triggers?, contents?, actions?, workflowManagement? }`, `undefined` where nothing is restricted
 * @see https://learn.microsoft.com/azure/templates/microsoft.logic/2019-05-01/workflows
 */
export function renderAccessControl(access: WorkflowAccessControl): ArmObject | undefined {
  const { triggers, contents, actions, management } = access;
  const parts = Object.entries({ triggers, contents, actions, workflowManagement: management })
    .map(([name, part]) => [name, policyOf(part ?? {})] as const)
    .filter(([, part]) => Object.keys(part).length > 0);
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

function policyOf({ allowedIpRanges, authorizationPolicies }: CallerAccess): ArmObject {
  return {
    ...(allowedIpRanges === undefined
      ? {}
      : {
          allowedCallerIpAddresses: allowedIpRanges.map((addressRange) => ({ addressRange })),
        }),
    ...(authorizationPolicies === undefined
      ? {}
      : {
          openAuthenticationPolicies: {
            policies: Object.fromEntries(
              authorizationPolicies.map((policy) => [
                policy.name,
                { type: 'AAD', claims: claimsOf(policy) },
              ]),
            ),
          },
        }),
  };
}

function claimsOf({
  issuer,
  audience,
  claims = {},
}: EntraAuthorizationPolicy): readonly ArmObject[] {
  return [
    { name: 'iss', value: issuer },
    { name: 'aud', value: audience },
    ...Object.entries(claims).map(([name, value]) => ({ name, value })),
  ];
}
