import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import type { EventGridTriggerProps } from '../triggers/event-grid-trigger';
import { Typed } from './prop-types';
import { TRIGGER_OPTIONS_SHAPE } from './trigger-options-rules';

/** The props with the defaults filled in. */
export type ResolvedEventGridTrigger = EventGridTriggerProps &
  Required<Pick<EventGridTriggerProps, 'eventTypes'>>;

export const EVENT_GRID_TRIGGER_SHAPE: Shape<ResolvedEventGridTrigger> = {
  ...TRIGGER_OPTIONS_SHAPE,
  connection: Is.having('a connection', 'connectionId', 'connectionName', 'managedApi'),
  container: Is.having('a storage container', 'containerId', 'containerName', 'storageAccount'),
  path: Is.optional(Typed.string),
  suffix: Is.optional(Typed.text),
  eventTypes: Typed.listOf(Typed.text),
};

export const EVENT_GRID_TRIGGER_RULES: readonly Rule<ResolvedEventGridTrigger>[] = [
  {
    code: 'EventGridConnectionInvalid',
    check: ({ connection: { managedApi } }) =>
      managedApi.apiName === 'azureeventgrid'
        ? undefined
        : {
            property: 'connection',
            must: 'be to ManagedApi.AZURE_EVENT_GRID',
            got: managedApi.apiName,
          },
  },
  {
    code: 'EventGridPathInvalid',
    check: ({ path }) =>
      mismatches(path, /^\/?(?:[^/]+\/)*[^/]*$/) ||
      (typeof path === 'string' && path.split('/').some((part) => part === '.' || part === '..'))
        ? {
            property: 'path',
            must: 'be names of folders with single slashes between them',
            got: path,
          }
        : undefined,
  },
  {
    code: 'EventTypesMissing',
    check: ({ eventTypes }) =>
      eventTypes.length === 0
        ? { property: 'eventTypes', must: 'hold at least one type of event', got: eventTypes }
        : undefined,
  },
];
