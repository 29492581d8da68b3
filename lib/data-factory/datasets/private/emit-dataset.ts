import type { Construct } from 'constructs';
import { pinned } from '../../../azapi/api-versions';
import { AzapiResource } from '../../../azapi/azapi-resource';
import { escapeText } from '../../../core/terraform-text';
import { takeName } from '../../private/factory-names';
import { renderDatasetBody } from './dataset-body';
import type { RawDatasetProps } from '../dataset';

/**
 * Takes the name of a dataset and emits it, below `scope` as `Resource`.
 *
 * @throws ValidationError DataFactoryNameTaken
 */
export function emitDataset(
  scope: Construct,
  props: RawDatasetProps & { readonly name: string },
): AzapiResource {
  const { linkedService, name } = props;
  takeName(scope, linkedService.factory, 'dataset', name);
  return new AzapiResource(scope, 'Resource', {
    type: pinned('Microsoft.DataFactory/factories/datasets'),
    name: escapeText(name),
    parentId: linkedService.factory.factoryId,
    body: renderDatasetBody(props),
  });
}
