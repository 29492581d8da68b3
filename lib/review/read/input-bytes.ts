/** One thing to read: a file, or what is piped. */
export interface InputBytes {
  /** Name of the file, `-` for standard input. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** First bytes that tell an encoding, a byte order mark or the first two characters. */
const BEGINNINGS: readonly (readonly [RegExp, (bytes: Buffer) => Buffer])[] = [
  [/^efbbbf/, (bytes) => bytes.subarray(3)],
  [/^fffe/, (bytes) => fromUtf16(bytes.subarray(2))],
  [/^feff/, (bytes) => fromUtf16(swapped(bytes.subarray(2)))],
  [/^(?!00)..00(?!00)..00/, fromUtf16],
  [/^00(?!00)..00(?!00)../, (bytes) => fromUtf16(swapped(bytes))],
];

/** The text as UTF-8 without a byte order mark, whichever encoding the shell wrote: PowerShell writes UTF-16. */
export function inUtf8(bytes: Buffer): Buffer {
  const start = bytes.toString('hex', 0, 4);
  const [, decode] = BEGINNINGS.find(([pattern]) => pattern.test(start)) ?? [];
  return decode === undefined ? bytes : decode(bytes);
}

function fromUtf16(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('utf16le'), 'utf8');
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}
