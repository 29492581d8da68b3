import type { TerraformBlock } from '../terraform-block';

/** A copy, made by JSON so that its prototypes are those of the caller's realm. */
export function copied(block: TerraformBlock): TerraformBlock {
  return JSON.parse(JSON.stringify(block)) as TerraformBlock;
}
