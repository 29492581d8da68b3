/** An ARM id taken apart. */
export interface ArmId {
  readonly id: string;
  /** Resource type, such as `Microsoft.Storage/storageAccounts`. */
  readonly type: string;
  readonly name: string;
  /** Id of the parent resource, or the scope that the resource stands in. */
  readonly parentId: string;
}

const RESOURCE_GROUP = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i;

/** Takes an ARM id apart, `undefined` when it is none. */
export function parseArmId(id: string): ArmId | undefined {
  if (!id.startsWith('/')) return undefined;
  const provider = id.toLowerCase().lastIndexOf('/providers/');
  return provider < 0 ? parseScopeId(id) : parseResourceId(id, provider);
}

function parseScopeId(id: string): ArmId | undefined {
  const [, subscriptions, subscription, groups, group, ...rest] = id.split('/');
  if (subscriptions?.toLowerCase() !== 'subscriptions' || subscription === undefined) {
    return undefined;
  }
  if (groups === undefined) {
    return { id, type: 'Microsoft.Resources/subscriptions', name: subscription, parentId: '/' };
  }
  if (groups.toLowerCase() !== 'resourcegroups' || group === undefined || rest.length > 0) {
    return undefined;
  }
  return {
    id,
    type: 'Microsoft.Resources/resourceGroups',
    name: group,
    parentId: `/subscriptions/${subscription}`,
  };
}

function parseResourceId(id: string, provider: number): ArmId | undefined {
  const scope = id.slice(0, provider);
  const [namespace, ...segments] = id.slice(provider + '/providers/'.length).split('/');
  const name = segments.at(-1);
  if (namespace === undefined || name === undefined || segments.length % 2 !== 0) return undefined;
  const types = segments.filter((_, index) => index % 2 === 0);
  const above = segments.slice(0, -2);
  return {
    id,
    type: [namespace, ...types].join('/'),
    name,
    parentId:
      above.length === 0
        ? scope === ''
          ? '/'
          : scope
        : `${scope}/providers/${[namespace, ...above].join('/')}`,
  };
}

/** Id of the resource group that an id stands in. */
export function resourceGroupIdOf(id: string): string | undefined {
  return RESOURCE_GROUP.exec(id)?.[0];
}

/** Subscription that an id stands in. */
export function subscriptionIdOf(id: string): string | undefined {
  return /^\/subscriptions\/([^/]+)/i.exec(id)?.[1];
}

/** Last segment of an id. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Whether two ids, types or names are the same to Azure, which ignores case. */
export function sameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
