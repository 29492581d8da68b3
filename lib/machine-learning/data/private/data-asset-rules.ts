import { Is, isUnresolved, mismatches, type Rule, type Shape } from '../../../core/validation';
import { versionRule } from '../../private/version-rule';
import type { DataAssetAttributes, DataAssetProps } from '../data-asset-props';
import { DataAssetType } from '../data-asset-type';

const WORKSPACE = Is.having('a workspace', 'workspaceId', 'workspaceName');
const LOCATION = Is.having('a path of a datastore, or a DataUri', 'uri');
const TYPE = Is.known(Is.oneOf(Object.values(DataAssetType)));

export const DATA_ASSET_SHAPE: Shape<DataAssetProps> = {
  name: Is.text,
  workspace: WORKSPACE,
  dataType: TYPE,
  data: LOCATION,
  referencedData: Is.optional(Is.known(Is.list(LOCATION))),
  version: Is.optional(Is.known(Is.text)),
  description: Is.optional(Is.text),
  tags: Is.optional(Is.map(Is.string)),
};

export const DATA_ASSET_ATTRIBUTES_SHAPE: Shape<DataAssetAttributes> = {
  workspace: WORKSPACE,
  name: Is.text,
  version: Is.text,
  dataType: TYPE,
};

/** `Microsoft.MachineLearningServices/workspaces/data@2025-06-01`. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9\-_]{0,254}$/;

const nameRule: Rule<{ readonly name: string }> = {
  code: 'DataAssetNameInvalid',
  check: ({ name }) =>
    mismatches(name, NAME)
      ? {
          property: 'name',
          must: 'be 1 to 255 letters, digits, "-" or "_", starting with a letter or digit',
          got: name,
        }
      : undefined,
};

const tableFolderRule: Rule<DataAssetProps> = {
  code: 'DataAssetTableNotFolder',
  check: ({ dataType, data }) =>
    dataType === DataAssetType.MLTABLE && mismatches(data.uri, /(?<!\/MLTable)$/)
      ? {
          property: 'data',
          must: 'be the folder that the MLTable file of the table is in',
          got: data.uri,
          fix: 'leave out /MLTable',
        }
      : undefined,
};

const referencedDataRule: Rule<DataAssetProps> = {
  code: 'DataAssetReferencesNotForType',
  check: ({ dataType, referencedData }) =>
    referencedData !== undefined && dataType !== DataAssetType.MLTABLE
      ? {
          property: 'referencedData',
          must: 'be left out: only a table names data besides its own folder',
          got: referencedData,
          fix: 'leave it out, or declare an mltable',
        }
      : undefined,
};

/** Expressions of Terraform, in which an asterisk is no part of a name. */
const EXPRESSION = /\$\{[^}]*\}/g;

/** v1 took patterns; the service takes them for the name of a file, which is then missing when a job starts. */
const patternRule: Rule<DataAssetProps> = {
  code: 'DataAssetPattern',
  check: ({ data, referencedData = [] }) => {
    const found = [data, ...referencedData].find(({ uri }) =>
      uri.replace(EXPRESSION, '').includes('*'),
    );
    return found === undefined
      ? undefined
      : {
          property: found === data ? 'data' : 'referencedData',
          must: 'name one file or folder, without patterns such as *.csv',
          got: found.uri,
          fix: 'give the folder that the files are in, or an mltable, whose MLTable file may hold the pattern',
        };
  },
};

/** A path is named without its workspace, so it would be that of another datastore. */
const workspaceRule: Rule<DataAssetProps> = {
  code: 'DataAssetOtherWorkspace',
  check: ({ workspace, data, referencedData = [] }) => {
    const own = workspace.workspaceName;
    const other = [data, ...referencedData]
      .map(({ datastore }) => datastore?.workspace.workspaceName)
      .find((name) => name !== undefined && isOther(own, name));
    return other === undefined
      ? undefined
      : {
          property: 'data',
          must: `be on a datastore of the workspace ${own}`,
          got: other,
          fix: 'declare a datastore in the workspace of the asset, or give the URL with DataUri.of',
        };
  },
};

function isOther(own: string, name: string): boolean {
  return !isUnresolved(own) && !isUnresolved(name) && own.toLowerCase() !== name.toLowerCase();
}

export const DATA_ASSET_RULES: readonly Rule<DataAssetProps>[] = [
  nameRule,
  versionRule,
  tableFolderRule,
  referencedDataRule,
  patternRule,
  workspaceRule,
];

export const DATA_ASSET_ATTRIBUTES_RULES: readonly Rule<DataAssetAttributes>[] = [
  nameRule,
  versionRule,
];

interface Uri {
  readonly uri: string;
}

export const DATA_URI_SHAPE: Shape<Uri> = { uri: Is.text };

export const DATA_URI_RULES: readonly Rule<Uri>[] = [
  {
    code: 'DataUriInvalid',
    check: ({ uri }) =>
      mismatches(uri, /^(https:\/\/|azureml:|abfss:\/\/|wasbs:\/\/|adl:\/\/)[^\s]*[a-zA-Z0-9_]/)
        ? {
            property: 'uri',
            must: 'start with https://, azureml:, abfss://, wasbs:// or adl:// and go on',
            got: uri,
          }
        : undefined,
  },
];
