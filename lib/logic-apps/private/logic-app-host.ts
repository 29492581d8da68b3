import type { ArmObject } from '../../azapi/azapi-types';
import { UnscopedValidationError } from '../../core/errors';
import { problem } from '../../core/validation';
import type { TriggeringBlob } from '../../machine-learning/pipeline/invocation/invocation-host';
import type { IApiConnection } from '../managed-identity-connection';
import type { IWorkflowHost } from '../workflow-host';
import type { WorkflowIdentity } from '../workflow-identity';
import type { WorkflowAction } from '../workflow-action';
import type { WorkflowOperation } from '../workflow-operation';
import type { WorkflowTrigger } from '../workflow-trigger';
import { escapeExpressions } from './expressions';

/** What a workflow consists of. */
export interface WorkflowOperations {
  readonly triggers: readonly WorkflowTrigger[];
  readonly actions: readonly WorkflowAction[];
}

/** The connections of a workflow by the key that its definition knows them by, in the order of their use. */
export type ConnectionKeys = ReadonlyMap<IApiConnection, string>;

/** A workflow as its triggers and actions see it. */
export class LogicAppHost implements IWorkflowHost {
  /** The host of a workflow with these triggers and actions. */
  public static of(identity: WorkflowIdentity, operations: WorkflowOperations): LogicAppHost {
    return new LogicAppHost(
      identity,
      commonBlob(operations.triggers),
      keyed([...operations.triggers, ...operations.actions]),
    );
  }

  public readonly hostName = 'a Logic App workflow';
  public readonly authentication: ArmObject;
  public readonly triggeringBlob?: TriggeringBlob;

  public constructor(
    public readonly identity: WorkflowIdentity,
    blob: TriggeringBlob | undefined,
    public readonly connectionKeys: ConnectionKeys = new Map(),
  ) {
    const userAssigned = identity.userAssignedIdentity;
    this.authentication = {
      type: 'ManagedServiceIdentity',
      ...(userAssigned === undefined ? {} : { identity: userAssigned.identityId }),
    };
    if (blob !== undefined) this.triggeringBlob = blob;
  }

  public connectionReference(connection: IApiConnection): string {
    const key = this.connectionKeys.get(connection);
    if (key === undefined) throw unlisted(connection);
    return `@parameters('$connections')['${key}']['connectionId']`;
  }

  public escapeLiteral(text: string): string {
    return escapeExpressions(text);
  }
}

/** The blob of the triggers; `undefined` where they say different things of it. */
function commonBlob(triggers: readonly WorkflowTrigger[]): TriggeringBlob | undefined {
  const [first, ...others] = triggers.map(({ triggeringBlob }) => triggeringBlob);
  const same = others.every(
    (blob) => blob?.uri === first?.uri && blob?.relativePath === first?.relativePath,
  );
  return same ? first : undefined;
}

function keyed(operations: readonly WorkflowOperation[]): ConnectionKeys {
  const keys = new Map<IApiConnection, string>();
  const taken = new Map<string, number>();
  for (const connection of operations.flatMap(({ connections }) => connections)) {
    if (keys.has(connection)) continue;
    const { apiName } = connection.managedApi;
    const count = taken.get(apiName) ?? 0;
    taken.set(apiName, count + 1);
    keys.set(connection, count === 0 ? apiName : `${apiName}_${String(count)}`);
  }
  return keys;
}

function unlisted(connection: IApiConnection): UnscopedValidationError {
  return new UnscopedValidationError([
    problem('WorkflowConnectionUnlisted', {
      property: 'connection',
      must: 'be one of the connections of the trigger or action that refers to it',
      got: connection,
      fix: 'list it in its property connections',
    }),
  ]);
}
