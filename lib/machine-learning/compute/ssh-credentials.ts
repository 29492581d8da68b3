import type { Construct } from 'constructs';
import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue } from '../../core/validation';
import type { ComputeSecret } from './compute-secret';
import { SSH_KEY_SHAPE, SSH_PASSWORD_SHAPE, SSH_RULES } from './private/ssh-credentials-rules';

/** How the service logs in to a machine, by SSH. */
export class SshCredentials {
  /**
   * With a key.
   *
   * @param userName 1 to 64 characters, inclusive
   * @param privateKey the private key, as its file has it
   * @param publicKey the public key that belongs to it, as its file has it
   * @throws UnscopedValidationError SshUserNameInvalid
   */
  public static withKey(
    userName: string,
    privateKey: ComputeSecret,
    publicKey?: string,
  ): SshCredentials {
    const given = { userName, privateKey, ...(publicKey === undefined ? {} : { publicKey }) };
    validateValue(given, SSH_KEY_SHAPE, SSH_RULES);
    return new SshCredentials(userName, 'privateKeyData', privateKey, publicKey);
  }

  /**
   * With a password.
   *
   * @param userName 1 to 64 characters, inclusive
   * @throws UnscopedValidationError SshUserNameInvalid
   */
  public static withPassword(userName: string, password: ComputeSecret): SshCredentials {
    validateValue({ userName, password }, SSH_PASSWORD_SHAPE, SSH_RULES);
    return new SshCredentials(userName, 'password', password, undefined);
  }

  private constructor(
    /** Name of the user. */
    public readonly userName: string,
    private readonly kind: string,
    private readonly secret: ComputeSecret,
    private readonly publicKey: string | undefined,
  ) {}

  /**
   * `administratorAccount`, of which the name of the user alone stands in the body.
   *
   * @internal
   */
  public _secretsIn(scope: Construct): ArmObject {
    const { kind, secret, publicKey } = this;
    return {
      administratorAccount: {
        [kind]: secret._valueIn(scope, 'Credentials'),
        ...(publicKey === undefined ? {} : { publicKeyData: publicKey }),
      },
    };
  }
}
