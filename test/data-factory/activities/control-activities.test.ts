import { Token } from 'cdktf';
import {
  type Activity,
  AzureMlExecutePipelineActivity,
  type AzureMlExecutePipelineActivityProps,
  CopyActivity,
  DataFactoryPipeline,
  DataFactoryVariable,
  DeleteActivity,
  ExecutePipelineActivity,
  ForEachActivity,
  GetMetadataActivity,
  IfConditionActivity,
  RunPipelineActivity,
  SetVariableActivity,
  SwitchActivity,
  UntilActivity,
  WaitActivity,
} from '../../../lib/data-factory';
import { Duration } from '../../../lib/core/duration';
import { orchestration } from '../orchestration';
import { activitiesOf, codesOf, emitted, setUp, setUpPipeline, synthesisErrors } from '../setup';

const wait = (name = 'W') => new WaitActivity(name, { duration: Duration.seconds(1) });
const forEach = (activities: Activity[], name = 'Each') =>
  new ForEachActivity(name, { items: '@x', activities });
const until = (activities: Activity[], name = 'Until') =>
  new UntilActivity(name, { expression: '@x', activities });
const ifTrue = (whenTrue: Activity[], name = 'If') =>
  new IfConditionActivity(name, { expression: '@x', whenTrue });
const choose = (otherwise: Activity[], name = 'Which') =>
  new SwitchActivity(name, { on: '@x', cases: [], otherwise });

