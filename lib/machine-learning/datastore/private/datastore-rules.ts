import { Is, isUnresolved, mismatches, type Rule, type Shape } from '../../../core/validation';
import { DatastoreIdentity } from '../datastore-identity';
import type { DatastoreProps } from '../datastore-props';

export const WORKSPACE = Is.having('a workspace', 'workspaceId', 'workspaceName');

export const CONTAINER = Is.having('a container', 'containerId', 'containerName', 'storageAccount');

export const DATASTORE_SHAPE: Shape<DatastoreProps> = {
  name: Is.text,
  workspace: WORKSPACE,
  description: Is.optional(Is.text),
  tags: Is.optional(Is.map(Is.string)),
};

export const SERVICE_IDENTITY = Is.oneOf(Object.values(DatastoreIdentity));

/** `Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01`. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9\-_]{0,254}$/;

/** What the service makes with every workspace. */
const OWN_NAMES = [
  'workspaceartifactstore',
  'workspaceblobstore',
  'workspacefilestore',
  'workspaceworkingdirectory',
];

export const datastoreNameRule: Rule<{ readonly name: string }> = {
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

const reservedNameRule: Rule<{ readonly name: string }> = {
  code: 'DatastoreNameReserved',
  check: ({ name }) =>
    !isUnresolved(name) && OWN_NAMES.includes(name.toLowerCase())
      ? {
          property: 'name',
          must: 'not be that of a datastore that every workspace has already',
          got: name,
          fix: 'use Datastore.workspaceBlobStore, Datastore.workspaceFileStore or Datastore.fromDatastoreName',
        }
      : undefined,
};

/** The rules of what is declared here. */
export const DATASTORE_RULES: readonly Rule<DatastoreProps>[] = [
  datastoreNameRule,
  reservedNameRule,
];
