import { Annotations } from 'cdktf';
import type { IConstruct } from 'constructs';

/**
 * Warns of machines that have neither a public address nor a subnet. That is right in a workspace with
 * a managed network, which cannot be seen from here, and fails at apply in any other.
 */
export function warnOfMissingSubnet(construct: IConstruct): void {
  Annotations.of(construct).addWarning(
    'Without public addresses and without subnetId the workspace must have a managed network: give subnetId, or nodePublicIp: true, unless it has one.',
  );
}
