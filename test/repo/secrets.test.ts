import { exampleNames } from '../support/repository';
import { secretsIn } from '../support/secrets';
import { synthesizeExample } from '../support/examples';

test.each(exampleNames())('the example %s puts no secret into its configuration', (name) => {
  const stacks = synthesizeExample(name);
  expect(stacks.map(({ stackName, document }) => [stackName, secretsIn(document)])).toEqual(
    stacks.map(({ stackName }) => [stackName, []]),
  );
});
