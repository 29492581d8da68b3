import type { DeclaredResource, DeclaredStack } from './declared-stack';
import { typeKey } from './declared-stack';
import { at, blocksOf, isObject, membersOf, textAt } from './json';

/** Whether a document looks like the Terraform JSON of a stack. */
export function isSynthesized(document: unknown): boolean {
  return (
    isObject(document) &&
    (isObject(document['resource']) ||
      isObject(document['terraform']) ||
      textAt(document, '//', 'metadata', 'stackName') !== undefined)
  );
}

/** A stack from its `cdk.tf.json`. */
export function readSynth(name: string, document: unknown): DeclaredStack {
  return {
    name: textAt(document, '//', 'metadata', 'stackName') ?? name,
    resources: [...resourcesOf(name, document)],
    outputs: new Map(
      membersOf(at(document, 'output')).map(([output, block]) => [output, at(block, 'value')]),
    ),
    subscriptionId: blocksOf(at(document, 'provider', 'azurerm'))
      .map((block) => textAt(block, 'subscription_id'))
      .find((id) => id?.includes('${') === false),
  };
}

function* resourcesOf(name: string, document: unknown): Iterable<DeclaredResource> {
  const stack = textAt(document, '//', 'metadata', 'stackName') ?? name;
  for (const [type, byName] of membersOf(at(document, 'resource'))) {
    for (const [resourceName, values] of membersOf(byName)) {
      if (!isObject(values)) continue;
      yield {
        stack,
        address: `${type}.${resourceName}`,
        type: typeKey(type, values),
        values,
        references: [],
      };
    }
  }
}
