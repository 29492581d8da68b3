import type { ArmObject } from '../../azapi/azapi-types';
import type { Duration } from '../../core/duration';
import type { FolderId } from './watched-folder';
import { renderRecurrence } from './recurrence';

/** What the definition of a blob trigger is made of. */
export interface BlobTriggerBodyProps extends FolderId {
  readonly connectionReference: string;
  readonly storageAccountName: string;
  readonly pollEvery: Duration;
  readonly maxFileCount: number;
  /** What must be true of a blob, each an expression with `@`. */
  readonly conditions?: readonly string[];
}

/**
 * The definition of a trigger "when a blob is added or modified (properties only) (V2)". Pure.
 *
 * @returns `{ type: 'ApiConnection', recurrence, splitOn, conditions?, metadata?, inputs }`
 * @see https://learn.microsoft.com/connectors/azureblob/#when-a-blob-is-added-or-modified-(properties-only)-(v2)
 */
export function renderBlobTrigger(props: BlobTriggerBodyProps): ArmObject {
  const { folderId, displayPath, storageAccountName, conditions = [] } = props;
  return {
    type: 'ApiConnection',
    recurrence: renderRecurrence(props.pollEvery),
    // One run for each blob; without it triggerBody() is a list.
    splitOn: '@triggerBody()',
    ...(conditions.length === 0
      ? {}
      : { conditions: conditions.map((expression) => ({ expression })) }),
    ...(displayPath === undefined ? {} : { metadata: { [folderId]: displayPath } }),
    inputs: {
      host: { connection: { name: props.connectionReference } },
      method: 'get',
      path: `/v2/datasets/@{encodeURIComponent(encodeURIComponent('${storageAccountName}'))}/triggers/batch/onupdatedfile`,
      queries: {
        checkBothCreatedAndModifiedDateTime: false,
        folderId,
        maxFileCount: props.maxFileCount,
      },
    },
  };
}
