import type { StateCheck, Violation } from '../check';
import { listAt } from '../plan-state';
import { assignmentOf, reachOf, ScopeReach } from '../role-names';
import { Severity } from '../severity';

/** Roles that may do everything, or give others every right. */
const BROAD: readonly string[] = [
  'Owner',
  'Contributor',
  'User Access Administrator',
  'Role Based Access Control Administrator',
];

const DEFINITION = 'azurerm_role_definition';

const TOLD: Readonly<Record<ScopeReach, string>> = {
  [ScopeReach.WIDE]: 'a whole subscription or more',
  [ScopeReach.GROUP]: 'a whole resource group',
  [ScopeReach.RESOURCE]: 'a resource',
  [ScopeReach.UNKNOWN]: 'a scope that is known only at apply',
};

/** Rights far beyond what anything here needs. */
export const BROAD_ROLE: StateCheck = {
  id: 'broad-role',
  title: 'Role gives far more than is needed',
  severity: Severity.HIGH,
  rationale:
    'Whoever takes over the identity, such as by code in a pipeline, can then change or delete everything in the scope.',
  fix: 'Grant the narrowest role on the narrowest resource, such as by the grant methods of the constructs.',
  types: [
    'azurerm_role_assignment',
    DEFINITION,
    'microsoft.authorization/roleassignments',
    'microsoft.authorization/roledefinitions',
  ],
  violations: ({ type, state }) => {
    if (type === DEFINITION) return ofDefinition(listAt(state, 'permissions'), 'permissions');
    if (type.endsWith('/roledefinitions')) {
      return ofDefinition(listAt(state, 'body', 'properties', 'permissions'), 'body');
    }
    const { roleName, scope } = assignmentOf(type, state);
    if (roleName === undefined || !BROAD.includes(roleName)) return [];
    const reach = reachOf(scope);
    const isWide = reach === ScopeReach.WIDE || reach === ScopeReach.GROUP;
    return [
      {
        text: `gives ${roleName} on ${TOLD[reach]}`,
        path: ['role'],
        severity: isWide ? Severity.HIGH : Severity.MEDIUM,
      },
    ];
  },
};

function ofDefinition(
  permissions: Parameters<typeof listAt>[0],
  root: string,
): readonly Violation[] {
  const blocks = listAt(permissions);
  return blocks.some((block) => listAt(block, 'actions').includes('*'))
    ? [{ text: 'is a custom role that may do everything', path: [root, 'actions'] }]
    : [];
}
