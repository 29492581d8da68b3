import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { BlobDatastoreProps } from '../blob-datastore';
import { DatastoreIdentity } from '../datastore-identity';
import type { ImportedDatastoreProps } from '../imported-datastore';

const WORKSPACE = Is.having('a workspace', 'workspaceId', 'workspaceName');

export const BLOB_DATASTORE_SHAPE: Shape<
  BlobDatastoreProps & Required<Pick<BlobDatastoreProps, 'serviceIdentity'>>
> = {
  name: Is.text,
  workspace: WORKSPACE,
  container: Is.having('a container', 'containerId', 'containerName', 'storageAccount'),
  serviceIdentity: Is.oneOf(Object.values(DatastoreIdentity)),
  description: Is.optional(Is.text),
  tags: Is.optional(Is.map(Is.string)),
};

/** `Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01`. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9\-_]{0,254}$/;

const nameRule: Rule<{ readonly name: string }> = {
  code: 'DatastoreNameInvalid',
  check: ({ name }) =>
    mismatches(name, NAME)
      ? {
          property: 'name',
          must: 'be 1 to 255 letters, digits, "-" or "_", starting with a letter or digit',
          got: name,
        }
      : undefined,
};

export const BLOB_DATASTORE_RULES: readonly Rule<BlobDatastoreProps>[] = [nameRule];

export const IMPORTED_DATASTORE_SHAPE: Shape<ImportedDatastoreProps> = {
  workspace: WORKSPACE,
  name: Is.text,
};

export const IMPORTED_DATASTORE_RULES: readonly Rule<ImportedDatastoreProps>[] = [nameRule];
