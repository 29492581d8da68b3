import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type FileStamp, stampOf } from './file-stamp';

/** Read piece by piece, so that memory does not grow with files. */
const PIECE = 256 * 1024;

/** What was read from a file. */
export interface FileDigest {
  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  readonly digest: string;
  /** The stamp of the file once it was read. */
  readonly stamp: FileStamp;
}

/** Hashes files one after the other, through one buffer. */
export class FileHasher {
  private readonly piece = Buffer.allocUnsafeSlow(PIECE);

  public read(source: string): FileDigest {
    const file = openSync(source, 'r');
    try {
      const hash = createHash('sha256');
      for (let length = this.next(file); length > 0; length = this.next(file)) {
        hash.update(length === PIECE ? this.piece : this.piece.subarray(0, length));
      }
      return { digest: hash.digest('hex'), stamp: stampOf(fstatSync(file, { bigint: true })) };
    } finally {
      closeSync(file);
    }
  }

  private next(file: number): number {
    return readSync(file, this.piece, 0, PIECE, null);
  }
}
