import { Is, type Rule, type Shape } from '../../core/validation';
import type { BlobTriggerProps } from '../triggers/blob-trigger';
import { BLOB_WATCH_RULES, BLOB_WATCH_SHAPE, type ResolvedBlobWatch } from './blob-watch-rules';
import { TRIGGER_OPTIONS_SHAPE } from './trigger-options-rules';

export const BLOB_TRIGGER_SHAPE: Shape<BlobTriggerProps & ResolvedBlobWatch> = {
  ...TRIGGER_OPTIONS_SHAPE,
  ...BLOB_WATCH_SHAPE,
  connection: Is.having('a connection', 'connectionId', 'connectionName', 'managedApi'),
};

export const BLOB_TRIGGER_RULES: readonly Rule<BlobTriggerProps & ResolvedBlobWatch>[] = [
  ...BLOB_WATCH_RULES,
  {
    code: 'BlobTriggerConnectionInvalid',
    check: ({ connection }) =>
      connection.managedApi.apiName === 'azureblob'
        ? undefined
        : {
            property: 'connection',
            must: 'be to ManagedApi.AZURE_BLOB',
            got: connection.managedApi.apiName,
          },
  },
];
