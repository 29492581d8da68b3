import {
  type Finding,
  Is,
  isUnresolved,
  mismatches,
  type Rule,
  type Shape,
} from '../../../core/validation';
import type { IDataLocation } from '../../datastore/data-location';
import { datastorePatternFinding } from '../../datastore/private/datastore-path-rule';
import { versionRule } from '../../private/version-rule';
import type { IWorkspace } from '../../workspace-types';
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

const patternRule: Rule<DataAssetProps> = {
  code: 'DataAssetPattern',
  check: ({ data, referencedData = [] }) =>
    patternIn('data', data) ??
    referencedData
      .map((location) => patternIn('referencedData', location))
      .find((finding) => finding !== undefined),
};

function patternIn(property: string, { uri, datastore }: IDataLocation): Finding | undefined {
  return datastorePatternFinding(property, uri, datastore === undefined ? /\*/ : undefined);
}

/** A path is named without its workspace, so it would be that of another datastore. */
const workspaceRule: Rule<DataAssetProps> = {
  code: 'DataAssetOtherWorkspace',
  check: ({ workspace, data, referencedData = [] }) => {
    const other = [data, ...referencedData]
      .map(({ datastore }) => datastore?.workspace)
      .find((place) => place !== undefined && isOther(workspace, place));
    return other === undefined
      ? undefined
      : {
          property: 'data',
          must: `be on a datastore of the workspace ${workspace.workspaceName}`,
          got: isUnresolved(other.workspaceId) ? other.workspaceName : other.workspaceId,
          fix: 'declare a datastore in the workspace of the asset, or give the URL with DataUri.of',
        };
  },
};

/** By id where both are known, since two resource groups may each have a workspace of one name. */
function isOther(own: IWorkspace, other: IWorkspace): boolean {
  return (
    differ(own.workspaceId, other.workspaceId) || differ(own.workspaceName, other.workspaceName)
  );
}

function differ(one: string, other: string): boolean {
  return !isUnresolved(one) && !isUnresolved(other) && one.toLowerCase() !== other.toLowerCase();
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
