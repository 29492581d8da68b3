import type { ArmObject } from '../../../azapi/azapi-types';
import type { ComputeInstanceProps } from '../compute-instance';

type Rendered = Pick<
  ComputeInstanceProps,
  'vmSize' | 'assignedUser' | 'schedules' | 'subnetId' | 'sshPublicKey' | 'description'
> &
  Required<Pick<ComputeInstanceProps, 'nodePublicIp'>>;

/** What of the body cannot change while the machine is there. */
export const INSTANCE_REPLACEMENTS: string[] = [
  'properties.disableLocalAuth',
  'properties.properties.vmSize',
  'properties.properties.subnet.id',
  'properties.properties.enableNodePublicIp',
  'properties.properties.sshSettings.adminPublicKey',
  'properties.properties.personalComputeInstanceSettings.assignedUser.objectId',
];

/**
 * The body of a compute instance. Pure.
 *
 * @returns `{ properties: { computeType: "ComputeInstance", disableLocalAuth, description?, properties } }`
 */
export function renderComputeInstanceBody(props: Rendered): ArmObject {
  const { assignedUser, schedules = [], subnetId, sshPublicKey, description } = props;
  return {
    properties: {
      computeType: 'ComputeInstance',
      disableLocalAuth: sshPublicKey === undefined,
      ...(description === undefined ? {} : { description }),
      properties: {
        vmSize: props.vmSize.name,
        applicationSharingPolicy: 'Personal',
        computeInstanceAuthorizationType: 'personal',
        enableNodePublicIp: props.nodePublicIp,
        sshSettings:
          sshPublicKey === undefined
            ? { sshPublicAccess: 'Disabled' }
            : { sshPublicAccess: 'Enabled', adminPublicKey: sshPublicKey },
        ...(subnetId === undefined ? {} : { subnet: { id: subnetId } }),
        ...(assignedUser === undefined
          ? {}
          : {
              personalComputeInstanceSettings: {
                assignedUser: { objectId: assignedUser.objectId, tenantId: assignedUser.tenantId },
              },
            }),
        ...(schedules.length === 0
          ? {}
          : { schedules: { computeStartStop: schedules.map((schedule) => schedule._render()) } }),
      },
    },
  };
}
