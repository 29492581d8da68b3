import { Construct } from 'constructs';
import { nameOf } from '../core/arm-id-parts';
import type { AzureCloud } from '../core/cloud';
import { ValidationError } from '../core/errors';
import { problem, validateProps } from '../core/validation';
import { type IPrincipal, PrincipalType } from '../identity/principal';
import { settingsOf } from '../platform/settings';
import type { IDataFactory } from './data-factory';
import {
  DATA_FACTORY_ATTRIBUTES_RULES,
  DATA_FACTORY_ATTRIBUTES_SHAPE,
} from './private/data-factory-rules';

/** What is known of an existing data factory. */
export interface DataFactoryAttributes {
  /** ARM id. */
  readonly factoryId: string;
  /**
   * Object id of the identity that it calls others with, a GUID; needed to grant it something.
   *
   * @default - not known
   */
  readonly principalId?: string;
  /**
   * Name of the credential, in the factory, of a user-assigned identity that it calls others with.
   *
   * @default - it calls with its system-assigned identity
   */
  readonly credentialName?: string;
  /**
   * The cloud it is in.
   *
   * @default - that of the stack
   */
  readonly cloud?: AzureCloud;
}

/** An existing data factory; emits nothing itself. */
export class ImportedDataFactory extends Construct implements IDataFactory {
  public readonly factoryId: string;
  public readonly factoryName: string;
  public readonly cloud: AzureCloud;
  public readonly credentialName?: string;
  private readonly principalId: string | undefined;

  /** @throws ValidationError DataFactoryIdInvalid */
  public constructor(scope: Construct, id: string, attributes: DataFactoryAttributes) {
    super(scope, id);
    validateProps(this, attributes, DATA_FACTORY_ATTRIBUTES_SHAPE, DATA_FACTORY_ATTRIBUTES_RULES);

    const { factoryId, principalId, credentialName } = attributes;
    this.factoryId = factoryId;
    this.factoryName = nameOf(factoryId);
    this.cloud = attributes.cloud ?? settingsOf(this).cloud;
    if (credentialName !== undefined) this.credentialName = credentialName;
    this.principalId = principalId;
  }

  /** @throws ValidationError DataFactoryPrincipalUnknown */
  public get grantPrincipal(): IPrincipal {
    if (this.principalId === undefined) {
      throw new ValidationError(
        [
          problem('DataFactoryPrincipalUnknown', {
            property: 'principalId',
            must: 'be known to grant something to an existing data factory',
            got: undefined,
            fix: 'give principalId to DataFactory.fromDataFactoryAttributes',
          }),
        ],
        this,
      );
    }
    return {
      principalId: this.principalId,
      principalType: PrincipalType.SERVICE_PRINCIPAL,
      principalName: `data factory ${this.factoryName}`,
      principalScope: this,
    };
  }
}
