import { cp, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { OrderedStack } from './read/stack-groups';
import { type JsonRecord, STACK_FILE } from './read/synthesized-stacks';
import { scratchDocument } from './scratch-document';
import { StackText } from './terraform/stack-text';

/** What Terraform and cdktf leave beside a stack; none of it belongs to the copy. */
const LEFT_BEHIND =
  /^(?:\.terraform.*|.*\.tfstate(?:\..*)?|.*\.tfplan|plan|errored\.tfstate|\.gen)$/;

/** A copy of a stack, whose state is a file in it. */
export class StackCopy {
  /**
   * Makes it.
   *
   * @param folder where it comes, not there yet
   * @param folderOf where the copies of other stacks are
   */
  public static async make(
    stack: OrderedStack,
    folder: string,
    folderOf: (name: string) => string,
  ): Promise<StackCopy> {
    await cp(stack.folder, folder, {
      recursive: true,
      filter: (source) => source === stack.folder || isOfStack(stack.folder, source),
    });
    const states = stack.states.flatMap(({ label, source }) => {
      if (source === undefined) return [];
      const file = 'file' in source ? source.file : stateFileIn(folderOf(source.stack));
      return [[label, file] as const];
    });
    const options = { stateFile: stateFileIn(folder), states: new Map(states) };
    const copy = new StackCopy(folder, scratchDocument(stack.document, options));
    await copy.write(copy.text.document);
    return copy;
  }

  private current: StackText;

  private constructor(
    public readonly folder: string,
    document: JsonRecord,
  ) {
    this.current = new StackText(document);
  }

  /** What is written, with its lines. */
  public get text(): StackText {
    return this.current;
  }

  /** Writes another document in the place of the former. */
  public async write(document: JsonRecord): Promise<void> {
    this.current = new StackText(document);
    await writeFile(join(this.folder, STACK_FILE), this.current.text);
  }
}

function isOfStack(folder: string, source: string): boolean {
  const isAtTop = join(folder, basename(source)) === source;
  return !isAtTop || !(LEFT_BEHIND.test(basename(source)) || isOtherStack(source));
}

/** A folder may hold a stack and, below it, those of cdktf. */
function isOtherStack(source: string): boolean {
  return basename(source) === 'stacks';
}

/** By another name than Terraform's own, since `init -reconfigure` empties that one. */
function stateFileIn(folder: string): string {
  return join(folder, 'rehearsal.tfstate');
}
