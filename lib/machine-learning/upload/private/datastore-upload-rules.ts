import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import { datastorePathRule } from '../../datastore/private/datastore-path-rule';
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
  datastore: Is.having('a BlobDatastore that is declared here', 'datastoreName', 'container'),
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

export const DATASTORE_UPLOAD_RULES: readonly Rule<
  DatastoreUploadProps & { readonly targetPath: string }
>[] = [datastorePathRule('targetPath'), segmentsRule];
