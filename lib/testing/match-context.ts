import type { Mismatch } from './matcher';
import { printed } from './private/printed';

/** What a context carries along while a pattern is compared. */
export interface MatchContextProps {
  /** Where the comparison stands, empty at the top. */
  readonly path: string;
  /** Whether keys that the pattern does not name are differences. */
  readonly exact: boolean;
  /** Turns tokens of the stack into what they are synthesized to. */
  readonly tokens: ITokenSource;
  /** What captures saw; it reaches them only when the whole pattern matches. */
  readonly sightings: Sighting[];
}

/** Knows what a token of the stack is synthesized to. */
export interface ITokenSource {
  /** The value with its tokens resolved. */
  resolve(value: unknown): unknown;
}

/** Takes a value out of a match. */
export interface ICaptureTarget {
  /** Keeps a value. */
  keep(value: unknown): void;
}

/** A value that a capture saw while a pattern was compared. */
export interface Sighting {
  /** Who wants the value. */
  readonly target: ICaptureTarget;
  /** The value, as it stands in the JSON. */
  readonly value: unknown;
}

const IDENTIFIER = /^[A-Za-z_][\w-]*$/;

/** Where a comparison stands and how strict it is. */
export class MatchContext {
  /** Where the comparison stands, empty at the top. */
  public readonly path: string;
  /** Whether keys that the pattern does not name are differences. */
  public readonly exact: boolean;
  /** What captures saw so far. */
  public readonly sightings: readonly Sighting[];

  public constructor(private readonly props: MatchContextProps) {
    this.path = props.path;
    this.exact = props.exact;
    this.sightings = props.sightings;
  }

  /** The context of a key of the object compared here. */
  public member(key: string): MatchContext {
    const step = IDENTIFIER.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    return this.with({ path: this.path === '' && step.startsWith('.') ? key : this.path + step });
  }

  /** The context of an item of the list compared here. */
  public item(index: number): MatchContext {
    return this.with({ path: `${this.path}[${String(index)}]` });
  }

  /** The same place, with every key of every object below counted. */
  public exactly(): MatchContext {
    return this.with({ exact: true });
  }

  /** The same place, with keys that a pattern does not name left alone. */
  public partially(): MatchContext {
    return this.with({ exact: false });
  }

  /** The same place, for a comparison whose captures count only once {@link accept} is called with it. */
  public attempt(): MatchContext {
    return this.with({ sightings: [] });
  }

  /** Takes over what the captures of a successful attempt saw. */
  public accept(attempt: MatchContext): void {
    this.props.sightings.push(...attempt.sightings);
  }

  /** Notes a value for a capture. */
  public sight(target: ICaptureTarget, value: unknown): void {
    this.props.sightings.push({ target, value });
  }

  /** A literal of the pattern with its tokens resolved. */
  public resolve(value: unknown): unknown {
    return this.props.tokens.resolve(value);
  }

  /** A difference at this place. */
  public mismatch(expected: string, found: unknown, weight = 1): Mismatch {
    return { path: this.path, expected, found: printed(found), weight };
  }

  private with(changed: Partial<MatchContextProps>): MatchContext {
    return new MatchContext({ ...this.props, ...changed });
  }
}
