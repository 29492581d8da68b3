import { ExpressionFault } from '../expression/expression-fault';
import type { Expression } from '../expression/syntax';
import { addressOf, type Block } from '../program/block';
import type { ProgramStack } from '../program/program-stack';
import { PLAIN, type Shape } from '../schema/schema';

/** What a part of an expression stands for, while its references are resolved. */
export type Resolved =
  /** The start of a reference that names nothing yet, such as `data.azurerm_client_config`. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** A resource or data source, or one instance of it. */
  | { readonly kind: 'block'; readonly block: Block; readonly key?: string | number }
  /** The remote state of another stack of the app. */
  | { readonly kind: 'remote'; readonly stack: ProgramStack }
  /** The outputs of another stack of the app. */
  | { readonly kind: 'outputs'; readonly stack: ProgramStack }
  /** A value. */
  | { readonly kind: 'value'; readonly expression: Expression; readonly shape: Shape };

/** What an item of a list stands for, inside of a splat. */
export function itemOf(of: Extract<Resolved, { kind: 'value' }>): Resolved {
  const { shape } = of;
  const item: Expression = { kind: 'item' };
  if (shape.kind === 'list' && shape.of !== undefined) {
    return {
      kind: 'value',
      expression: item,
      shape: { kind: 'object', of: shape.of, isList: false },
    };
  }
  return { kind: 'value', expression: item, shape: shape.kind === 'object' ? shape : PLAIN };
}

/** Why what was found cannot stand where a value does. */
export function misplaced(resolved: Resolved): ExpressionFault {
  switch (resolved.kind) {
    case 'block':
      return new ExpressionFault(`refer to an attribute of ${addressOf(resolved.block)}`);
    case 'words':
      return new ExpressionFault(
        `refer to something that is there, not to ${resolved.words.join('.')}`,
      );
    default:
      return new ExpressionFault('refer to one value');
  }
}
