import { TerraformVariable } from 'cdktf';
import {
  ComposeAction,
  HttpRequestTrigger,
  Workflow,
  WorkflowExpression,
} from '../../lib/logic-apps';
import { codesOf, setUp, workflowProperties } from './setup';

const YES = WorkflowExpression.boolean(true);
const say = (name: string) => new ComposeAction(name, { inputs: name });

describe('an expression', () => {
  const text = (value: string) => WorkflowExpression.text(value);

  test.each([
    [text("it's @{x}").toText(), "@'it''s @{x}'"],
    [
      WorkflowExpression.concat([text('a'), WorkflowExpression.runId()]).toText(),
      "@concat('a', workflow().run.name)",
    ],
    [WorkflowExpression.and([YES]).toText(), '@true'],
    [WorkflowExpression.or([YES, YES.not()]).toInterpolation(), '@{or(true, not(true))}'],
    [`${String(WorkflowExpression.parameter("o'k"))}!`, "@{parameters('o''k')}!"],
    [WorkflowExpression.outputs(say('A'), 'statusCode').toText(), "@outputs('A')?['statusCode']"],
    [WorkflowExpression.result(say('A')).toText(), "@result('A')"],
    [WorkflowExpression.items(say('A')).property('x').toText(), "@items('A')?['x']"],
    [WorkflowExpression.call('utcNow').toText(), WorkflowExpression.utcNow().toText()],
    [
      WorkflowExpression.triggerOutputs('headers').contains(text('x')).toText(),
      "@contains(triggerOutputs()?['headers'], 'x')",
    ],
    [WorkflowExpression.number(1).less(WorkflowExpression.number(2)).toText(), '@less(1, 2)'],
    [WorkflowExpression.escapeLiteral('@a'), '@@a'],
  ])('%s', (found, expected) => {
    expect(found).toBe(expected);
  });

  test.each([
    [() => WorkflowExpression.call('a()'), ['WorkflowFunctionNameInvalid']],
    [() => WorkflowExpression.and([]), ['WorkflowExpressionPartsMissing']],
    [() => WorkflowExpression.number(Number.NaN), ['PropertyTypeInvalid']],
    [() => YES.equalTo(undefined as never), ['PropertyMissing']],
  ])('bounds %#', (make, codes) => {
    expect(codesOf(make)).toEqual(codes);
  });

  test('doubles quotes in what only Terraform knows', () => {
    const world = setUp();
    const later = new TerraformVariable(world.stack, 'later', {}).stringValue;
    new Workflow(world.stack, 'Flow', {
      resourceGroup: world.resourceGroup,
      triggers: [new HttpRequestTrigger('Called')],
      actions: [new ComposeAction('Say', { inputs: WorkflowExpression.text(later).toText() })],
    });
    expect(workflowProperties(world.stack).definition.actions).toMatchObject({
      Say: { inputs: `@'\${replace(var.later, "'", "''")}'` },
    });
  });
});
