import type { ResolvedBlobEventTriggerProps } from './blob-event-trigger-rules';

/** What a blob event trigger watches, as `azurerm_data_factory_trigger_blob_event` takes it. */
export interface BlobEventWatch {
  readonly blobPathBeginsWith: string;
  readonly blobPathEndsWith?: string;
  readonly events: string[];
  readonly ignoreEmptyBlobs: boolean;
}

type Watched = Pick<
  ResolvedBlobEventTriggerProps,
  'container' | 'path' | 'endsWith' | 'events' | 'ignoreEmptyBlobs'
>;

/**
 * What a blob event trigger watches. Pure.
 *
 * @returns `{ blobPathBeginsWith: "/<container>/blobs/<path>/", blobPathEndsWith?, events, ignoreEmptyBlobs }`
 */
export function renderBlobEventWatch(props: Watched): BlobEventWatch {
  const { container, path, endsWith, events, ignoreEmptyBlobs } = props;
  const folder = path === undefined ? '' : `${path}/`;
  return {
    blobPathBeginsWith: `/${container.containerName}/blobs/${folder}`,
    ...(endsWith === undefined ? {} : { blobPathEndsWith: endsWith }),
    events: [...events],
    ignoreEmptyBlobs,
  };
}

const WORDS: Readonly<Record<string, string>> = {
  'Microsoft.Storage.BlobCreated': 'created',
  'Microsoft.Storage.BlobDeleted': 'deleted',
};

/** What a blob event trigger waits for, in plain English. Pure. */
export function describeBlobEvents({ container, path, endsWith, events }: Watched): string {
  const happened = events.map((event) => WORDS[event] ?? event).join(' or ');
  const where = [container.containerName, ...(path === undefined ? [] : [path])].join('/');
  const which = endsWith === undefined ? '' : ` whose name ends in ${endsWith}`;
  return `a blob${which} is ${happened} in ${where}`;
}
