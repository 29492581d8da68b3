import { exampleNames } from '../../../support/repository';
import { describeTerraform } from '../../../support/terraform';
import { unexpectedIn } from './compared-example';
import { EXAMPLE_EDITS, WITH_WORKSPACE } from './example-edits';

const OTHERS = exampleNames().filter((name) => !WITH_WORKSPACE.includes(name));

describeTerraform('a change of what starts pipelines', () => {
  test.each(OTHERS)('is reviewed the same with and without a plan: %s', async (example) => {
    expect(await unexpectedIn(example)).toEqual({});
  });
});

test('every example is changed', () => {
  expect(Object.keys(EXAMPLE_EDITS).sort()).toEqual(exampleNames());
});
