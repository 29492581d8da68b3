import { StorageBlob } from '@cdktf/provider-azurerm/lib/storage-blob';
import { App, TerraformIterator, type TerraformStack, Token } from 'cdktf';
import { join } from 'node:path';
import { AzapiResource } from '../../../lib/azapi/azapi-resource';
import { pinned } from '../../../lib/azapi/api-versions';
import { VERSIONS_MODE_VARIABLE, VersionsMode } from '../../../lib/platform/versions/versions-mode';
import { trackVersion } from '../../../lib/platform/versions/track-version';
import { Template } from '../../../lib/testing';
import { folderOf } from '../../support/folder';
import { ValidationError } from '../../../lib/core/errors';
import { MlStack } from '../../../lib/platform/ml-stack';

const SUBSCRIPTION_ID = '11111111-2222-4333-8444-555555555555';
const WORKSPACE_ID = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/rg-before/providers/Microsoft.MachineLearningServices/workspaces/mlw-before`;

/** ARM id of a version of the code `train`. */
export function codeId(version: string): string {
  return `${WORKSPACE_ID}/codes/train/versions/${version}`;
}

/** URL of a file that belongs to a version. */
export function blobUrl(version: string, path = ''): string {
  return `https://stchurn.blob.core.windows.net/code/${version}/${path}`;
}

/** The files of every version. */
export const FILES = ['main.py', 'data/${x} %{y}.txt'];

/** A tracked version with a file, as a plain pair of resources. */
export function declareVersion(scope: TerraformStack, version: string, place = 'Code'): void {
  const type = pinned('Microsoft.MachineLearningServices/workspaces/codes/versions');
  const sources = TerraformIterator.fromMap({ 'main.py': 'main.py', 'data/$${x} %%{y}.txt': 'x' });
  const blobs = new StorageBlob(scope, `${place}-${version}-Files`, {
    forEach: sources,
    name: `${version}/${sources.key}`,
    storageAccountName: 'stchurn',
    storageContainerName: 'code',
    type: 'Block',
    source: Token.asString(sources.value),
    lifecycle: { ignoreChanges: ['source', 'parallelism', 'size', 'content_md5'] },
  });
  const resource = new AzapiResource(scope, `${place}-${version}`, {
    type,
    name: version,
    parentId: `${WORKSPACE_ID}/codes/train`,
    body: { properties: { codeUri: blobUrl(version) } },
    lifecycle: { ignoreChanges: ['body'] },
    dependsOn: [blobs],
  });
  const fact = { armId: codeId(version), armType: type };
  trackVersion(resource, fact);
  trackVersion(blobs, {
    ...fact,
    instances: Object.fromEntries(FILES.map((path) => [path, blobUrl(version, path)])),
    instancesAt: blobUrl(version),
  });
}

/** What a synthesis came to. */
export interface Synthesized {
  readonly outdir: string;
  /** `cdk.tf.json` of a stack. */
  json(stack?: string): Readonly<Record<string, unknown>>;
  /** Warnings of all stacks. */
  readonly warnings: readonly string[];
}

/** Synthesizes stacks of an app in a mode, each with the versions that it declares, all in one file. */
export function synthesize(
  stacks: { readonly [stack: string]: readonly string[] },
  file: string | undefined,
  { mode = VersionsMode.WRITE, place = 'Code' } = {},
): Synthesized {
  return inMode(mode, () => {
    const app = new App({ outdir: folderOf({}) });
    for (const [id, versions] of Object.entries(stacks)) {
      const stack = new MlStack(app, id, {
        subscriptionId: SUBSCRIPTION_ID,
        ...(file === undefined ? {} : { versionsFile: file }),
      });
      for (const version of versions) declareVersion(stack, version, place);
    }
    app.synth();
    const { stacks: manifests } = app.manifest.buildManifest();
    return {
      outdir: app.outdir,
      json: (stack = 'churn') => Template.fromDirectory(app.outdir, stack).toJson(),
      warnings: Object.values(manifests).flatMap(({ annotations }) =>
        annotations.map(({ message }) => message),
      ),
    };
  });
}

/** Runs something with the variable that says what is done with the versions file. */
export function inMode<T>(mode: string, run: () => T): T {
  const before = process.env[VERSIONS_MODE_VARIABLE];
  process.env[VERSIONS_MODE_VARIABLE] = mode;
  try {
    return run();
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, VERSIONS_MODE_VARIABLE);
    else process.env[VERSIONS_MODE_VARIABLE] = before;
  }
}

/** Path of a versions file in a folder of its own. */
export function newFile(): string {
  return join(folderOf({}), 'cdktf-azureml.versions');
}

/** The codes that a call is refused with. */
export function codesIn(call: () => unknown): readonly string[] {
  return refusalOf(call)?.problems.map(({ code }) => code) ?? [];
}

/** What a refusal says. */
export function messageOf(call: () => unknown): string {
  return refusalOf(call)?.message ?? '';
}

function refusalOf(call: () => unknown): ValidationError | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (ValidationError.isValidationError(error)) return error;
    throw error;
  }
}
