import type { Construct } from 'constructs';
import { pinned } from '../../../azapi/api-versions';
import { AzapiResource } from '../../../azapi/azapi-resource';
import type { ArmObject } from '../../../azapi/azapi-types';
import { escapeText } from '../../../core/terraform-text';
import { takeName } from '../../private/factory-names';
import type { LinkedServiceProps } from '../linked-service-props';
import { renderLinkedServiceBody } from './linked-service-body';
import type { Resolved } from './linked-service-rules';

/**
 * Takes the name of a linked service and emits it, below `scope` as `Resource`.
 *
 * @throws ValidationError DataFactoryNameTaken
 */
export function emitLinkedService(
  scope: Construct,
  props: Resolved<LinkedServiceProps>,
  type: string,
  typeProperties: ArmObject,
): AzapiResource {
  const { factory, name } = props;
  takeName(scope, factory, 'linked service', name);
  return new AzapiResource(scope, 'Resource', {
    type: pinned('Microsoft.DataFactory/factories/linkedservices'),
    name: escapeText(name),
    parentId: factory.factoryId,
    body: renderLinkedServiceBody({ ...props, type, typeProperties }),
  });
}
