import type { ChangeCheck, StateCheck } from './check';
import { BROAD_ROLE } from './checks/broad-role';
import { DATA_LOSS } from './checks/data-loss';
import { LOCAL_AUTHENTICATION } from './checks/local-authentication';
import { MINIMUM_NODES } from './checks/minimum-nodes';
import { NODE_PUBLIC_IP } from './checks/node-public-ip';
import { PREVENT_DESTROY } from './checks/prevent-destroy';
import { PUBLIC_BLOBS } from './checks/public-blobs';
import { PUBLIC_NETWORK_ACCESS } from './checks/public-network-access';
import { RETIRED_OBJECTS } from './checks/retired-objects';
import { SECRET_IN_DEFINITION } from './checks/secret-in-definition';
import { SHARED_KEYS } from './checks/shared-keys';

/** Checks of states, in the order in which they are listed. */
export const STATE_CHECKS: readonly StateCheck[] = [
  SECRET_IN_DEFINITION,
  BROAD_ROLE,
  SHARED_KEYS,
  PUBLIC_BLOBS,
  PUBLIC_NETWORK_ACCESS,
  LOCAL_AUTHENTICATION,
  RETIRED_OBJECTS,
  NODE_PUBLIC_IP,
  MINIMUM_NODES,
  PREVENT_DESTROY,
];

/** Checks of changes. */
export const CHANGE_CHECKS: readonly ChangeCheck[] = [DATA_LOSS];
