import { describeTerraform } from '../../../support/terraform';
import { unexpectedIn } from './compared-example';
import { WITH_WORKSPACE } from './example-edits';

describeTerraform('a change of a workspace and what runs in it', () => {
  test.each(WITH_WORKSPACE)('is reviewed the same with and without a plan: %s', async (example) => {
    expect(await unexpectedIn(example)).toEqual({});
  });
});
