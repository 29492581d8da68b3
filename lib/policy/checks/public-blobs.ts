import type { StateCheck, Violation } from '../check';
import { flagOr, textAt } from '../plan-state';
import { Severity } from '../severity';

const TEXT = 'lets blobs be read without signing in';

/** Blobs that can be read without signing in. */
export const PUBLIC_BLOBS: StateCheck = {
  id: 'public-blobs',
  title: 'Blobs may be read without signing in',
  severity: Severity.HIGH,
  rationale: 'Data of such a container is public to everybody who knows or guesses its address.',
  fix: 'Forbid public blobs on the account (allow_nested_items_to_be_public = false) and keep containers private.',
  types: [
    'azurerm_storage_account',
    'azurerm_storage_container',
    'microsoft.storage/storageaccounts',
    'microsoft.storage/storageaccounts/blobservices/containers',
  ],
  violations: ({ type, state }) => PLACES.get(type)?.(state) ?? [],
};

type Look = (state: Parameters<typeof flagOr>[1]) => readonly Violation[];

const PLACES: ReadonlyMap<string, Look> = new Map<string, Look>([
  [
    'azurerm_storage_account',
    (state) =>
      when(flagOr(true, state, 'allow_nested_items_to_be_public') === true, [
        'allow_nested_items_to_be_public',
      ]),
  ],
  [
    'azurerm_storage_container',
    (state) =>
      when(['blob', 'container'].includes(textAt(state, 'container_access_type') ?? ''), [
        'container_access_type',
      ]),
  ],
  [
    'microsoft.storage/storageaccounts',
    (state) => {
      const path = ['body', 'properties', 'allowBlobPublicAccess'];
      return when(flagOr(false, state, ...path) === true, path);
    },
  ],
  [
    'microsoft.storage/storageaccounts/blobservices/containers',
    (state) => {
      const path = ['body', 'properties', 'publicAccess'];
      return when(['Blob', 'Container'].includes(textAt(state, ...path) ?? ''), path);
    },
  ],
]);

function when(found: boolean, path: readonly string[]): readonly Violation[] {
  return found ? [{ text: TEXT, path }] : [];
}
