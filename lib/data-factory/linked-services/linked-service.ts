import { Construct } from 'constructs';
import type { ArmObject } from '../../azapi/azapi-types';
import { validateProps, withDefaults } from '../../core/validation';
import type { ILinkedService } from '../azure-ml-linked-service';
import type { IDataFactory } from '../data-factory';
import type { LinkedServiceProps } from './linked-service-props';
import { emitLinkedService } from './private/emit-linked-service';
import {
  LINKED_SERVICE_PROPS_RULES,
  nameFrom,
  RAW_LINKED_SERVICE_SHAPE,
} from './private/linked-service-rules';

/** Properties of a {@link LinkedService}. */
export interface RawLinkedServiceProps extends LinkedServiceProps {
  /** What it connects to, spelt as the service spells it, such as `AzureSqlDatabase`. */
  readonly type: string;
  /**
   * How it connects, as the service takes it. Never write a secret here: refer to one in a key vault.
   */
  readonly typeProperties: ArmObject;
}

/**
 * A connection to anything that Data Factory knows: `azapi_resource`,
 * `Microsoft.DataFactory/factories/linkedservices`. Grants nothing.
 */
export class LinkedService extends Construct implements ILinkedService {
  public readonly linkedServiceName: string;
  public readonly factory: IDataFactory;

  /** @throws ValidationError LinkedServiceNameInvalid, DataFactoryNameTaken */
  public constructor(scope: Construct, id: string, props: RawLinkedServiceProps) {
    super(scope, id);
    const resolved = withDefaults(props, { name: nameFrom(id) });
    validateProps(this, resolved, RAW_LINKED_SERVICE_SHAPE, LINKED_SERVICE_PROPS_RULES);
    const { type, typeProperties } = resolved;
    this.factory = resolved.factory;
    this.linkedServiceName = emitLinkedService(this, resolved, type, typeProperties).name;
  }
}
