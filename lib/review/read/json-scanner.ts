/** Where a value stands in a text, its end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A member of an object, its key read and its value not. */
export interface Member extends Span {
  readonly key: string;
  /** Where its items stand, of a list. */
  readonly items?: readonly Span[];
}

/** Parts of an object or a list, and where it ends. */
interface Parts<P> {
  readonly parts: readonly P[];
  readonly end: number;
}

/** What stood in the way of reading on. */
export enum ScanFailure {
  CUT_OFF = 'cut off',
  NOT_JSON = 'not JSON',
  TOO_DEEP = 'too deep',
}

/** Deeper than this no plan is. */
const DEEPEST = 500;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Makes braces of brackets. */
const BRACE_BIT = 0x20;

/**
 * Finds the parts of a JSON text without reading them, so that only those are parsed that matter. It looks
 * at brackets and strings; whether the rest is JSON shows when it is parsed.
 */
export class JsonScanner {
  public constructor(private readonly bytes: Uint8Array) {}

  /** The next place that is no white space. */
  public afterSpace(from: number): number {
    let at = from;
    for (;;) {
      const byte = this.bytes[at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
      at += 1;
    }
  }

  /** Where the value ends that begins here. */
  public endOf(start: number): number | ScanFailure {
    const first = this.bytes[start];
    if (first === undefined) return ScanFailure.CUT_OFF;
    if (first === QUOTE) return this.endOfText(start);
    if (first === OPEN_OBJECT || first === OPEN_LIST) return this.endOfContainer(start);
    let at = start;
    while (isPartOfLiteral(this.bytes[at])) at += 1;
    return at === start ? ScanFailure.NOT_JSON : at;
  }

  /** The members of the object that begins here. */
  public membersOf(start: number): readonly Member[] | ScanFailure {
    const found = this.partsOf(start, CLOSE_OBJECT, (at) => this.memberAt(at));
    return typeof found === 'string' ? found : found.parts;
  }

  /** The items of the list that begins here. */
  public itemsOf(start: number): readonly Span[] | ScanFailure {
    const found = this.partsOf(start, CLOSE_LIST, (at) => this.valueAt(at));
    return typeof found === 'string' ? found : found.parts;
  }

  private partsOf<P extends Span>(
    start: number,
    close: number,
    partAt: (at: number) => P | ScanFailure,
  ): Parts<P> | ScanFailure {
    const parts: P[] = [];
    let at = this.afterSpace(start + 1);
    while (this.bytes[at] !== close) {
      const part = partAt(at);
      if (typeof part === 'string') return part;
      parts.push(part);
      at = this.afterSpace(part.end);
      if (this.bytes[at] === undefined) return ScanFailure.CUT_OFF;
      if (this.bytes[at] === COMMA) at = this.afterSpace(at + 1);
      else if (this.bytes[at] !== close) return ScanFailure.NOT_JSON;
    }
    return { parts, end: at + 1 };
  }

  private valueAt(start: number): Span | ScanFailure {
    const end = this.endOf(start);
    return typeof end === 'string' ? end : { start, end };
  }

  private memberAt(at: number): Member | ScanFailure {
    if (this.bytes[at] === undefined) return ScanFailure.CUT_OFF;
    if (this.bytes[at] !== QUOTE) return ScanFailure.NOT_JSON;
    const keyEnd = this.endOfText(at);
    if (typeof keyEnd === 'string') return keyEnd;
    const colon = this.afterSpace(keyEnd);
    if (this.bytes[colon] === undefined) return ScanFailure.CUT_OFF;
    if (this.bytes[colon] !== COLON) return ScanFailure.NOT_JSON;
    const value = this.memberValueAt(this.afterSpace(colon + 1));
    if (typeof value === 'string') return value;
    const key = Buffer.from(this.bytes.subarray(at + 1, keyEnd - 1)).toString('utf8');
    return { key, ...value };
  }

  /** The items of lists are found on the way: the longest parts of a plan are lists. */
  private memberValueAt(start: number): Omit<Member, 'key'> | ScanFailure {
    if (this.bytes[start] !== OPEN_LIST) return this.valueAt(start);
    const found = this.partsOf(start, CLOSE_LIST, (at) => this.valueAt(at));
    // Whether it matters that a list is none shows when it is read.
    if (typeof found === 'string') return this.valueAt(start);
    return { start, end: found.end, items: found.parts };
  }

  private endOfText(start: number): number | ScanFailure {
    const { bytes } = this;
    let at = start + 1;
    for (;;) {
      const byte = bytes[at];
      if (byte === QUOTE) return at + 1;
      if (byte === undefined) return ScanFailure.CUT_OFF;
      at += byte === BACKSLASH ? 2 : 1;
    }
  }

  /** All of a plan goes through here, so it is one loop. */
  private endOfContainer(start: number): number | ScanFailure {
    const { bytes } = this;
    const { length } = bytes;
    let depth = 0;
    for (let at = start; at < length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) {
        at = lastOfText(bytes, at);
      } else if ((byte | BRACE_BIT) === OPEN_OBJECT) {
        depth += 1;
        if (depth > DEEPEST) return ScanFailure.TOO_DEEP;
      } else if ((byte | BRACE_BIT) === CLOSE_OBJECT) {
        depth -= 1;
        if (depth === 0) return at + 1;
      }
    }
    return ScanFailure.CUT_OFF;
  }
}

function lastOfText(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  let at = start + 1;
  while (at < length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

function isPartOfLiteral(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    ((byte >= 0x30 && byte <= 0x39) ||
      (byte >= 0x61 && byte <= 0x7a) ||
      byte === 0x2d ||
      byte === 0x2b ||
      byte === 0x2e ||
      byte === 0x45)
  );
}
