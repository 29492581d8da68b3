import { TerraformResource, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { AzapiResource } from '../../azapi/azapi-resource';
import { factsOf } from '../../core/facts';
import { RESOURCE_KINDS } from './resource-kinds';
import type { ResourceCount } from './stack-summary';

/**
 * The resources of a stack by kind, in the order of the services. A resource that stands for several
 * (`for_each`) counts once for each it names.
 */
export function countResources(stack: TerraformStack): readonly ResourceCount[] {
  const instances = new Map<IConstruct, number>(
    factsOf(stack, 'instances').map(({ scope, fact }) => [scope, fact.count]),
  );
  const counts = new Map<string, ResourceCount>();
  for (const construct of stack.node.findAll()) {
    if (!TerraformResource.isTerraformResource(construct)) continue;
    if (BOOKKEEPING.includes(construct.terraformResourceType)) continue;
    const [service, kind] = kindOf(construct);
    const key = `${service}/${kind}`;
    const count = (counts.get(key)?.count ?? 0) + (instances.get(construct) ?? 1);
    counts.set(key, { service, kind, count });
  }
  return [...counts.values()].sort((a, b) => rank(a) - rank(b));
}

/** Place in the table of kinds; what is not in it comes last. */
function rank({ service, kind }: ResourceCount): number {
  const kinds = [...RESOURCE_KINDS.values()];
  const place = kinds.findIndex((known) => known[0] === service && known[1] === kind);
  return place === -1 ? RESOURCE_KINDS.size : place;
}

/** Updates and actions say something of a resource that is counted already. */
const BOOKKEEPING = ['azapi_update_resource', 'azapi_resource_action'];

function kindOf(resource: TerraformResource): readonly [string, string] {
  const type =
    resource instanceof AzapiResource
      ? resource.armType.replace(/@.*$/, '').toLowerCase()
      : resource.terraformResourceType;
  return RESOURCE_KINDS.get(type) ?? ['Other', type];
}
