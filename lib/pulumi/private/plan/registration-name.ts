import type { Block } from '../program/block';

/** Name of an instance in Pulumi: the label that Terraform has for the block, after its stack. */
export function registrationName(
  { mode, type, label, stack }: Pick<Block, 'mode' | 'type' | 'label' | 'stack'>,
  key: string | number | undefined,
): string {
  const words =
    mode === 'provider'
      ? [stack.name, type, ...(label === 'default' ? [] : [label])]
      : [stack.name, label];
  const name = words.join('-').replaceAll('/', '-');
  return key === undefined ? name : `${name}[${String(key)}]`;
}
