import { stackOf } from './plans';

function condition(address: string, type: string, more: object): object {
  return { address, condition_type: type, result: false, ...more };
}

describe('conditions of a plan that has no checks yet', () => {
  test('are told where they fail, with what they say', () => {
    const { checks } = stackOf({
      planned_values: {},
      condition_results: [
        condition('output.host', 'OutputPrecondition', { error_message: 'no host' }),
        condition('acme_box.x', 'ResourcePrecondition', { error_message: 'too small' }),
        condition('data.acme_box.y', 'ResourcePostcondition', {}),
        condition('acme_box.z', 'Novel', {}),
      ],
    });
    expect(checks).toEqual([
      'a precondition of output.host fails: no host',
      'a precondition of acme_box.x fails: too small',
      'a postcondition of data.acme_box.y fails',
      'a condition of acme_box.z fails',
    ]);
  });

  test('are told where nothing is known of them, together', () => {
    const open = { result: false, unknown: true };
    const one = condition('acme_box.x', 'ResourcePostcondition', open);
    const other = condition('output.host', 'OutputPrecondition', open);
    expect(stackOf({ planned_values: {}, condition_results: [one] }).checks).toEqual([
      'a postcondition of acme_box.x is known only at apply',
    ]);
    expect(stackOf({ planned_values: {}, condition_results: [one, other] }).checks).toEqual([
      'a postcondition of acme_box.x and a precondition of output.host are known only at apply',
    ]);
  });

  test.each([
    [[condition('acme_box.x', 'ResourcePrecondition', { result: true, error_message: 'no' })]],
    [[null, 'x', {}]],
    [{}],
  ])('are not told where they hold, or are none: %j', (condition_results) => {
    expect(stackOf({ planned_values: {}, condition_results }).checks).toEqual([]);
  });
});
