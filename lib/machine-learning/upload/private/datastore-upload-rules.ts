import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import { DATASTORE, datastorePathRule } from '../../datastore/private/datastore-path-rule';
import type { DatastoreUploadProps } from '../datastore-upload';
import type { UploadFilesOptions, UploadLimits } from '../upload-source';

export const UPLOAD_LIMITS_SHAPE: Shape<UploadLimits> = {
  maxFiles: Is.optional(Is.known(Is.integer)),
  maxSizeMiB: Is.optional(Is.known(Is.number)),
};

export const UPLOAD_FILES_SHAPE: Shape<UploadFilesOptions & { readonly files: readonly string[] }> =
  {
    ...UPLOAD_LIMITS_SHAPE,
    files: Is.known(Is.list(Is.known(Is.text))),
    relativeRoot: Is.optional(Is.known(Is.text)),
  };

export const DATASTORE_UPLOAD_SHAPE: Shape<
  DatastoreUploadProps & Required<Pick<DatastoreUploadProps, 'targetPath'>>
> = {
  datastore: DATASTORE,
  source: Is.having('an UploadSource', 'snapshot'),
  targetPath: Is.string,
};

/** An empty segment, or one that is `.` or `..`, is another folder or none. */
const segmentsRule: Rule<{ readonly targetPath: string }> = {
  code: 'UploadPathInvalid',
  check: ({ targetPath }) =>
    mismatches(targetPath, /^(?!.*\/\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?!.*[\\\u0000-\u001F\u007F])/s)
      ? {
          property: 'targetPath',
          must: 'hold no empty segment, no "." or ".." and no backslash or control character',
          got: targetPath,
        }
      : undefined,
};

/** File shares that every workspace has. */
const OWN_SHARES = ['workspacefilestore', 'workspaceworkingdirectory'];

function isFileShare({ datastore }: Pick<DatastoreUploadProps, 'datastore'>): boolean {
  return 'fileShareName' in datastore || OWN_SHARES.includes(datastore.datastoreName.toLowerCase());
}

const storageRules: readonly Rule<Pick<DatastoreUploadProps, 'datastore'>>[] = [
  {
    code: 'UploadToFileShare',
    check: (props) =>
      isFileShare(props)
        ? {
            property: 'datastore',
            must: 'be over a blob container or a file system of Data Lake Gen2, not over a file share',
            got: props.datastore,
            fix: 'upload to a BlobDatastore or to Datastore.workspaceBlobStore, or copy to the share with azcopy',
          }
        : undefined,
  },
  {
    code: 'UploadContainerUnknown',
    check: (props) =>
      !isFileShare(props) && props.datastore.container === undefined
        ? {
            property: 'datastore',
            must: 'have a container that is known here',
            got: props.datastore,
            fix: 'name the container in Datastore.fromDatastoreAttributes, or declare a BlobDatastore over it; for Datastore.workspaceBlobStore, give storageAccount to Workspace.fromWorkspaceAttributes',
          }
        : undefined,
  },
];

export const DATASTORE_UPLOAD_RULES: readonly Rule<
  DatastoreUploadProps & { readonly targetPath: string }
>[] = [datastorePathRule('targetPath'), segmentsRule, ...storageRules];
