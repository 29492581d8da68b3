import type { ArmObject } from '../../../azapi/azapi-types';

/**
 * As whom a step reaches data and other services.
 *
 * @see azure-ai-ml, `entities/_credentials.py`, `UserIdentityConfiguration._to_dict` and the like, which
 *   `Command._to_rest_object` writes into nodes, and
 *   `_to_job_rest_object`, which `Spark._to_rest_object` writes
 */
export class StepIdentity {
  /** Whoever started the run. */
  public static readonly USER = new StepIdentity('user_identity', 'UserIdentity');
  /** The identity of the compute. */
  public static readonly MANAGED = new StepIdentity('managed_identity', 'Managed');

  /** The token of the run, which reaches the workspace and nothing else. */
  public static readonly AML_TOKEN = new StepIdentity('aml_token', 'AMLToken');

  private constructor(
    private readonly type: string,
    private readonly armType: string,
  ) {}

  /**
   * As nodes of command steps spell it. Pure.
   *
   * @internal
   */
  public _render(): ArmObject {
    return { type: this.type };
  }

  /**
   * As nodes of Spark steps spell it: the type of ARM, in their own case. Pure.
   *
   * @internal
   */
  public _renderSpark(): ArmObject {
    return { identity_type: this.armType };
  }
}
