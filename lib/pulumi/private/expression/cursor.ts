import { ExpressionFault } from './expression-fault';

/** Deeper than any expression that is written or synthesized. */
const DEEPEST = 100;

/** A place in a text that is read from left to right. */
export class Cursor {
  private at = 0;
  private depth = 0;

  public constructor(private readonly text: string) {}

  public get done(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether the text goes on with this. */
  public sees(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Moves past this where the text goes on with it. */
  public take(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Moves past what a sticky pattern matches here. */
  public match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Moves past white space. */
  public skip(): this {
    this.match(/\s*/y);
    return this;
  }

  /** Moves past this after white space. */
  public takeNext(text: string): boolean {
    return this.skip().take(text);
  }

  /** Moves past what must stand here, after white space. */
  public expect(text: string): void {
    if (!this.takeNext(text)) this.fail(`have ${text} ${this.place()}`);
  }

  /** Reads something that may hold itself. */
  public nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > DEEPEST) this.fail(`be nested ${String(DEEPEST)} deep at most`);
    const result = read();
    this.depth -= 1;
    return result;
  }

  /** Where the cursor is, for errors. */
  public place(): string {
    return this.done ? 'at its end' : `at character ${String(this.at + 1)}`;
  }

  public fail(must: string, fix?: string): never {
    throw new ExpressionFault(must, fix);
  }
}
