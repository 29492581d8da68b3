import { Token } from 'cdktf';
import { folderIdOf, watchedFolder } from '../../lib/logic-apps/private/watched-folder';

const TOKEN = Token.asString({ resolve: () => 'x', toString: () => 'x', creationStack: [] });

describe('a path', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['/', undefined],
    ['incoming', 'incoming'],
    ['/incoming/daily/', 'incoming/daily'],
  ])('%j is the folder %j', (path, folder) => {
    expect(watchedFolder(path)).toBe(folder);
  });

  test('that is only known at apply stays as it is', () => {
    expect(watchedFolder(TOKEN)).toBe(TOKEN);
  });
});

describe('the id of a folder', () => {
  test.each([
    ['incoming', 'daily', 'JTJmaW5jb21pbmclMmZkYWlseQ==', '/incoming/daily'],
    ['simulations', undefined, 'JTJmc2ltdWxhdGlvbnM=', '/simulations'],
    ['my-container', undefined, 'JTJmbXktY29udGFpbmVy', '/my-container'],
  ])('%s, %s is %s, as the designer writes it', (container, folder, folderId, displayPath) => {
    expect(folderIdOf(container, folder)).toEqual({ folderId, displayPath });
  });

  test.each([
    ['new data', '%2fraw%2fnew%20data'],
    ['Größe', '%2fraw%2fGr%c3%b6%c3%9fe'],
    ['year=2026', '%2fraw%2fyear%3d2026'],
  ])('of %s has lower-case percent codes', (folder, path) => {
    const { folderId } = folderIdOf('raw', folder);
    expect(Buffer.from(folderId, 'base64').toString('utf8')).toBe(path);
  });
});
