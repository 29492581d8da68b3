/** The versions file where none is named, in the working directory. */
export const DEFAULT_VERSIONS_FILE = 'cdktf-azureml.versions';
