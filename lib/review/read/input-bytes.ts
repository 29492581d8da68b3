/** One thing to read: a file, or what is piped. */
export interface InputBytes {
  /** Name of the file, `-` for standard input. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** The text as UTF-8 without a byte order mark, whichever encoding the shell wrote: PowerShell writes UTF-16. */
export function inUtf8(bytes: Buffer): Buffer {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
  if (first === 0xff && second === 0xfe) return fromUtf16(bytes.subarray(2));
  if (first === 0xfe && second === 0xff) return fromUtf16(swapped(bytes.subarray(2)));
  if (second === 0 && first !== 0 && bytes[3] === 0) return fromUtf16(bytes);
  if (first === 0 && second !== 0 && third === 0) return fromUtf16(swapped(bytes));
  return bytes;
}

function fromUtf16(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('utf16le'), 'utf8');
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}
