import { Is, isOutside, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { ComputeSecret } from '../compute-secret';
import { SECRET } from './attached-compute-shape';

interface Password {
  readonly userName: string;
  readonly password: ComputeSecret;
}

interface Key {
  readonly userName: string;
  readonly privateKey: ComputeSecret;
  readonly publicKey?: string;
}

export const SSH_PASSWORD_SHAPE: Shape<Password> = { userName: Is.text, password: SECRET };

export const SSH_KEY_SHAPE: Shape<Key> = {
  userName: Is.text,
  privateKey: SECRET,
  publicKey: Is.optional(Is.text),
};

export const SSH_RULES: readonly Rule<{ readonly userName: string }>[] = [
  {
    code: 'SshUserNameInvalid',
    check: ({ userName }) =>
      mismatches(userName, /^[^\s\p{Cc}/\\]{1,64}$/u)
        ? {
            property: 'userName',
            must: 'be 1 to 64 characters, with no white space and no slash',
            got: userName,
          }
        : undefined,
  },
];

/** How a machine is reached. */
export interface SshTarget {
  readonly address?: string;
  readonly sshPort: number;
}

export const SSH_TARGET_SHAPE: Shape<SshTarget> = {
  address: Is.optional(Is.text),
  sshPort: Is.integer,
};

export const CREDENTIALS = Is.having('SshCredentials', 'userName', '_secretsIn');

export const SSH_TARGET_RULES: readonly Rule<SshTarget>[] = [
  {
    code: 'SshAddressInvalid',
    check: ({ address }) =>
      mismatches(address, /^[a-z0-9]+(?:[.:-]+[a-z0-9]+)*$/i)
        ? {
            property: 'address',
            must: 'be a host name or an IP address, without user and port',
            got: address,
          }
        : undefined,
  },
  {
    code: 'SshPortOutOfRange',
    check: ({ sshPort }) =>
      isOutside(sshPort, 1, 65_535)
        ? { property: 'sshPort', must: 'be between 1 and 65535, inclusive', got: sshPort }
        : undefined,
  },
];
