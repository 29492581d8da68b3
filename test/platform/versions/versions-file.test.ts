import { App, Testing } from 'cdktf';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { VersionsMode } from '../../../lib/platform/versions/versions-mode';
import { Template } from '../../../lib/testing';
import { folderOf } from '../../support/folder';
import { codesIn, declareVersion, inMode, newFile, synthesize } from './setup';
import { MlStack } from '../../../lib/platform/ml-stack';

const SUBSCRIPTION_ID = '11111111-2222-4333-8444-555555555555';

/** Lines of a file as `<stack> <address> <status>`, without the files of versions. */
function linesIn(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes(' azapi_resource.'))
    .map((line) => line.split(' ').slice(0, 3).join(' '));
}

describe('a synthesis', () => {
  test('notes what is declared, forgotten and adopted', () => {
    const file = newFile();
    synthesize({ churn: ['a'] }, file);
    expect(linesIn(file)).toEqual(['churn azapi_resource.Code-a declared']);
    synthesize({ churn: ['b'] }, file);
    synthesize({ churn: ['a'] }, file);
    expect(linesIn(file)).toEqual([
      'churn azapi_resource.Code-a adopted',
      'churn azapi_resource.Code-b forgotten',
    ]);
  });

  test('emits blocks for what is forgotten and adopted, and none for anything else', () => {
    const file = newFile();
    const first = synthesize({ churn: ['a'] }, file).json();
    expect(Object.keys(first)).not.toEqual(expect.arrayContaining(['removed']));
    expect(first).not.toHaveProperty('import');
    synthesize({ churn: ['b'] }, file);
    const back = synthesize({ churn: ['a'] }, file).json();
    expect(back['removed']).toEqual([
      { from: 'azapi_resource.Code-b', lifecycle: { destroy: false } },
      { from: 'azurerm_storage_blob.Code-b-Files', lifecycle: { destroy: false } },
    ]);
    expect(back['import']).toHaveLength(2);
  });

  test('again is the same to the letter, and does not touch the file', () => {
    const file = newFile();
    synthesize({ churn: ['a'] }, file);
    const second = synthesize({ churn: ['b'] }, file);
    const [text, { mtimeMs }] = [readFileSync(file, 'utf8'), statSync(file)];
    const third = synthesize({ churn: ['b'] }, file);
    expect(JSON.stringify(third.json())).toBe(JSON.stringify(second.json()));
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });

  test('of several stacks keeps them apart, also those of other programs', () => {
    const file = newFile();
    synthesize({ dev: ['a'], prod: ['b'] }, file);
    synthesize({ other: ['c'] }, file);
    synthesize({ dev: ['c'] }, file);
    expect(linesIn(file)).toEqual([
      'dev azapi_resource.Code-a forgotten',
      'dev azapi_resource.Code-c adopted',
      'other azapi_resource.Code-c declared',
      'prod azapi_resource.Code-b declared',
    ]);
  });

  test('writes no file where nothing is versioned', () => {
    const file = newFile();
    const { warnings } = synthesize({ churn: [] }, file);
    expect(existsSync(file)).toBe(false);
    expect(warnings).toEqual([]);
  });

  test('leaves nothing beside the file', () => {
    const file = newFile();
    synthesize({ churn: ['a'] }, file);
    expect(readdirSync(dirname(file))).toEqual([basename(file)]);
  });

  test('is what counts: constructing, and templates, leave the file alone', () => {
    const file = newFile();
    synthesize({ churn: ['a'] }, file);
    inMode(VersionsMode.WRITE, () => {
      const stack = new MlStack(new App(), 'churn', {
        subscriptionId: SUBSCRIPTION_ID,
        versionsFile: file,
      });
      declareVersion(stack, 'b');
      expect(Template.fromStack(stack).toJson()).not.toHaveProperty('removed');
    });
    expect(linesIn(file)).toEqual(['churn azapi_resource.Code-a declared']);
  });
});

