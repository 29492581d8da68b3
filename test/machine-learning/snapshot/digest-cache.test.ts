import {
  appendFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, DigestCache } from '../../../lib/machine-learning/snapshot/digest-cache';
import {
  type FileStamp,
  isSettled,
  stampOf,
} from '../../../lib/machine-learning/snapshot/file-stamp';
import { folderOf } from '../../support/folder';

const LATER = 2n ** 62n;
const SECOND = 1_000_000_000n;
const DIGEST = 'd'.repeat(64);

const stampAt = (path: string) => stampOf(statSync(path, { bigint: true }));

/** A cache that knows the digest of a file, which is old enough, and the file. */
function known(content = 'one') {
  const [folder, cache] = [folderOf({ file: content }), folderOf({})];
  const file = join(folder, 'file');
  const stamp = stampAt(file);
  const open = () => DigestCache.open(folder, cache);
  const first = open();
  first.add(file, DIGEST, stamp, stamp, LATER);
  first.save();
  return { folder, cache, file, stamp, open };
}

/** Waits until the clock of the file system has another time. */
function ticked(): void {
  const until = Date.now() + 30;
  while (Date.now() < until);
}

describe('a cache of digests', () => {
  test('knows a file that is as it was', () => {
    const { file, stamp, open } = known();
    expect(open().find(file, stamp)).toBe(DIGEST);
    expect(open().find(file, stampAt(file))).toBe(DIGEST);
  });

  test.each<[string, (file: string, folder: string) => void]>([
    [
      'written with the same size and its old time of writing',
      (file) => {
        const { atime, mtime } = statSync(file);
        writeFileSync(file, 'two');
        utimesSync(file, atime, mtime);
      },
    ],
    [
      'longer',
      (file) => {
        appendFileSync(file, '!');
      },
    ],
    [
      'touched',
      (file) => {
        utimesSync(file, 0, 0);
      },
    ],
    [
      'another file of the same size and times under its name',
      (file, folder) => {
        const other = join(folder, 'other');
        writeFileSync(other, 'two');
        const { atime, mtime } = statSync(file);
        utimesSync(other, atime, mtime);
        renameSync(other, file);
      },
    ],
    [
      'another link to the same content',
      (file, folder) => {
        linkSync(file, join(folder, 'other'));
        unlinkSync(file);
        renameSync(join(folder, 'other'), file);
      },
    ],
  ])('does not know a file that is %s', (_, change) => {
    const { folder, file, open } = known();
    ticked();
    change(file, folder);
    expect(open().find(file, stampAt(file))).toBeUndefined();
  });

  test('does not know a file under another name', () => {
    const { folder, file, open } = known();
    const renamed = join(folder, 'renamed');
    renameSync(file, renamed);
    expect(open().find(renamed, stampAt(renamed))).toBeUndefined();
  });

  test('does not take in a file that is so young that a change could leave its times as they are', () => {
    const { folder, cache, file, stamp } = known();
    const young = DigestCache.open(folder, cache);
    young.add(`${file}2`, DIGEST, stamp, stamp, stamp.changed + stamp.granularity);
    young.save();
    expect(DigestCache.open(folder, cache).find(`${file}2`, stamp)).toBeUndefined();
  });

  test('does not take in a file that changed while it was read', () => {
    const { file, stamp, open } = known();
    const cache = open();
    cache.add(`${file}2`, DIGEST, stamp, { ...stamp, key: 'other' }, LATER);
    expect(cache.find(`${file}2`, stamp)).toBeUndefined();
  });

  test.each<[string, (text: string) => string]>([
    ['has another byte in a digest', (text) => text.replace(/d(?="\]\]\]$)/, 'e')],
    ['is cut off', (text) => text.slice(0, -4)],
    ['is empty', () => ''],
    ['is something else', () => '{"a": 1}'],
  ])('is as if it were not there when it %s', (_, broken) => {
    const { cache, file, stamp, open } = known();
    const [name = ''] = readdirSync(cache);
    const text = readFileSync(join(cache, name), 'utf8');
    expect(broken(text)).not.toBe(text);
    writeFileSync(join(cache, name), broken(text));
    expect(open().find(file, stamp)).toBeUndefined();
  });

  test('forgets files that are gone, and is not written where nothing is new', () => {
    const { cache, file, stamp, open } = known();
    const second = open();
    second.add(`${file}2`, DIGEST, stamp, stamp, LATER);
    second.save();
    const third = open();
    expect(third.find(file, stamp)).toBeUndefined();
    expect(third.find(`${file}2`, stamp)).toBe(DIGEST);
    const [name = ''] = readdirSync(cache);
    const before = stampAt(join(cache, name));
    third.save();
    expect(stampAt(join(cache, name))).toEqual(before);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('is left out where it cannot be written', () => {
    const cache = join(folderOf({ file: '' }), 'file');
    const { folder, file, stamp } = known();
    const unwritable = DigestCache.open(folder, cache);
    unwritable.add(file, DIGEST, stamp, stamp, LATER);
    expect(() => {
      unwritable.save();
    }).not.toThrow();
  });

  test('leaves nothing half-written behind', () => {
    const { folder, cache, file, stamp } = known();
    const [name = ''] = readdirSync(cache);
    unlinkSync(join(cache, name));
    mkdirSync(join(cache, name, 'in-the-way'), { recursive: true });
    const blocked = DigestCache.open(folder, cache);
    blocked.add(file, DIGEST, stamp, stamp, LATER);
    blocked.save();
    expect(readdirSync(cache)).toEqual([name]);
  });
});

describe('the folder of caches', () => {
  test.each<[NodeJS.ProcessEnv, string | undefined]>([
    [{ CDKTF_AZUREML_CACHE: 'off', XDG_CACHE_HOME: '/caches' }, undefined],
    [{ CDKTF_AZUREML_CACHE: '/here', XDG_CACHE_HOME: '/caches' }, '/here'],
    [{ CDKTF_AZUREML_CACHE: '', XDG_CACHE_HOME: '/caches' }, '/caches/cdktf-azureml'],
  ])('with %j is %s', (environment, folder) => {
    expect(cacheFolder(environment)).toBe(folder);
  });

  test('is among those of the user, by default', () => {
    expect(cacheFolder({})).toMatch(/\.cache.cdktf-azureml$/);
  });
});

describe('a file is settled', () => {
  const stamp = (mtimeNs: bigint, ctimeNs: bigint): FileStamp =>
    stampOf({ dev: 1n, ino: 2n, size: 3n, mtimeNs, ctimeNs } as never);

  test.each<[string, FileStamp, bigint, boolean]>([
    ['a tick after its last change', stamp(1n, 5n), SECOND / 10n + 6n, true],
    ['not within a tick', stamp(1n, 5n), SECOND / 10n + 5n, false],
    ['not within a tick of its time of writing', stamp(5n, 1n), SECOND / 10n + 5n, false],
    ['three seconds after a time in whole seconds', stamp(SECOND, 5n), 4n * SECOND + 1n, true],
    ['not three seconds after it, in whole seconds', stamp(1n, SECOND), 4n * SECOND, false],
  ])('%s', (_, file, moment, settled) => {
    expect(isSettled(file, moment)).toBe(settled);
  });
});
