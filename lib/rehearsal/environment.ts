import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Settings of Terraform, of credentials and of the cloud: none of them reaches a rehearsal. */
const SETTINGS = /^(?:TF_(?!VAR_)|ARM_|AZURE_|AZAPI_)/;

/**
 * The environment in which Terraform runs: without credentials, without settings of the user but variables, and without
 * any place from which a provider could be installed.
 *
 * @param folder where its configuration is written
 */
export async function rehearsalEnvironment(
  given: NodeJS.ProcessEnv,
  folder: string,
): Promise<NodeJS.ProcessEnv> {
  const mirror = join(folder, 'no-providers');
  const configuration = join(folder, 'terraform.rc');
  await mkdir(mirror);
  await writeFile(
    configuration,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  return {
    ...Object.fromEntries(Object.entries(given).filter(([name]) => !SETTINGS.test(name))),
    TF_CLI_CONFIG_FILE: configuration,
    TF_IN_AUTOMATION: '1',
    TF_PLUGIN_TIMEOUT: '60s',
    CHECKPOINT_DISABLE: '1',
  };
}
