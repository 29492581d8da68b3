import type { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { validateProps, withDefaults } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';
import { AttachedCompute } from './attached-compute';
import type { AttachedComputeProps } from './attached-compute-props';
import { attach } from './private/attach';
import { renderVirtualMachineCompute } from './private/attached-compute-bodies';
import { takeComputeName } from './private/compute-owner';
import {
  VIRTUAL_MACHINE_COMPUTE_RULES,
  VIRTUAL_MACHINE_COMPUTE_SHAPE,
} from './private/virtual-machine-compute-rules';
import type { SshCredentials } from './ssh-credentials';

/** Properties of a {@link VirtualMachineCompute}. */
export interface VirtualMachineComputeProps extends AttachedComputeProps {
  /** ARM id of the virtual machine, running Linux. Changing it detaches the one and attaches the other. */
  readonly virtualMachineId: string;
  /** How the service logs in. Others are sent to the service in the next apply. */
  readonly credentials: SshCredentials;
  /**
   * Host name or IP address of the machine.
   *
   * @default - found by the service
   */
  readonly address?: string;
  /**
   * Port of SSH, 1 to 65535, inclusive.
   *
   * @default 22
   */
  readonly sshPort?: number;
}

/**
 * A virtual machine as a compute, for jobs of the v1 SDK. The machine is neither started nor stopped.
 */
export class VirtualMachineCompute extends AttachedCompute {
  public readonly workspace: IWorkspace;
  /** @internal */
  protected readonly _resource: AzapiResource;

  /**
   * @throws ValidationError ComputeNameInvalid, ComputeNameTaken, VirtualMachineIdInvalid, SshAddressInvalid,
   *   SshPortOutOfRange
   */
  public constructor(scope: Construct, id: string, props: VirtualMachineComputeProps) {
    super(scope, id);
    const resolved = withDefaults(props, { sshPort: 22 });
    validateProps(this, resolved, VIRTUAL_MACHINE_COMPUTE_SHAPE, VIRTUAL_MACHINE_COMPUTE_RULES);
    takeComputeName(this, resolved.workspace, resolved.name);

    this.workspace = resolved.workspace;
    this._resource = attach(this, resolved, {
      properties: renderVirtualMachineCompute(resolved),
      secrets: resolved.credentials._secretsIn(this),
    });
  }
}