describe('the file', () => {
  test.each<[string, string | undefined]>([
    ['a name in the context of the app', 'named.versions'],
    ['none, in the working directory', undefined],
  ])('is found by %s', (_, named) => {
    const [folder, before] = [folderOf({}), process.cwd()];
    try {
      process.chdir(folder);
      inMode(VersionsMode.WRITE, () => {
        const context = named === undefined ? {} : { cdktfAzuremlVersionsFile: named };
        const app = new App({ outdir: folderOf({}), context });
        declareVersion(new MlStack(app, 'churn', { subscriptionId: SUBSCRIPTION_ID }), 'a');
        app.synth();
      });
    } finally {
      process.chdir(before);
    }
    expect(readdirSync(folder)).toEqual([named ?? 'cdktf-azureml.versions']);
  });

  test('named by something else than a text is refused', () => {
    const app = new App({ outdir: folderOf({}), context: { cdktfAzuremlVersionsFile: 1 } });
    new MlStack(app, 'churn', { subscriptionId: SUBSCRIPTION_ID });
    expect(
      codesIn(() => {
        app.synth();
      }),
    ).toEqual(['PropertyTypeInvalid']);
  });

  test('is not kept for apps of the testing of cdktf that name none', () => {
    const [folder, before] = [folderOf({}), process.cwd()];
    try {
      process.chdir(folder);
      inMode(VersionsMode.WRITE, () => {
        const stack = new MlStack(Testing.app(), 'churn', { subscriptionId: SUBSCRIPTION_ID });
        declareVersion(stack, 'a');
        Testing.fullSynth(stack);
      });
    } finally {
      process.chdir(before);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not blocked by what a process that died left behind', () => {
    const file = newFile();
    const lock = `${file}.lock`;
    writeFileSync(lock, '');
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, longAgo, longAgo);
    synthesize({ churn: ['a'] }, file);
    expect(existsSync(lock)).toBe(false);
    expect(linesIn(file)).toHaveLength(1);
  });

  test('is written after the process that writes it now', () => {
    const file = newFile();
    const lock = `${file}.lock`;
    writeFileSync(lock, '');
    const line = `other azapi_resource.Code-x declared /x`;
    const other = spawn('sh', ['-c', `sleep 0.3; echo '${line}' > '${file}'; rm '${lock}'`]);
    synthesize({ churn: ['a'] }, file);
    expect(linesIn(file)).toEqual(['churn azapi_resource.Code-a declared', line.slice(0, -3)]);
    other.unref();
  });

  test('that is a folder is refused', () => {
    const file = newFile();
    mkdirSync(file);
    expect(codesIn(() => synthesize({ churn: ['a'] }, file))).toEqual(['VersionsFileUnreadable']);
  });

  test('that cannot be written is refused, with what else can be done', () => {
    const file = join(folderOf({}), 'missing', 'cdktf-azureml.versions');
    expect(codesIn(() => synthesize({ churn: ['a'] }, file))).toEqual(['VersionsFileUnwritable']);
    expect(codesIn(() => synthesize({ churn: [] }, file))).toEqual([]);
  });
});

describe('the mode', () => {
  test('check fails where the file would change, and only there', () => {
    const file = newFile();
    const check = (version: string) => () =>
      synthesize({ churn: [version] }, file, { mode: VersionsMode.CHECK });
    expect(codesIn(check('a'))).toEqual(['VersionsFileOutdated']);
    expect(existsSync(file)).toBe(false);
    synthesize({ churn: ['a'] }, file);
    expect(codesIn(check('a'))).toEqual([]);
    expect(codesIn(check('b'))).toEqual(['VersionsFileOutdated']);
  });

  test('read emits the blocks and writes nothing', () => {
    const file = newFile();
    synthesize({ churn: ['a'] }, file);
    const { json, warnings } = synthesize({ churn: ['b'] }, file, { mode: VersionsMode.READ });
    expect(json()['removed']).toHaveLength(2);
    expect(linesIn(file)).toEqual(['churn azapi_resource.Code-a declared']);
    expect(warnings).toEqual([]);
  });

  test.each([
    [VersionsMode.WRITE, 'was made; commit it'],
    [VersionsMode.READ, 'is not there'],
    [VersionsMode.OFF, 'is off'],
  ])('%s warns of what will be destroyed where nothing is kept yet', (mode, text) => {
    const { warnings } = synthesize({ churn: ['a'] }, newFile(), { mode });
    expect(warnings).toEqual([expect.stringContaining(text)]);
    expect(warnings[0]).toContain('are destroyed by the next apply');
  });

  test.each([
    ['true', 1],
    ['false', 0],
    ['', 0],
  ])('write warns where CI is %j of a change that nobody will commit', (ci, count) => {
    const [file, before] = [newFile(), process.env['CI']];
    synthesize({ churn: ['a'] }, file);
    try {
      process.env['CI'] = ci;
      const { warnings } = synthesize({ churn: ['b'] }, file);
      expect(warnings).toHaveLength(count);
      expect(synthesize({ churn: ['b'] }, file).warnings).toEqual([]);
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.env, 'CI');
      else process.env['CI'] = before;
    }
  });

  test('off knows no file', () => {
    const file = newFile();
    synthesize({ churn: ['a'] }, file);
    const { json } = synthesize({ churn: ['b'] }, file, { mode: VersionsMode.OFF });
    expect(json()).not.toHaveProperty('removed');
    expect(linesIn(file)).toEqual(['churn azapi_resource.Code-a declared']);
  });

  test('of another name is refused', () => {
    const synth = () => {
      inMode('wirte', () => {
        const app = new App({ outdir: folderOf({}) });
        new MlStack(app, 'churn', { subscriptionId: SUBSCRIPTION_ID });
        app.synth();
      });
    };
    expect(codesIn(synth)).toEqual(['VersionsModeInvalid']);
  });
});
