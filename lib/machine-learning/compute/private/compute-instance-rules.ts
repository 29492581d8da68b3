import { guidRule } from '../../../core/guid-rule';
import { Is, mismatches, type PropertyType, type Rule, type Shape } from '../../../core/validation';
import { RemovalPolicy } from '../../../platform/removal-policy';
import type { AssignedUser } from '../assigned-user';
import type { ComputeInstanceProps } from '../compute-instance';
import { ATTACHED_COMPUTE_SHAPE, IDENTITY } from './attached-compute-shape';

type Resolved = ComputeInstanceProps &
  Required<Pick<ComputeInstanceProps, 'nodePublicIp' | 'removalPolicy'>>;

const ASSIGNED_USER: PropertyType = {
  name: 'an AssignedUser',
  accepts: (value) =>
    Is.object.accepts(value) &&
    Is.text.accepts((value as Partial<AssignedUser>).objectId) &&
    Is.text.accepts((value as Partial<AssignedUser>).tenantId),
};

export const COMPUTE_INSTANCE_SHAPE: Shape<Resolved> = {
  ...ATTACHED_COMPUTE_SHAPE,
  vmSize: Is.having('a VmSize', 'name'),
  assignedUser: Is.optional(ASSIGNED_USER),
  schedules: Is.optional(Is.known(Is.list(Is.having('a ComputeInstanceSchedule', '_render')))),
  subnetId: Is.optional(Is.text),
  nodePublicIp: Is.boolean,
  sshPublicKey: Is.optional(Is.text),
  identity: Is.optional(IDENTITY),
  removalPolicy: Is.known(Is.oneOf(Object.values(RemovalPolicy))),
};

/** `Microsoft.MachineLearningServices/workspaces/computes@2025-12-01`, the first that has a pattern. */
const NAME = /^[a-zA-Z](?![a-zA-Z0-9-]*-\d+$)[a-zA-Z0-9-]{2,23}$/;

const USER_RULES: readonly Rule<AssignedUser>[] = [
  guidRule({
    code: 'AssignedUserInvalid',
    property: 'objectId',
    what: 'the object id of a user',
    fix: '`az ad user show --id <mail address> --query id` prints it',
  }),
  guidRule({
    code: 'AssignedUserTenantInvalid',
    property: 'tenantId',
    what: 'the id of a tenant',
    fix: '`az account show --query tenantId` prints it',
  }),
];

/** The rules of the user, for the instance that has one. */
const userRules: readonly Rule<Resolved>[] = USER_RULES.map(({ code, check }) => ({
  code,
  check: ({ assignedUser }) => {
    const finding = assignedUser === undefined ? undefined : check(assignedUser);
    return finding === undefined
      ? undefined
      : { ...finding, property: `assignedUser.${finding.property}` };
  },
}));

export const COMPUTE_INSTANCE_RULES: readonly Rule<Resolved>[] = [
  {
    code: 'ComputeInstanceNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 3 to 24 letters, digits or hyphens, starting with a letter, not ending with a hyphen and digits',
            got: name,
          }
        : undefined,
  },
  ...userRules,
  {
    code: 'SshPublicKeyInvalid',
    check: ({ sshPublicKey }) =>
      mismatches(sshPublicKey, /^ssh-rsa AAAA[A-Za-z0-9+/]+={0,3}(?: .*)?\s*$/)
        ? {
            property: 'sshPublicKey',
            must: 'be a public key of type ssh-rsa, as its file has it',
            got: 'something else',
            fix: 'give the content of the .pub file, never the private key',
          }
        : undefined,
  },
];
