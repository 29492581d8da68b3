import type { ArmObject } from '../../../azapi/azapi-types';
import { UnscopedValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import { DataFactoryDocumentKind } from '../document-kind';
import { copyOf, objectOf, textOf } from './json-reading';

/** A document, and what it describes. */
export interface ReadDocument {
  readonly source: ArmObject;
  readonly kind: DataFactoryDocumentKind;
}

/** @throws UnscopedValidationError DataFactoryDocumentInvalid, DataFactoryDocumentKindUnknown */
export function readDocument(document: unknown): ReadDocument {
  const source = objectOf(typeof document === 'string' ? parsed(document) : document);
  if (source === undefined) throw invalid(document);
  const kind = kindOf(source);
  if (kind === undefined) {
    throw new UnscopedValidationError([
      problem('DataFactoryDocumentKindUnknown', {
        property: 'document',
        must: 'be a pipeline, linked service, trigger, dataset or activity of Data Factory',
        got: source,
      }),
    ]);
  }
  return { source: jsonOf(source), kind };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(text);
  }
}

function jsonOf(source: ArmObject): ArmObject {
  try {
    return copyOf(source);
  } catch {
    throw invalid(source);
  }
}

function invalid(document: unknown): UnscopedValidationError {
  return new UnscopedValidationError([
    problem('DataFactoryDocumentInvalid', {
      property: 'document',
      must: 'be a JSON object',
      got: document,
    }),
  ]);
}

const KINDS: readonly (readonly [ending: RegExp, kind: DataFactoryDocumentKind])[] = [
  [/(?:^|\/)pipelines$/i, DataFactoryDocumentKind.PIPELINE],
  [/(?:^|\/)linkedservices$/i, DataFactoryDocumentKind.LINKED_SERVICE],
  [/(?:^|\/)triggers$/i, DataFactoryDocumentKind.TRIGGER],
  [/(?:^|\/)datasets$/i, DataFactoryDocumentKind.DATASET],
];

function kindOf(source: ArmObject): DataFactoryDocumentKind | undefined {
  const armType = textOf(source['type']) ?? '';
  const named = KINDS.find(([ending]) => armType.includes('/') && ending.test(armType));
  if (named !== undefined) return named[1];
  const properties = objectOf(source['properties']);
  return properties === undefined ? bareKindOf(source) : propertiesKindOf(properties);
}

function bareKindOf(source: ArmObject): DataFactoryDocumentKind | undefined {
  if (Array.isArray(source['activities'])) return DataFactoryDocumentKind.PIPELINE;
  return textOf(source['type']) === undefined ? undefined : DataFactoryDocumentKind.ACTIVITY;
}

function propertiesKindOf(properties: ArmObject): DataFactoryDocumentKind | undefined {
  if (Array.isArray(properties['activities'])) return DataFactoryDocumentKind.PIPELINE;
  const type = textOf(properties['type']);
  if (type === undefined) return undefined;
  if (type.endsWith('Trigger')) return DataFactoryDocumentKind.TRIGGER;
  return 'linkedServiceName' in properties
    ? DataFactoryDocumentKind.DATASET
    : DataFactoryDocumentKind.LINKED_SERVICE;
}
