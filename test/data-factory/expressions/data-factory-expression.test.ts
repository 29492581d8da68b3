import { Token } from 'cdktf';
import { DataFactoryExpression } from '../../../lib/data-factory';
import { codesOf, setUp } from '../setup';

const { activityOutput, call, concat, escapeLiteral, item, number, pipelineParameter } =
  DataFactoryExpression;
const { text, triggerBody, variable } = DataFactoryExpression;

describe('an expression', () => {
  test.each<[string, DataFactoryExpression]>([
    ['@pipeline().parameters.rate', pipelineParameter('rate')],
    ["@pipeline().parameters['it''s mine']", pipelineParameter("it's mine")],
    ["@variables('it''s')", variable("it's")],
    ['@pipeline().RunId', DataFactoryExpression.runId()],
    ['@item()', item()],
    ["@activity('Look up').output", activityOutput('Look up')],
    ["@activity('A').output.firstRow['a b'][0]", activityOutput('A', ['firstRow', 'a b', '0'])],
    ['@triggerBody().event.data', triggerBody(['event', 'data'])],
    ["@concat('a@{b}''','c',1)", call('concat', [text("a@{b}'"), text('c'), number(1)])],
    ["@concat('a','b')", concat([text('a'), text('b')])],
    ['@not(equals(item(),1))', item().equalTo(number(1)).not()],
  ])('is written %s', (written, expression) => {
    expect(expression.toText()).toBe(written);
    expect(expression.toInterpolation()).toBe(`@{${written.slice(1)}}`);
    expect(String(expression)).toBe(written);
  });

  test.each([
    ['@a', '@@a'],
    ['a@b', 'a@b'],
    ['a@{b}', 'a@@{b}'],
    ['@{b}', '@@{b}'],
  ])('escapes the literal %s as %s', (literal, escaped) => {
    expect(escapeLiteral(literal)).toBe(escaped);
  });

  test('lets Terraform double the quotes of what only it knows', () => {
    const { stack, factory } = setUp();
    const written = text(Token.asString(factory.factoryId)).toText();
    expect(Token.isUnresolved(written)).toBe(true);
    expect(JSON.stringify(stack.toTerraform())).not.toContain(written);
  });

  test.each<[string, () => unknown]>([
    ['ExpressionFunctionInvalid', () => call('@concat')],
    ['ExpressionFunctionInvalid', () => call('concat(')],
    ['ExpressionPathInvalid', () => activityOutput('A', ['a', ''])],
    ['ExpressionPartsMissing', () => concat([text('a')])],
    ['PropertyTypeInvalid', () => pipelineParameter('')],
  ])('fails with %s', (code, make) => {
    expect(codesOf(make)).toEqual([code]);
  });
});
