import { PulumiDialect } from '../../pulumi-dialect';
import { bridgedFunction, bridgedType, providerOf } from '../names/bridged-tokens';
import { classicFunction, classicType } from '../names/classic-tokens';
import type { Block } from '../program/block';
import { camelCase } from '../names/camel-case';
import type { Member, Schema, Shape } from '../schema/schema';

/** Provider of Terraform that `@pulumi/azure` was made of. */
const AZURERM = 'azurerm';

/** Whether a block has the names of `@pulumi/azure`. */
export function isClassic({ type }: Block, dialect: PulumiDialect): boolean {
  return dialect === PulumiDialect.CLASSIC && providerOf(type) === AZURERM;
}

/** Type, function or package of a block; `undefined` where the dialect has none. */
export function tokenOf(block: Block, dialect: PulumiDialect): string | undefined {
  const classic = isClassic(block, dialect);
  switch (block.mode) {
    case 'resource':
      return classic ? classicType(block.type) : bridgedType(block.type);
    case 'data':
      return classic ? classicFunction(block.type) : bridgedFunction(block.type);
    case 'provider':
      return classic ? 'azure' : block.type;
  }
}

/** The schema of what a block is given, as the dialect has it. */
export function inputsOf(block: Block, dialect: PulumiDialect): Schema {
  const { inputs } = block.schemas;
  return block.mode === 'provider' && isClassic(block, dialect) ? singular(inputs) : inputs;
}

/** Blocks of azurerm's own configuration are there once each, which its schema does not say. */
function singular(schema: Schema): Schema {
  return {
    member: (name) => {
      const member = schema.member(name);
      const shape = singularShape(member);
      return shape === member.shape ? member : { ...member, property: camelCase(name), shape };
    },
  };
}

function singularShape({ shape }: Member): Shape {
  if (shape.kind === 'list' && shape.of !== undefined) {
    return { kind: 'object', of: singular(shape.of), isList: true };
  }
  return shape;
}
