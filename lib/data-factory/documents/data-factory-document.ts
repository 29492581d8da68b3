import type { ArmObject } from '../../azapi/azapi-types';
import { DataFactoryActivityDocument } from './data-factory-activity-document';
import { DataFactoryDocumentKind } from './document-kind';
import { readDocument } from './private/read-document';
import { copyOf, listOf, objectOf, textOf } from './private/json-reading';

/**
 * A document of Data Factory as the studio shows it and Git keeps it, or Resource Manager takes it: a
 * pipeline, a linked service, a trigger, a dataset, a credential, a data flow, an integration runtime or one
 * activity. What is not known here is kept as it is.
 */
export class DataFactoryDocument {
  /**
   * Reads a document; a byte order mark before the text is passed over.
   *
   * @param document JSON text, or what it is when parsed
   * @throws UnscopedValidationError DataFactoryDocumentInvalid, DataFactoryDocumentKindUnknown
   */
  public static parse(document: unknown): DataFactoryDocument {
    const { source, kind } = readDocument(document);
    return new DataFactoryDocument(source, kind);
  }

  private constructor(
    private readonly source: ArmObject,
    /** What it describes. */
    public readonly kind: DataFactoryDocumentKind,
  ) {}

  /** Name; `undefined` where the document has none. */
  public get name(): string | undefined {
    return textOf(this.source['name']);
  }

  /** Kind of linked service, trigger, dataset or activity, as the service spells it. */
  public get type(): string | undefined {
    return textOf(this.properties['type']);
  }

  /** What stands in `properties`; of an activity, the activity. */
  public get properties(): ArmObject {
    return copyOf(objectOf(this.source['properties']) ?? this.source);
  }

  /** The activities of a pipeline; the activity of a document that is one. */
  public get activities(): DataFactoryActivityDocument[] {
    const { source } = this;
    const activities =
      'properties' in source
        ? listOf(objectOf(source['properties'])?.['activities'])
        : 'activities' in source
          ? listOf(source['activities'])
          : [source];
    return ACTIVITY_KINDS.includes(this.kind)
      ? activities.map((activity) => new DataFactoryActivityDocument(activity))
      : [];
  }

  /** Names of the linked services that the document refers to, each once, in order. */
  public get linkedServices(): string[] {
    return referencesIn(this.source, 'LinkedServiceReference');
  }

  /** Names of the pipelines that the document refers to, each once, in order. */
  public get pipelines(): string[] {
    return referencesIn(this.source, 'PipelineReference');
  }

  /** The document, equal to what was read. */
  public render(): ArmObject {
    return copyOf(this.source);
  }

  /** The document as JSON text. */
  public toText(): string {
    return JSON.stringify(this.source, undefined, 2);
  }
}

/** Documents that hold activities. */
const ACTIVITY_KINDS: readonly DataFactoryDocumentKind[] = [
  DataFactoryDocumentKind.ACTIVITY,
  DataFactoryDocumentKind.PIPELINE,
];

function referencesIn(value: unknown, type: string): string[] {
  if (Array.isArray(value)) return unique(value.flatMap((item) => referencesIn(item, type)));
  const object = objectOf(value);
  if (object === undefined) return [];
  const name = textOf(object['referenceName']);
  const own = name !== undefined && object['type'] === type ? [name] : [];
  return unique([...own, ...Object.values(object).flatMap((item) => referencesIn(item, type))]);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
