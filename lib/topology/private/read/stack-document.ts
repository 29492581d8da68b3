import type { TerraformStack } from 'cdktf';
import { withPrepared } from '../../../testing/private/with-prepared';
import type { TopologyDocument } from '../../topology-document';

/** A stack as it would be written now; its tree is left as it was. */
export function stackDocument(stack: TerraformStack): TopologyDocument {
  const content: unknown = withPrepared(
    stack,
    () => JSON.parse(JSON.stringify(stack.toTerraform())) as unknown,
  );
  return { name: stack.node.id, content };
}
