import { synthesizeExample } from '../support/examples';
import { exampleNames } from '../support/repository';
import { secretsIn } from '../support/secrets';

test('no example puts a secret into its configuration', async () => {
  const found: unknown[] = [];
  for (const name of exampleNames()) {
    for (const { stackName, document } of await synthesizeExample(name)) {
      found.push(...secretsIn(document).map((finding) => ({ name, stackName, ...finding })));
    }
  }
  expect(found).toEqual([]);
});
