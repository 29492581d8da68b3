import { App } from 'cdktf';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as ts from 'typescript';
import { PulumiAzureMl, PulumiDialect } from '../../lib/pulumi';
import { classicType, classicTypes } from '../../lib/pulumi/private/names/classic-tokens';
import { folderOf } from '../support/folder';
import { importsOf } from '../support/imports';
import { librarySources, ROOT } from '../support/repository';
import { type Json, type Recording, type Registered, runMocked } from './support/mocked-pulumi';

const PACKAGE = join(ROOT, 'node_modules', '@pulumi', 'azure');

/** How Pulumi sends a file. */
const ASSET = 'c44067f5952c0a294b673a41bacd8c17';

let recording: Recording;

beforeAll(async () => {
  process.env['CDKTF_OUTDIR'] = folderOf({});
  const synth = jest.spyOn(App.prototype, 'synth').mockImplementation(function (this: App) {
    PulumiAzureMl.register(this, { dialect: PulumiDialect.CLASSIC, classicVersion: '6.40.0' });
  });
  const log = jest.spyOn(console, 'log').mockImplementation();
  ({ recording } = await runMocked(
    () => jest.requireActual<Json>(join(ROOT, 'examples', '01-quickstart', 'main')),
    {
      computed: () => ({
        identity: { principalId: 'P' },
        identities: [{ principalId: 'P' }],
        output: { scoringUri: 'https://s' },
      }),
      invoke: () => ({ tenantId: 'T' }),
    },
  ));
  synth.mockRestore();
  log.mockRestore();
  delete process.env['CDKTF_OUTDIR'];
});

/** Module and class of a type, such as `storage/account` and `Account`. */
function placeOf(type: string): readonly [module: string, name: string] {
  const [, module = '', name = ''] = type.split(':');
  return [module, name];
}

function classic(): readonly Registered[] {
  return recording.resources.filter(({ type }) => type.startsWith('azure:'));
}

/** A program that gives the arguments of each resource to the type that the package has for them. */
function programOf(resources: readonly Registered[]): string {
  const lines = resources.map(({ type, inputs }, index) => {
    const [module, name] = placeOf(type);
    return [
      `import type { ${name}Args as Args${index} } from '@pulumi/azure/${module}';`,
      `export const r${index}: Args${index} = ${literal(inputs)};`,
    ].join('\n');
  });
  return lines.join('\n');
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Object.values(value).includes(ASSET)) return 'undefined as never';
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${literal(member)}`,
  );
  return `{ ${members.join(', ')} }`;
}

/** What the compiler says of programs that stand in this repository, by their names. */
function complaintsOf(
  programs: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> {
  const texts = new Map(
    Object.entries(programs).map(([name, text]) => [
      join(ROOT, 'test', 'pulumi', `${name}.ts`),
      text,
    ]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (file, ...more) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile.call(host, file, ...more)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  };
  host.fileExists = (file) => texts.has(file) || fileExists.call(host, file);
  const program = ts.createProgram([...texts.keys()], options, host);
  const complaints = [...texts.keys()].map((file) => [
    basename(file, '.ts'),
    program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
  ]);
  return Object.fromEntries(complaints) as Readonly<Record<string, readonly string[]>>;
}

describe('the classic dialect', () => {
  test.each(classicTypes())('has a name for %s that the package has', (type) => {
    const [module] = placeOf(classicType(type) ?? '');
    const text = readFileSync(join(PACKAGE, `${module}.js`), 'utf8');
    expect(text).toContain(`__pulumiType = '${classicType(type) ?? ''}'`);
  });

  test('has a name for every resource of azurerm that the library declares', () => {
    const imported = librarySources().flatMap((file) =>
      importsOf(file).flatMap(({ specifier }) => {
        const [, name] =
          /^@cdktf\/provider-azurerm\/lib\/(?!provider$|data-azurerm-)(.*)$/.exec(specifier) ?? [];
        return name === undefined ? [] : [`azurerm_${name.replaceAll('-', '_')}`];
      }),
    );
    expect(imported.filter((type) => classicType(type) === undefined)).toEqual([]);
    expect(imported.length).toBeGreaterThan(15);
    expect(recording.resources.filter(({ type }) => type.startsWith('azurerm:'))).toEqual([]);
    expect(classic().length).toBeGreaterThan(20);
  });

  test('gives no property that the types of the package do not take', () => {
    const [one] = classic();
    if (one === undefined) throw new RangeError('nothing was registered');
    const wrong = [
      { ...one, inputs: { ...one.inputs, misspelt: 1 } },
      { ...one, inputs: { ...one.inputs, location: 1 } },
    ];
    const complaints = complaintsOf({ right: programOf(classic()), wrong: programOf(wrong) });
    expect(complaints['right']).toEqual([]);
    expect(complaints['wrong']).toHaveLength(2);
  });

  test('leaves azapi with the bridged provider', () => {
    const azapi = recording.resources.filter(({ type }) => type.startsWith('azapi:'));
    expect(azapi.length).toBeGreaterThan(10);
    for (const { packageRef, version } of azapi) {
      expect({ packageRef, version }).toEqual({ packageRef: 'mock-uuid', version: '' });
    }
    for (const { packageRef, version } of classic()) {
      expect({ packageRef, version }).toEqual({ packageRef: '', version: '6.40.0' });
    }
    expect(recording.packages.map(({ name }) => name)).toEqual(['azapi']);
  });

  test('sets the provider of the package up, whose blocks stand alone', () => {
    const provider = recording.resources.find(({ type }) => type === 'pulumi:providers:azure');
    expect(provider?.inputs['features']).toBe(
      JSON.stringify({
        keyVault: { purgeSoftDeleteOnDestroy: false, recoverSoftDeletedKeyVaults: true },
        storage: { dataPlaneAvailable: false },
      }),
    );
    expect(recording.invokes.map(({ token }) => token)).toEqual([
      'azure:core/getClientConfig:getClientConfig',
    ]);
  });

  test('leaves the names of role assignments to the package, which knows of them', () => {
    const assignments = classic().filter(({ type }) => type.endsWith(':Assignment'));
    expect(assignments.length).toBeGreaterThan(5);
    for (const { inputs } of assignments) expect(inputs).not.toHaveProperty('name');
  });
});
