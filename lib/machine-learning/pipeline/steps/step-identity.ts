import type { ArmObject } from '../../../azapi/azapi-types';

/**
 * As whom a step reaches data and other services.
 *
 * @see azure-ai-ml, `entities/_credentials.py`, `UserIdentityConfiguration._to_dict` and the like, which
 *   `Command._to_rest_object` writes into nodes
 */
export class StepIdentity {
  /** Whoever started the run. */
  public static readonly USER = new StepIdentity('user_identity');
  /** The identity of the compute. */
  public static readonly MANAGED = new StepIdentity('managed_identity');

  /** The token of the run, which reaches the workspace and nothing else. */
  public static readonly AML_TOKEN = new StepIdentity('aml_token');

  private constructor(private readonly type: string) {}

  /**
   * As nodes of command steps spell it. Pure.
   *
   * @internal
   */
  public _render(): ArmObject {
    return { type: this.type };
  }
}
