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
        must: 'be something of Data Factory, such as a pipeline, linked service, trigger or activity',
        got: source,
      }),
    ]);
  }
  return { source: jsonOf(source), kind };
}

/** Editors of Windows put it first, and it is no JSON. */
const BYTE_ORDER_MARK = /^\uFEFF/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, ''));
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
  [/(?:^|\/)credentials$/i, DataFactoryDocumentKind.CREDENTIAL],
  [/(?:^|\/)dataflows$/i, DataFactoryDocumentKind.DATA_FLOW],
  [/(?:^|\/)integrationruntimes$/i, DataFactoryDocumentKind.INTEGRATION_RUNTIME],
];

function kindOf(source: ArmObject): DataFactoryDocumentKind | undefined {
  const armType = textOf(source['type']) ?? '';
  const named = KINDS.find(([ending]) => armType.includes('/') && ending.test(armType));
  if (named !== undefined) return named[1];
  const properties = objectOf(source['properties']);
  return properties === undefined ? bareKindOf(source) : propertiesKindOf(properties, armType);
}

function bareKindOf(source: ArmObject): DataFactoryDocumentKind | undefined {
  if (Array.isArray(source['activities'])) return DataFactoryDocumentKind.PIPELINE;
  const type = textOf(source['type']);
  if (type === undefined) return undefined;
  return isTrigger(type) ? DataFactoryDocumentKind.TRIGGER : DataFactoryDocumentKind.ACTIVITY;
}

/** Types that are none of linked services, which are the many. */
const TYPES: ReadonlyMap<string, DataFactoryDocumentKind> = new Map([
  ['ManagedIdentity', DataFactoryDocumentKind.CREDENTIAL],
  ['ServicePrincipal', DataFactoryDocumentKind.CREDENTIAL],
  ['Flowlet', DataFactoryDocumentKind.DATA_FLOW],
  ['MappingDataFlow', DataFactoryDocumentKind.DATA_FLOW],
  ['WranglingDataFlow', DataFactoryDocumentKind.DATA_FLOW],
  ['Managed', DataFactoryDocumentKind.INTEGRATION_RUNTIME],
  ['SelfHosted', DataFactoryDocumentKind.INTEGRATION_RUNTIME],
]);

function isTrigger(type: string): boolean {
  return type.endsWith('Trigger');
}

function propertiesKindOf(
  properties: ArmObject,
  outerType: string,
): DataFactoryDocumentKind | undefined {
  if (Array.isArray(properties['activities'])) return DataFactoryDocumentKind.PIPELINE;
  const type = textOf(properties['type']);
  if (isTrigger(type ?? outerType)) return DataFactoryDocumentKind.TRIGGER;
  if (type === undefined) return undefined;
  const known = TYPES.get(type);
  if (known !== undefined) return known;
  return 'linkedServiceName' in properties
    ? DataFactoryDocumentKind.DATASET
    : DataFactoryDocumentKind.LINKED_SERVICE;
}
