import { basename } from 'node:path';
import { expectOk, TerraformWorkdir } from '../../support/terraform';
import {
  ExampleVersions,
  type SourceEdit,
  type WrittenStack,
} from '../compare/equality/edited-example';
import type { GoldenPlan } from './golden-case';

/** A plan as `terraform show -json` writes it, and the stack that it is of. */
export interface MadePlan {
  readonly stack: string;
  readonly content: unknown;
}

/** An example, as it is applied. */
interface Applied {
  readonly versions: ExampleVersions;
  readonly base: WrittenStack;
  readonly workdir: TerraformWorkdir;
}

/** Makes plans by Terraform. What several plans begin with is applied once. */
export class Planner {
  private readonly applied = new Map<string, Promise<Applied>>();
  private readonly workdirs: TerraformWorkdir[] = [];

  /** The plan of a change of an example. */
  public async plan(golden: GoldenPlan): Promise<MadePlan> {
    const { example, base = [], head = [] } = golden;
    if (base === 'nothing') return this.planOfAll(example, head === 'nothing' ? [] : head);
    const from = await this.appliedOnce(golden, base);
    const { versions, workdir } = from;
    if (head === 'nothing') await workdir.write(emptied(from.base));
    else {
      const { text, folder } = await versions.synthesize(head, from.base);
      await workdir.write(text, folder);
    }
    return { stack: basename(from.base.folder), content: await planned(workdir) };
  }

  /** Removes every folder. */
  public async dispose(): Promise<void> {
    await Promise.all(this.workdirs.map((workdir) => workdir.dispose()));
  }

  private async planOfAll(example: string, edits: readonly SourceEdit[]): Promise<MadePlan> {
    const { folder, text } = await new ExampleVersions(example).synthesize(edits);
    const workdir = await this.workdir();
    await workdir.write(text, folder);
    expectOk(await workdir.init());
    return { stack: basename(folder), content: await planned(workdir) };
  }

  /** What happens outside Terraform belongs to one plan; everything else is shared. */
  private async appliedOnce(golden: GoldenPlan, edits: readonly SourceEdit[]): Promise<Applied> {
    const { example, unmanaged = [], outside } = golden;
    if (outside !== undefined) return this.apply(example, edits, unmanaged, outside);
    const key = JSON.stringify([example, edits, unmanaged]);
    const known = this.applied.get(key) ?? this.apply(example, edits, unmanaged);
    this.applied.set(key, known);
    return known;
  }

  private async apply(
    example: string,
    edits: readonly SourceEdit[],
    unmanaged: readonly string[],
    outside?: GoldenPlan['outside'],
  ): Promise<Applied> {
    const versions = new ExampleVersions(example);
    const base = await versions.synthesize(edits);
    const workdir = await this.workdir();
    await workdir.write(base.text, base.folder);
    expectOk(await workdir.init());
    expectOk(await workdir.apply());
    if (unmanaged.length > 0) expectOk(await workdir.run('state', 'rm', ...unmanaged));
    outside?.(workdir.provider);
    return { versions, base, workdir };
  }

  private async workdir(): Promise<TerraformWorkdir> {
    const workdir = await TerraformWorkdir.create();
    this.workdirs.push(workdir);
    return workdir;
  }
}

async function planned(workdir: TerraformWorkdir): Promise<unknown> {
  return expectOk(await workdir.plan()).plan;
}

/** The stack with its providers and nothing else. */
function emptied({ text }: WrittenStack): string {
  const { terraform, provider } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return JSON.stringify({ terraform, provider });
}
