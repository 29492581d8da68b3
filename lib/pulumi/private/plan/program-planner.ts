import { UnscopedValidationError } from '../../../core/errors';
import { PulumiDialect } from '../../pulumi-dialect';
import type { PulumiRegisterOptions } from '../../pulumi-options';
import type { Block, Instance } from '../program/block';
import { objectIn } from '../program/document';
import { CROSS_STACK, type ProgramStack } from '../program/program-stack';
import { inputOf } from '../variables';
import type { Binder } from './binder';
import { blocksIn } from './bound';
import { planBlock } from './block-planner';
import { refuseOthers } from './other-blocks';
import { instancesOf } from './instances';
import { orderOf } from './order';
import { Problems } from './problems';
import type { PlannedOutput, ProgramPlan, Registration } from './registration';
import type { Program } from './scope';
import { ValuePlanner } from './value-planner';

/**
 * Plans everything before anything is registered.
 *
 * @throws UnscopedValidationError with everything that cannot be carried over
 */
export function planProgram(
  stacks: readonly ProgramStack[],
  options: PulumiRegisterOptions,
): ProgramPlan {
  return new ProgramPlanner(stacks, options).plan();
}

/** What is found out about all blocks on the way. */
export class ProgramPlanner implements Program {
  public readonly stacks: ReadonlyMap<string, ProgramStack>;
  public readonly problems = new Problems();
  public readonly dialect: PulumiDialect;
  private readonly reads = new Map<Block, Set<string>>();
  private readonly needs = new Map<Block, Set<Block>>();
  private readonly instances = new Map<Block, readonly Instance[]>();

  public constructor(
    stacks: readonly ProgramStack[],
    public readonly options: PulumiRegisterOptions,
  ) {
    this.stacks = new Map(stacks.map((stack) => [stack.name, stack]));
    this.dialect = options.dialect ?? PulumiDialect.BRIDGED;
  }

  public plan(): ProgramPlan {
    const blocks = [...this.stacks.values()].flatMap((stack) => {
      refuseOthers(stack, this.problems);
      return [...stack.providers.values(), ...stack.blocks.values()];
    });
    const planned = new Map(blocks.map((block) => [block, planBlock(block, this)]));
    const outputs = [...this.stacks.values()].flatMap((stack) => this.outputsOf(stack));
    const order = orderOf(blocks, (block) => this.needsOf(block));
    if (order.circle !== undefined) {
      this.problems.add({
        code: 'PulumiReferenceCircle',
        property: order.circle[0] ?? '',
        must: 'not refer to itself by way of others',
        got: order.circle.join(' → '),
      });
    }
    const [first, ...others] = this.problems.all;
    if (first !== undefined) throw new UnscopedValidationError([first, ...others]);
    const registrations = order.blocks.flatMap(
      (block): readonly Registration[] => planned.get(block) ?? [],
    );
    return { registrations, outputs, needs: this.needs, reads: this.reads };
  }

  public instancesOf(block: Block): readonly Instance[] {
    const known = this.instances.get(block);
    if (known !== undefined) return known;
    const found = instancesOf(block, this.valuesOf(block, undefined), this.problems);
    this.instances.set(block, found);
    return found;
  }

  public variable(stack: ProgramStack, name: string): unknown {
    const variable = stack.variables.get(name);
    const lifted = variable === undefined ? undefined : inputOf(variable);
    return lifted ?? this.options.variables?.[name];
  }

  public noteRead(block: Block, property: string): void {
    const reads = this.reads.get(block) ?? new Set();
    this.reads.set(block, reads.add(property));
  }

  public noteNeed(block: Block, needed: Block): void {
    this.needsOf(block).add(needed);
  }

  /** Plans the values of a block, or of one instance of it. */
  public valuesOf(block: Block, instance: Instance | undefined): ValuePlanner {
    const note = (binder: Binder): void => {
      for (const needed of blocksIn(binder.sources)) this.noteNeed(block, needed);
    };
    return new ValuePlanner({ program: this, stack: block.stack, instance }, this.problems, note);
  }

  private needsOf(block: Block): Set<Block> {
    const needs = this.needs.get(block) ?? new Set();
    this.needs.set(block, needs);
    return needs;
  }

  private outputsOf(stack: ProgramStack): readonly PlannedOutput[] {
    const values = new ValuePlanner({ program: this, stack }, this.problems, () => undefined);
    return Object.entries(objectIn(stack.document['output']))
      .filter(([name]) => !name.startsWith(CROSS_STACK))
      .map(([name, output]) => {
        const { value, sensitive } = objectIn(output);
        const planned = values.value(value, `output.${name}`);
        return { stack: stack.name, name, value: planned, isSecret: sensitive === true };
      });
  }
}
