import { ArmId } from '../../core/arm-id';
import { Is, isUnresolved, mismatches, type Rule, type Shape } from '../../core/validation';
import type { ResourceGroupAttributes, ResourceGroupProps } from '../resource-group';

export const RESOURCE_GROUP_SHAPE: Shape<Required<ResourceGroupProps>> = {
  name: Is.text,
  location: Is.text,
  tags: Is.map(Is.string),
};

/** @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const NAME = /^[\p{L}\p{N}_\-.()]{0,89}[\p{L}\p{N}_\-()]$/u;

export const RESOURCE_GROUP_RULES: readonly Rule<ResourceGroupProps>[] = [
  {
    code: 'ResourceGroupNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 1 to 90 letters, digits, "_", "-", ".", "(" or ")", not ending in "."',
            got: name,
          }
        : undefined,
  },
];

export const RESOURCE_GROUP_ATTRIBUTES_SHAPE: Shape<Required<ResourceGroupAttributes>> = {
  resourceGroupId: Is.text,
  location: Is.text,
};

export const RESOURCE_GROUP_ATTRIBUTES_RULES: readonly Rule<ResourceGroupAttributes>[] = [
  {
    code: 'ResourceGroupIdInvalid',
    check: ({ resourceGroupId }) =>
      isUnresolved(resourceGroupId) || isResourceGroupId(resourceGroupId)
        ? undefined
        : {
            property: 'resourceGroupId',
            must: 'be /subscriptions/<guid>/resourceGroups/<name>',
            got: resourceGroupId,
          },
  },
];

function isResourceGroupId(id: string): boolean {
  return ArmId.isArmId(id) && /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i.test(id);
}
