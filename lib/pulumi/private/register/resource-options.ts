import type { CustomResourceOptions, Resource } from '@pulumi/pulumi';
import type { Registration } from '../plan/registration';

/** How Pulumi is to treat a resource. */
export function optionsOf(
  { lifecycle, isKept, importId, formerNames, members }: Registration,
  dependsOn: readonly Resource[],
): CustomResourceOptions {
  const { protect, deleteBeforeReplace, ignoreChanges, customTimeouts } = lifecycle;
  const secrets = members.flatMap(([name, { kind }]) => (kind === 'secret' ? [name] : []));
  return {
    deleteBeforeReplace,
    ...(dependsOn.length === 0 ? {} : { dependsOn: [...dependsOn] }),
    ...(protect === undefined ? {} : { protect }),
    ...(ignoreChanges.length === 0 ? {} : { ignoreChanges: [...ignoreChanges] }),
    ...(isKept ? { retainOnDelete: true } : {}),
    ...(importId === undefined ? {} : { import: importId }),
    ...(customTimeouts === undefined ? {} : { customTimeouts }),
    ...(formerNames.length === 0 ? {} : { aliases: formerNames.map((name) => ({ name })) }),
    ...(secrets.length === 0 ? {} : { additionalSecretOutputs: secrets }),
  };
}
