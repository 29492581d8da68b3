import { Fn } from 'cdktf';
import { ArmId } from './arm-id';

/** Subscription of an ARM id; read by Terraform where the id is only known at apply. */
export function subscriptionOf(id: string): string {
  return ArmId.tryParse(id)?.subscriptionId ?? segment(id, 2);
}

/** Resource group of an ARM id; read by Terraform where the id is only known at apply. */
export function resourceGroupOf(id: string): string {
  return ArmId.tryParse(id)?.resourceGroupName ?? segment(id, 4);
}

/** Last name of an ARM id; read by Terraform where the id is only known at apply. */
export function nameOf(id: string): string {
  return ArmId.tryParse(id)?.name ?? Fn.basename(id);
}

function segment(id: string, index: number): string {
  return Fn.element(Fn.split('/', id), index) as string;
}
