import { Template } from '../../lib/testing';
import { checkedBodies, describeArmTypes } from '../support/arm-types';
import { everything } from './everything';

describeArmTypes('a workflow with everything in it against the ARM types', () => {
  test('is of its type', () => {
    const { said } = checkedBodies(Template.fromStack(everything(5)).toJson());
    expect(said).toMatch(/1 passed, 0 failed, 1 skipped/);
  });

  test('would be found out', () => {
    const json = JSON.stringify(Template.fromStack(everything(5)).toJson());
    const broken = JSON.parse(json.replace('"accessControl"', '"accessKontrol"')) as object;
    expect(checkedBodies(broken).said).toMatch(/accessKontrol/);
  });
});
