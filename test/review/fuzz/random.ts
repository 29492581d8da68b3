/** Numbers that a seed decides. */
export class Random {
  private state: number;

  public constructor(public readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0, 1 excluded (mulberry32). */
  public fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below a bound. */
  public below(bound: number): number {
    return Math.floor(this.fraction() * bound);
  }

  /** Whether something happens that happens once in so many times. */
  public oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  /** One of them. */
  public of<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new RangeError('nothing to choose from');
    return choice;
  }

  /** Up to so many of them, some perhaps twice. */
  public some<T>(choices: readonly T[], most: number): readonly T[] {
    if (choices.length === 0) return [];
    return Array.from({ length: this.below(most + 1) }, () => this.of(choices));
  }
}
