import { withoutInstance } from '../../read/construct-paths';

/** Where resources were before, by `moved` blocks and by what Terraform does without any. */
export class Moves {
  public constructor(
    /** Former address by the later one, as blocks say it. */
    private readonly declared: ReadonlyMap<string, string>,
  ) {}

  /**
   * The address that a resource had, `undefined` where it has not moved.
   *
   * @param former whether something was at an address
   * @param later whether something will be
   */
  public sourceOf(
    address: string,
    former: (address: string) => boolean,
    later: (address: string) => boolean,
  ): string | undefined {
    if (former(address)) return undefined;
    const source = this.declaredSource(address) ?? otherRepetition(address);
    return source !== undefined && former(source) && !later(source) ? source : undefined;
  }

  /** Blocks may follow each other, and may be about all instances. */
  private declaredSource(address: string): string | undefined {
    let source: string | undefined;
    const seen = new Set<string>();
    for (
      let next = this.step(address);
      next !== undefined && !seen.has(next);
      next = this.step(next)
    ) {
      seen.add(next);
      source = next;
    }
    return source;
  }

  private step(address: string): string | undefined {
    const exact = this.declared.get(address);
    if (exact !== undefined) return exact;
    const base = withoutInstance(address);
    const source = this.declared.get(base);
    return source === undefined ? undefined : `${source}${address.slice(base.length)}`;
  }
}

/** A resource that gets a count, or loses it, is its first instance. */
function otherRepetition(address: string): string | undefined {
  if (address.endsWith('[0]')) return withoutInstance(address);
  return address.endsWith(']') ? undefined : `${address}[0]`;
}