describe('activities around others', () => {
  test.each<[string, Activity]>([
    ['a loop holds a condition', forEach([ifTrue([wait()])])],
    ['a loop holds a switch', until([choose([wait()])])],
  ])('%s', (_, activity) => {
    expect(codesOf(() => emitted(() => activity))).toBeUndefined();
  });

  test.each<[string, Activity]>([
    ['a loop in a loop', forEach([forEach([wait()], 'Inner')])],
    ['until in a loop', forEach([until([wait()])])],
    ['a loop in until', until([forEach([wait()])])],
    ['a condition in a condition', ifTrue([ifTrue([wait()], 'Inner')])],
    ['a switch in a condition', ifTrue([choose([wait()])])],
    ['a loop in a switch', choose([forEach([wait()])])],
    ['a condition in a switch', choose([ifTrue([wait()])])],
  ])('refuse %s', (_, activity) => {
    expect(codesOf(() => emitted(() => activity))).toEqual(['ActivityNestingInvalid']);
  });

  test('refuse a v2 run that is waited for, and take one that is not', () => {
    const run = (waitForCompletion: boolean) => () =>
      emitted(({ v2 }) =>
        forEach([new RunPipelineActivity('R', { pipeline: v2, waitForCompletion })]),
      );
    expect(codesOf(run(true))).toEqual(['ActivityNestingInvalid']);
    expect(codesOf(run(false))).toBeUndefined();
  });

  test('share the names of the pipeline', () => {
    const { pipeline } = setUpPipeline();
    pipeline.addActivity(wait());
    expect(codesOf(() => pipeline.addActivity(forEach([wait()])))).toEqual(['ActivityNameTaken']);
    expect(codesOf(() => pipeline.addActivity(forEach([wait('X'), wait('X')])))).toEqual([
      'ActivityNameTaken',
    ]);
  });

  test('see dependencies that are added later, and cycles among them', () => {
    const { stack, pipeline } = setUpPipeline();
    const [a, b] = [wait('A'), wait('B')];
    pipeline.addActivity(forEach([a, b]));
    b.dependsOn(a);
    const [each] = activitiesOf(stack);
    expect(each?.typeProperties['activities']).toMatchObject([
      { name: 'A', dependsOn: [] },
      { name: 'B', dependsOn: [{ activity: 'A', dependencyConditions: ['Succeeded'] }] },
    ]);
    a.dependsOn(b);
    expect(synthesisErrors(stack)).toContain('ActivityDependencyCycle');
  });

  test('let those inside wait for their neighbours only', () => {
    const { stack, pipeline } = setUpPipeline();
    const outside = pipeline.addActivity(wait('Outside'));
    const inside = wait('Inside');
    pipeline.addActivity(forEach([inside]));
    inside.dependsOn(outside);
    expect(synthesisErrors(stack)).toContain('ActivityDependencyUnknown');
  });

  test.each<[string, () => unknown]>([
    [
      'UntilExpressionInvalid',
      () => new UntilActivity('U', { expression: 'x', activities: [wait()] }),
    ],
    [
      'UntilExpressionInvalid',
      () => new UntilActivity('U', { expression: '@@x', activities: [wait()] }),
    ],
    ['UntilActivitiesMissing', () => until([])],
    [
      'UntilTimeoutOutOfRange',
      () =>
        new UntilActivity('U', {
          expression: '@x',
          activities: [wait()],
          timeout: Duration.seconds(0),
        }),
    ],
    [
      'UntilTimeoutOutOfRange',
      () =>
        new UntilActivity('U', {
          expression: '@x',
          activities: [wait()],
          timeout: Duration.seconds(90 * 86_400 + 1),
        }),
    ],
    ['IfConditionActivitiesMissing', () => ifTrue([])],
    [
      'IfConditionExpressionInvalid',
      () => new IfConditionActivity('I', { expression: 'x', whenFalse: [wait()] }),
    ],
    [
      'SwitchExpressionInvalid',
      () => new SwitchActivity('S', { on: 'x', cases: [], otherwise: [wait()] }),
    ],
    ['SwitchCasesOutOfRange', () => choose([])],
    [
      'SwitchCasesOutOfRange',
      () =>
        new SwitchActivity('S', {
          on: '@x',
          cases: Array.from({ length: 26 }, (_, i) => ({ value: String(i), activities: [wait()] })),
        }),
    ],
    [
      'SwitchCaseTwice',
      () =>
        new SwitchActivity('S', {
          on: '@x',
          cases: ['a', 'a'].map((value) => ({ value, activities: [wait()] })),
        }),
    ],
    [
      'SwitchActivitiesMissing',
      () => new SwitchActivity('S', { on: '@x', cases: [{ value: 'a', activities: [] }] }),
    ],
    ['ForEachItemsInvalid', () => new ForEachActivity('F', { items: 'x', activities: [wait()] })],
    ['ForEachActivitiesMissing', () => forEach([])],
    [
      'ForEachBatchCountOutOfRange',
      () => new ForEachActivity('F', { items: '@x', activities: [wait()], batchCount: 0 }),
    ],
    [
      'ForEachBatchCountOutOfRange',
      () => new ForEachActivity('F', { items: '@x', activities: [wait()], batchCount: 51 }),
    ],
    [
      'ForEachBatchCountUnused',
      () =>
        new ForEachActivity('F', {
          items: '@x',
          activities: [wait()],
          batchCount: 5,
          sequential: true,
        }),
    ],
  ])('fail with %s', (code, make) => {
    expect(codesOf(make)).toEqual([code]);
  });
});

