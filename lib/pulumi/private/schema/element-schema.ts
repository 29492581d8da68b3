import type { TerraformElement } from 'cdktf';
import { providerOf } from '../names/bridged-tokens';
import { AZAPI_SCHEMA } from './azapi-schema';
import { getterSchema, hasGetter } from './getter-schema';
import { type Metadata, metadataSchema } from './metadata-schema';
import { eitherSchema, type Schema, UNKNOWN_SCHEMA } from './schema';

/** What a binding says of the attributes that have values; cdktf keeps it for HCL. */
interface Described {
  synthesizeHclAttributes(): Metadata;
}

/** The schemas of a resource, data source or provider. */
export interface ElementSchemas {
  /** Of what the program gives it. */
  readonly inputs: Schema;
  /** Of what others read of it. */
  readonly outputs: Schema;
}

/** The schemas of a block, from its binding. */
export function elementSchemas(
  element: TerraformElement | undefined,
  type: string,
): ElementSchemas {
  if (element === undefined) return { inputs: UNKNOWN_SCHEMA, outputs: UNKNOWN_SCHEMA };
  const described = isDescribed(element)
    ? metadataSchema(element.synthesizeHclAttributes(), (name) => hasGetter(element, name))
    : UNKNOWN_SCHEMA;
  if (providerOf(type) === 'azapi') {
    const either = eitherSchema(AZAPI_SCHEMA, described);
    return { inputs: either, outputs: either };
  }
  const asked = getterSchema(element);
  return { inputs: eitherSchema(described, asked), outputs: eitherSchema(asked, described) };
}

function isDescribed(element: object): element is Described {
  return 'synthesizeHclAttributes' in element;
}
