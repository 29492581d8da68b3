import { Duration } from '../../../lib/core/duration';
import {
  CustomEventTrigger,
  type CustomEventTriggerProps,
  TumblingWindowTrigger,
  type TumblingWindowTriggerProps,
  WindowUnit,
} from '../../../lib/data-factory';
import { Template } from '../../../lib/testing';
import { codesOf, GROUP_ID, setUpPipeline } from '../setup';

const START = '2026-01-01T00:00:00';

function windows(props: Partial<TumblingWindowTriggerProps> = {}) {
  const { stack, pipeline } = setUpPipeline();
  new TumblingWindowTrigger(stack, 'T', {
    pipeline,
    unit: WindowUnit.MINUTE,
    interval: 5,
    startTime: START,
    ...props,
  });
  return stack;
}

function events(props: Partial<CustomEventTriggerProps> = {}) {
  const { stack, pipeline } = setUpPipeline();
  new CustomEventTrigger(stack, 'T', {
    pipeline,
    topicId: `${GROUP_ID}/providers/Microsoft.EventGrid/topics/churn`,
    events: ['ready'],
    ...props,
  });
  return stack;
}

describe('a tumbling window trigger', () => {
  test('says what it does in UTC', () => {
    const stack = windows({
      unit: WindowUnit.HOUR,
      interval: 24,
      endTime: '2027-01-01T00:00:00',
      delay: Duration.minutes(5),
      retry: 3,
      retryInterval: Duration.minutes(1),
      maxConcurrency: 1,
      dependencies: [{ earlierBy: Duration.days(1), size: Duration.hours(24) }],
      enabled: false,
    });
    Template.fromStack(stack).hasResource('azurerm_data_factory_trigger_tumbling_window', {
      frequency: 'Hour',
      interval: 24,
      start_time: '2026-01-01T00:00:00Z',
      end_time: '2027-01-01T00:00:00Z',
      delay: '0.00:05:00',
      max_concurrency: 1,
      retry: { count: 3, interval: 60 },
      trigger_dependency: [{ offset: '-1.00:00:00', size: '1.00:00:00' }],
      activated: false,
    });
  });

  test.each<[Partial<TumblingWindowTriggerProps>]>([
    [{ interval: 5 }],
    [{ unit: WindowUnit.HOUR, interval: 1 }],
    [{ maxConcurrency: 1 }],
    [{ maxConcurrency: 50 }],
    [{ retryInterval: Duration.seconds(30) }],
    [{ retryInterval: Duration.days(1) }],
  ])('takes %j', (props) => {
    expect(codesOf(() => windows(props))).toBeUndefined();
  });

  test.each<[string, Partial<TumblingWindowTriggerProps>]>([
    ['WindowIntervalOutOfRange', { interval: 4 }],
    ['WindowIntervalOutOfRange', { unit: WindowUnit.HOUR, interval: 0 }],
    ['WindowTimeInvalid', { startTime: '2026-01-01T00:00:00Z' }],
    ['WindowTimeInvalid', { startTime: '2026-02-30T00:00:00' }],
    ['WindowTimeInvalid', { endTime: '2027' }],
    ['WindowEndBeforeStart', { endTime: START }],
    ['WindowConcurrencyOutOfRange', { maxConcurrency: 0 }],
    ['WindowConcurrencyOutOfRange', { maxConcurrency: 51 }],
    ['WindowRetryOutOfRange', { retry: -1 }],
    ['WindowRetryIntervalOutOfRange', { retryInterval: Duration.seconds(29) }],
    ['WindowRetryIntervalOutOfRange', { retryInterval: Duration.seconds(86_401) }],
    ['WindowDependencyInvalid', { dependencies: [{}] }],
    ['WindowDependencyInvalid', { dependencies: [{ earlierBy: Duration.seconds(0) }] }],
    [
      'WindowDependenciesTooMany',
      { dependencies: Array.from({ length: 6 }, () => ({ earlierBy: Duration.hours(1) })) },
    ],
  ])('fails with %s: %j', (code, props) => {
    expect(codesOf(() => windows(props))).toEqual([code]);
  });
});

describe('a custom event trigger', () => {
  test('waits for events of a topic', () => {
    Template.fromStack(events({ subjectEndsWith: '${x}' })).hasResource(
      'azurerm_data_factory_trigger_custom_event',
      { events: ['ready'], subject_ends_with: '$${x}', activated: true },
    );
  });

  test.each<[string, Partial<CustomEventTriggerProps>]>([
    ['CustomEventTopicIdInvalid', { topicId: 'churn' }],
    ['CustomEventsMissing', { events: [] }],
  ])('fails with %s', (code, props) => {
    expect(codesOf(() => events(props))).toEqual([code]);
  });

  test.each([
    ['a window', windows],
    ['an event', events],
  ])('makes no role assignment, as %s does not either', (_, make) => {
    expect(Template.fromStack(make()).resources('azurerm_role_assignment')).toEqual({});
  });
});
