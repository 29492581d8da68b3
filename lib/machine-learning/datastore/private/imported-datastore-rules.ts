import { Is, type Rule, type Shape } from '../../../core/validation';
import type { IWorkspace } from '../../workspace-types';
import type { DatastoreAttributes } from '../datastore';
import { CONTAINER, datastoreNameRule, WORKSPACE } from './datastore-rules';

export const DATASTORE_ATTRIBUTES_SHAPE: Shape<DatastoreAttributes> = {
  workspace: WORKSPACE,
  name: Is.text,
  container: Is.optional(CONTAINER),
};

export const DATASTORE_ATTRIBUTES_RULES: readonly Rule<DatastoreAttributes>[] = [datastoreNameRule];

export const WORKSPACE_SHAPE: Shape<{ readonly workspace: IWorkspace }> = { workspace: WORKSPACE };
