import { TopologyEdgeKind, TopologyNodeKind } from '../../topology-graph';
import type { Drawing, DrawnNode } from '../drawing';
import type { DeclaredResource } from '../read/declared-stack';
import { at, blocksOf, listOf } from '../read/json';
import { drawnId } from '../resolve/arm-kinds';
import { roleNameOf } from '../resolve/role-names';

/** A role assignment: who may do what on which thing. */
export function visitRoleAssignment(drawing: Drawing, resource: DeclaredResource): void {
  const { resolver } = drawing;
  const { values } = resource;
  const scope = resolver.text(resource, values['scope'] ?? values['parent_id']);
  const principal = principalNode(drawing, resource);
  if (scope === undefined || principal === undefined) return;
  const target = drawing.nodeOfId(scope);
  drawing
    .edge(principal, target, TopologyEdgeKind.MAY, roleName(drawing, resource))
    ?.resources.add(resource);
}

/** What signs in as an identity that exists beside it. */
export function visitIdentity(drawing: Drawing, resource: DeclaredResource): void {
  const { resolver } = drawing;
  const id = drawnId(resolver.idOf(resource)).toLowerCase();
  const self = drawing.nodes.get(id);
  if (self?.resources.has(resource) !== true) return;
  for (const block of blocksOf(resource.values['identity'])) {
    for (const given of listOf(at(block, 'identity_ids'))) {
      const identity = resolver.text(resource, given);
      if (identity !== undefined) {
        drawing.edge(self, drawing.nodeOfId(identity), TopologyEdgeKind.ACTS_AS);
      }
    }
  }
}

function principalNode(drawing: Drawing, resource: DeclaredResource): DrawnNode | undefined {
  const { resolver } = drawing;
  const text = resolver.text(
    resource,
    resource.values['principal_id'] ?? argument(resource, 'principalId'),
  );
  if (text === undefined) return undefined;
  if (text.startsWith('/')) return drawing.nodeOfId(text);
  const declared = resolver.findPrincipal(text);
  if (declared !== undefined) return drawing.nodeOfId(resolver.idOf(declared));
  if (text.includes('${')) return undefined;
  return drawing.node({
    id: `/principals/${text}`,
    kind: TopologyNodeKind.IDENTITY,
    label: `principal ${text.slice(0, 8)}`,
  });
}

/** A definition that is declared here has the better name: a provider may tell none before an apply. */
function roleName(drawing: Drawing, resource: DeclaredResource): string {
  const { resolver } = drawing;
  const { values } = resource;
  const given = values['role_definition_id'] ?? argument(resource, 'roleDefinitionId');
  const id = resolver.text(resource, given) ?? '';
  const declared =
    resolver.find(id.replace(/#.*$/, '')) ??
    resolver.referredBy(resource, ['azurerm_role_definition'])[0];
  if (declared !== undefined) return resolver.nameOf(declared);
  return resolver.text(resource, values['role_definition_name']) ?? roleNameOf(id);
}

/** What azapi has in the body. */
function argument({ values }: DeclaredResource, name: string): unknown {
  return at(values, 'body', 'properties', name);
}
