import { Construct } from 'constructs';
import { factsOf } from '../../../lib/core/facts';
import {
  BlobReference,
  PipelineArgument,
} from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import type { PipelineArguments } from '../../../lib/machine-learning/pipeline/invocation/pipeline-request';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { WorkflowIdentity } from '../../../lib/logic-apps/workflow-identity';
import { Cron } from '../../../lib/machine-learning/schedule/cron';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { Schedule, type ScheduleProps } from '../../../lib/machine-learning/schedule/schedule';
import { Match, Template } from '../../../lib/testing';
import {
  codesIn,
  existingPlatform,
  problemsIn,
  resolvedIn,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { emitted, ML, onlyEmitted, pipelineOf } from '../setup';

const NIGHTLY = Cron.of('30 4 * * *');
const SCHEDULE = `${ML}/schedules@2025-06-01`;

function endpointIn({ stack, workspace }: ReturnType<typeof existingPlatform>) {
  return PublishedPipeline.fromBatchEndpointAttributes(stack, 'Endpoint', {
    workspace,
    endpointName: 'churn-train',
    componentId: `${WORKSPACE_ID}/components/train/versions/1`,
  });
}

/** A fresh stack with a schedule in it. */
function scheduled(props: Partial<ScheduleProps> = {}, id = 'EveryNight') {
  const platform = existingPlatform();
  const pipeline = endpointIn(platform);
  const schedule = new Schedule(platform.stack, id, { pipeline, trigger: NIGHTLY, ...props });
  return { ...platform, pipeline, schedule };
}

/** A fresh stack with a pipeline that takes a folder, a file with no default, and a number with one. */
function published() {
  const platform = existingPlatform();
  const pipeline = new PublishedPipeline(platform.stack, 'Published', {
    pipeline: pipelineOf(platform, {
      inputs: {
        raw: PipelineInput.folder(),
        rate: PipelineInput.number(0.01),
        extra: PipelineInput.file({ optional: true }),
      },
    }),
  });
  return { ...platform, pipeline };
}

describe('a schedule', () => {
  test('is emitted with a name from pipeline and id, enabled, below the workspace', () => {
    const { stack } = scheduled();
    expect(onlyEmitted(stack, 'schedules')).toEqual({
      type: SCHEDULE,
      name: 'churn-train-every-night',
      parent_id: WORKSPACE_ID,
      body: {
        properties: {
          displayName: 'churn-train-every-night',
          isEnabled: true,
          trigger: { triggerType: 'Cron', expression: '30 4 * * *', timeZone: 'UTC' },
          action: expect.objectContaining({ actionType: 'CreateJob' }),
        },
      },
    });
  });

  test('takes name, description, experiment, arguments and being disabled', () => {
    const { stack, schedule } = scheduled({
      name: 'nightly',
      description: 'every night',
      experimentName: 'churn',
      enabled: false,
      arguments: { when: PipelineArgument.literal('${{creation_context.trigger_time}}') },
    });
    expect(schedule.scheduleName).toBe('nightly');
    expect(resolvedIn(stack, schedule.scheduleId)).toMatch(/^\$\{azapi_resource\.\w+\.id\}$/);
    Template.fromStack(stack).hasResource('azapi_resource', {
      type: SCHEDULE,
      name: 'nightly',
      body: {
        properties: {
          displayName: 'nightly',
          description: 'every night',
          isEnabled: false,
          action: {
            jobDefinition: {
              experimentName: 'churn',
              inputs: {
                when: { jobInputType: 'literal', value: '$${{creation_context.trigger_time}}' },
              },
            },
          },
        },
      },
    });
  });

  test('names the component, compute and settings of what this stack publishes', () => {
    const { stack, pipeline } = published();
    new Schedule(stack, 'Nightly', {
      pipeline,
      trigger: NIGHTLY,
      arguments: { raw: PipelineArgument.uriFolder('azureml:raw:1') },
    });
    Template.fromStack(stack).hasResource('azapi_resource', {
      type: SCHEDULE,
      name: 'train-nightly',
      body: {
        properties: {
          action: {
            jobDefinition: {
              componentId: pipeline.componentId,
              experimentName: 'train',
              settings: Match.exact({
                default_compute: `${WORKSPACE_ID}/computes/cpu`,
                continue_on_step_failure: false,
                force_rerun: false,
                _source: 'REMOTE.WORKSPACE.COMPONENT',
              }),
            },
          },
        },
      },
    });
  });

  test('does not collide with another one of the same stack', () => {
    const { stack, pipeline } = scheduled();
    new Schedule(stack, 'Weekly', { pipeline, trigger: NIGHTLY });
    new Schedule(new Construct(stack, 'Team'), 'Weekly', { pipeline, trigger: NIGHTLY });
    const names = [...emitted(stack, 'schedules').values()].map(({ name }) => name);
    expect(names).toEqual([
      'churn-train-every-night',
      'churn-train-weekly',
      'churn-train-team-weekly',
    ]);
  });

  test('is told as a trigger, paused while it is disabled', () => {
    const facts = (enabled: boolean) =>
      factsOf(scheduled({ enabled }).stack, 'trigger').map(({ fact }) => fact);
    expect(facts(true)).toEqual([
      {
        when: 'at 04:30 every day, Etc/UTC',
        through: 'Azure ML schedule',
        pipeline: 'churn-train',
        paused: false,
        next: expect.stringMatching(/^\d{4}-\d\d-\d\d 04:30, .*, .* \(Etc\/UTC\)$/),
      },
    ]);
    expect(facts(false)).toMatchObject([{ paused: true }]);
  });
});

describe('a schedule of Azure Machine Learning', () => {
  test('says itself whether independent steps go on', () => {
    const { stack } = scheduled({ continueOnStepFailure: true });
    Template.fromStack(stack).hasResource('azapi_resource', {
      body: {
        properties: {
          action: { jobDefinition: { settings: { continue_on_step_failure: true } } },
        },
      },
    });
  });

  test('warns of times that clocks skip or repeat', () => {
    const trigger = Recurrence.daily({ at: '02:30', timeZone: 'Europe/Berlin' });
    const { schedule } = scheduled({ trigger });
    expect(schedule.node.metadata.map(({ type, data }) => [type, String(data)])).toEqual([
      ['@cdktf/warn', expect.stringContaining('no clock in Europe/Berlin shows 02:30')],
      ['@cdktf/warn', expect.stringContaining('show 02:30 twice')],
    ]);
  });

  test('tells when it starts runs next, unless it is paused', () => {
    const from = new Date('2027-03-27T12:00:00Z');
    const trigger = Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' });
    const at = (enabled: boolean) => scheduled({ trigger, enabled }).schedule.nextRuns(2, from);
    expect(at(true)).toEqual([new Date('2027-03-28T02:30:00Z'), new Date('2027-03-29T02:30:00Z')]);
    expect(at(false)).toEqual([]);
    expect(codesIn(() => scheduled({ trigger }).schedule.nextRuns(0))).toEqual([
      'NextRunsCountOutOfRange',
    ]);
  });

  test.each<[string, Partial<ScheduleProps>]>([
    ['a region', { location: 'westeurope' }],
    ['an identity', { identity: WorkflowIdentity.systemAssigned() }],
  ])('has no use for %s', (_, props) => {
    expect(codesIn(() => scheduled(props))).toEqual(['SchedulePropNotForPipeline']);
  });
});

describe('before a schedule is destroyed', () => {
  test.each([true, false])('it is disabled, all else as it was (enabled: %p)', (enabled) => {
    const { stack } = scheduled({
      enabled,
      trigger: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
      arguments: { rate: PipelineArgument.literal(0.01) },
    });
    const [[name, { body }] = ['', onlyEmitted(stack, 'schedules')]] = emitted(stack, 'schedules');
    const action = Template.fromStack(stack).resource('azapi_resource_action');
    expect(action).toEqual({
      type: SCHEDULE,
      resource_id: `\${azapi_resource.${name}.id}`,
      method: 'PUT',
      when: 'destroy',
      body: { properties: { ...body.properties, isEnabled: false } },
    });
  });
});

describe('an existing schedule', () => {
  test('is known by its id, and emits nothing', () => {
    const { stack } = existingPlatform();
    const scheduleId = `${WORKSPACE_ID}/schedules/nightly`;
    const schedule = Schedule.fromScheduleId(stack, 'Existing-Schedule', scheduleId);
    expect([schedule.scheduleId, schedule.scheduleName]).toEqual([scheduleId, 'nightly']);
    Template.fromStack(stack).resourceCountIs('azapi_resource', 0);
  });

  test.each<[string, readonly string[]]>([
    [`${WORKSPACE_ID}/schedules/nightly`, []],
    [`${WORKSPACE_ID}/jobs/nightly`, ['ScheduleIdInvalid']],
    [WORKSPACE_ID, ['ScheduleIdInvalid']],
    ['nightly', ['ScheduleIdInvalid']],
  ])('by the id %s: %j', (scheduleId, codes) => {
    const { stack } = existingPlatform();
    expect(codesIn(() => Schedule.fromScheduleId(stack, 'S', scheduleId))).toEqual(codes);
  });

  test('may have an id that only Terraform will know', () => {
    const { stack } = existingPlatform();
    const { text } = tokensIn(stack);
    expect(codesIn(() => Schedule.fromScheduleId(stack, 'S', text))).toEqual([]);
  });
});

describe('the name of a schedule', () => {
  test.each<[string, readonly string[]]>([
    ['a', []],
    ['0-_A', []],
    ['a'.repeat(255), []],
    ['a'.repeat(256), ['ScheduleNameInvalid']],
    ['-a', ['ScheduleNameInvalid']],
    ['a.b', ['ScheduleNameInvalid']],
    ['', ['PropertyTypeInvalid']],
  ])('fails or not: %s', (name, codes) => {
    expect(codesIn(() => scheduled({ name }))).toEqual(codes);
  });

  test('may be a token', () => {
    const platform = existingPlatform();
    const pipeline = endpointIn(platform);
    const { text } = tokensIn(platform.stack);
    new Schedule(platform.stack, 'S', { pipeline, trigger: NIGHTLY, name: text });
    expect(onlyEmitted(platform.stack, 'schedules').name).toBe('${var.Later}');
  });

  test('is shortened where pipeline and id make it too long', () => {
    const { stack } = scheduled({}, 'a'.repeat(300));
    expect(onlyEmitted(stack, 'schedules').name).toHaveLength(255);
  });
});

describe('the arguments of a schedule', () => {
  test.each<[string, PipelineArguments, readonly (readonly [string, string])[]]>([
    ['nothing of what is required', {}, [['ArgumentMissing', 'arguments.raw']]],
    ['what is required', { raw: PipelineArgument.uriFolder('azureml:raw:1') }, []],
    [
      'something else',
      { raw: PipelineArgument.uriFolder('azureml:raw:1'), rte: PipelineArgument.literal(1) },
      [['ArgumentUnknown', 'arguments.rte']],
    ],
    [
      'a file where a folder is expected',
      { raw: PipelineArgument.uriFile('azureml:raw:1') },
      [['ArgumentTypeMismatch', 'arguments.raw']],
    ],
    [
      'the blob that started the run, which nothing did',
      {
        raw: PipelineArgument.uriFolder('azureml:raw:1'),
        extra: BlobReference.triggeringBlob(),
      },
      [['TriggeringBlobUnknown', 'arguments.extra']],
    ],
    [
      'everything wrong at once',
      { rte: PipelineArgument.literal(1), extra: BlobReference.triggeringBlob() },
      [
        ['ArgumentUnknown', 'arguments.rte'],
        ['ArgumentMissing', 'arguments.raw'],
        ['TriggeringBlobUnknown', 'arguments.extra'],
      ],
    ],
  ])('are %s', (_, given, problems) => {
    const { stack, pipeline } = published();
    const found = problemsIn(
      () => new Schedule(stack, 'S', { pipeline, trigger: NIGHTLY, arguments: given }),
    );
    expect(found.map(({ code, property }) => [code, property])).toEqual(problems);
    expect(stack.node.findChild('S').node.children.length).toBe(problems.length === 0 ? 2 : 0);
  });

  test('fail by the nearest name', () => {
    const { stack, pipeline } = published();
    const given = {
      raw: PipelineArgument.uriFolder('azureml:raw:1'),
      rte: PipelineArgument.literal(1),
    };
    const [problem] = problemsIn(
      () => new Schedule(stack, 'S', { pipeline, trigger: NIGHTLY, arguments: given }),
    );
    expect(problem?.fix).toBe('did you mean rate');
  });

  test.each<[string | number | boolean, readonly string[]]>([
    ['0', []],
    [0, []],
    [false, []],
    ['_', []],
    ['', ['ScheduleLiteralInvalid']],
    ['-', ['ScheduleLiteralInvalid']],
    ['…', ['ScheduleLiteralInvalid']],
  ])('fail where azapi would refuse the literal: %j', (value, codes) => {
    const { stack, pipeline } = scheduled();
    const given = { rate: PipelineArgument.literal(value) };
    expect(
      codesIn(() => new Schedule(stack, 'S', { pipeline, trigger: NIGHTLY, arguments: given })),
    ).toEqual(codes);
  });

  test('may hold tokens', () => {
    const { stack, pipeline } = scheduled();
    const { text, number } = tokensIn(stack);
    new Schedule(stack, 'S', {
      pipeline,
      trigger: NIGHTLY,
      name: 's',
      arguments: {
        rate: PipelineArgument.literal(number),
        raw: PipelineArgument.uriFolder(text),
      },
    });
    Template.fromStack(stack).hasResource('azapi_resource', {
      name: 's',
      body: {
        properties: {
          action: {
            jobDefinition: {
              inputs: {
                rate: { jobInputType: 'literal', value: '${var.Later}' },
                raw: { jobInputType: 'uri_folder', uri: '${var.Later}' },
              },
            },
          },
        },
      },
    });
  });
});