describe('variables and other pipelines', () => {
  test('a variable is known, or the nearest is named', () => {
    const variables = { state: DataFactoryVariable.string() };
    const { pipeline } = setUpPipeline({ variables });
    const set = (variable: string) => () =>
      pipeline.addActivity(new SetVariableActivity(`Set ${variable}`, { variable, value: 'x' }));
    expect(codesOf(set('state'))).toBeUndefined();
    expect(codesOf(set('stat'))).toEqual(['VariableUnknown']);
    expect(
      codesOf(() => setUpPipeline({ variables: { 'a b': DataFactoryVariable.bool() } })),
    ).toEqual(['DataFactoryVariableNameInvalid']);
  });

  test('a pipeline runs others of its factory, not itself', () => {
    const { stack, pipeline } = setUpPipeline();
    const other = setUp().factory;
    const elsewhere = DataFactoryPipeline.fromPipelineName(stack, 'Else', other, 'else');
    const run = (target: typeof elsewhere) => () =>
      pipeline.addActivity(new ExecutePipelineActivity('Run', { pipeline: target }));
    expect(codesOf(run(pipeline))).toEqual(['ExecutePipelineSelf']);
    expect(codesOf(run(elsewhere))).toEqual(['ExecutePipelineOtherFactory']);
    const same = DataFactoryPipeline.fromPipelineName(stack, 'Same', pipeline.factory, 'same');
    expect(codesOf(run(same))).toBeUndefined();
  });

  test('parameters that another pipeline does not have are reported', () => {
    const { stack, factory, pipeline } = setUpPipeline();
    const child = new DataFactoryPipeline(stack, 'Child', { factory });
    pipeline.addActivity(
      new ExecutePipelineActivity('Run', { pipeline: child, parameters: { x: 1 } }),
    );
    expect(synthesisErrors(stack)).toContain('TriggerParameterUnknown');
  });
});

describe('activities on data', () => {
  const { from, to, rows } = orchestration();
  const ml = { linkedService: orchestration().databricks, mlPipelineId: 'a' };
  const execute = (props: Partial<AzureMlExecutePipelineActivityProps>) => () =>
    new AzureMlExecutePipelineActivity('A', { ...ml, ...props });

  test.each<[string, () => unknown]>([
    ['CopySinkReadOnly', () => new CopyActivity('C', { from: to, to: from })],
    ['CopySourceMissing', () => new CopyActivity('C', { from: rows, to: rows, sink: {} })],
    ['CopySinkMissing', () => new CopyActivity('C', { from: rows, to: rows, source: {} })],
    ['CopyKindMismatch', () => new CopyActivity('C', { from: rows, to, source: {} })],
    ['DeleteReadOnly', () => new DeleteActivity('D', { dataset: from })],
    ['MetadataFieldsMissing', () => new GetMetadataActivity('G', { dataset: to, fields: [] })],
    [
      'ActivityTimeoutOutOfRange',
      () => new DeleteActivity('D', { dataset: to, timeout: Duration.seconds(599) }),
    ],
    ['AzureMlExecuteTargetUnclear', execute({ mlPipelineEndpointId: 'b' })],
    ['AzureMlExecuteVersionUnused', execute({ version: '1' })],
    [
      'AzureMlExecuteContinueTwice',
      execute({ continueOnStepFailure: true, continueOnStepFailureExpression: '@x' }),
    ],
    [
      'AzureMlExecuteDataPathInvalid',
      execute({ dataPathAssignments: { a: { DataStoreName: 'b' } } }),
    ],
  ])('fail with %s', (code, make) => {
    expect(codesOf(make)).toEqual([code]);
  });

  test('refuse data of another factory', () => {
    const foreign = orchestration({}).to;
    const { pipeline } = setUpPipeline();
    expect(
      codesOf(() => pipeline.addActivity(new DeleteActivity('D', { dataset: foreign }))),
    ).toEqual(['ReferenceOfOtherFactory']);
  });

  test.each<[string, unknown]>([
    ['a text', '@json(pipeline().parameters.path)'],
    ['an object', { value: '@pipeline().parameters.path', type: 'Expression' }],
    ['of Terraform', Token.asString({ resolve: () => 'later' })],
  ])('one path may be an expression: %s', (_, data) => {
    expect(codesOf(execute({ dataPathAssignments: { data } }))).toBeUndefined();
  });

  test('one path may not be a text that is no expression', () => {
    expect(codesOf(execute({ dataPathAssignments: { data: 'raw/a' } }))).toEqual([
      'AzureMlExecuteDataPathInvalid',
    ]);
  });

  test('the expression of a whole assignment is taken as it is', () => {
    const value = { value: '@pipeline().parameters.paths', type: 'Expression' };
    expect(codesOf(execute({ dataPathAssignments: value }))).toBeUndefined();
  });
});
