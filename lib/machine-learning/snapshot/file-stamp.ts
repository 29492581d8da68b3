import type { BigIntStats } from 'node:fs';

/** What the file system says of a file without reading it. */
export interface FileStamp {
  /** Device, inode, size, time of the last write and of the last change of any kind, in nanoseconds. */
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** When it last changed in any way, in nanoseconds since 1970. */
  readonly changed: bigint;
  /** How far apart two changes must be to have different times, in nanoseconds. */
  readonly granularity: bigint;
}

const SECOND = 1_000_000_000n;

/** FAT keeps even seconds, others whole ones. */
const COARSE = 3n * SECOND;

/** Kernels take the time from a clock that ticks every 10 ms or faster. */
const FINE = SECOND / 10n;

/** The stamp of a file, from its statistics. */
export function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): FileStamp {
  const wholeSeconds = mtimeNs % SECOND === 0n || ctimeNs % SECOND === 0n;
  return {
    key: [dev, ino, size, mtimeNs, ctimeNs].join(':'),
    size: Number(size),
    changed: mtimeNs > ctimeNs ? mtimeNs : ctimeNs,
    granularity: wholeSeconds ? COARSE : FINE,
  };
}

/**
 * Whether a file that is changed once more after a moment is sure to get another stamp.
 *
 * A change in the same tick of the clock as the one before leaves the times as they are.
 *
 * @param moment in nanoseconds since 1970
 */
export function isSettled({ changed, granularity }: FileStamp, moment: bigint): boolean {
  return changed + granularity < moment;
}
