import type { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { cdktf } from '../../core/engine/loaded-cdktf';

/** Runs a function on a stack whose tree is prepared for synthesis. */
export function withPrepared<T>(stack: TerraformStack, run: () => T): T {
  const stacks = stack.node.root.node.findAll().filter(isStack);
  const childrenBefore = new Map(stacks.map((one) => [one, new Set(one.node.children)]));
  try {
    for (const one of stacks) one.prepareStack();
    return run();
  } finally {
    for (const [one, before] of childrenBefore) {
      const backend = one.node.tryFindChild(DEFAULT_BACKEND_ID);
      if (backend !== undefined && !before.has(backend)) one.node.tryRemoveChild(backend.node.id);
    }
  }
}

const DEFAULT_BACKEND_ID = 'backend';

function isStack(construct: IConstruct): construct is TerraformStack {
  return cdktf().TerraformStack.isStack(construct);
}
