import { Fn } from 'cdktf';
import { ArmId } from './arm-id';
import { splitTokens } from './token-fragments';
import { isUnresolved } from './validation';

/** Subscription of an ARM id; read by Terraform where the id is only known at apply. */
export function subscriptionOf(id: string): string {
  return ArmId.tryParse(id)?.subscriptionId ?? segment(id, 2);
}

/** Resource group of an ARM id; read by Terraform where the id is only known at apply. */
export function resourceGroupOf(id: string): string {
  return ArmId.tryParse(id)?.resourceGroupName ?? segment(id, 4);
}

/** Last name of an ARM id; read by Terraform where the name is only known at apply. */
export function nameOf(id: string): string {
  const last = id.slice(id.lastIndexOf('/') + 1);
  return last === '' || isUnresolved(last) ? Fn.basename(argument(id)) : last;
}

function segment(id: string, index: number): string {
  return Fn.element(Fn.split('/', argument(id)), index) as string;
}

/** Text as an argument of a function; cdktf warns of functions that take text with tokens in it. */
function argument(text: string): string {
  const fragments = splitTokens(text);
  if (fragments.length === 1) return text;
  return Fn.join(
    '',
    fragments.map((fragment) => (fragment.kind === 'literal' ? fragment.text : fragment.marker)),
  );
}
