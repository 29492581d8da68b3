import { Construct, type IConstruct } from 'constructs';
import { pinned } from '../azapi/api-versions';
import { AzapiResource } from '../azapi/azapi-resource';
import { escapeText } from '../core/terraform-text';
import { validateProps } from '../core/validation';
import type { IWorkspace } from '../machine-learning/workspace-types';
import type { IDataFactory } from './data-factory';
import type { KeyVaultSecretReference } from './linked-services/key-vault-linked-service';
import { renderAzureMlLinkedServiceBody } from './private/azure-ml-linked-service-body';
import {
  defaultLinkedServiceName,
  IMPORTED_LINKED_SERVICE_RULES,
  IMPORTED_LINKED_SERVICE_SHAPE,
  type ImportedLinkedServiceProps,
  LINKED_SERVICE_RULES,
  LINKED_SERVICE_SHAPE,
} from './private/azure-ml-linked-service-rules';
import { takeName } from './private/factory-names';
import { registerLinkedService } from './private/linked-service-registry';

/** A connection of a data factory to something else, declared here or existing. */
export interface ILinkedService extends IConstruct {
  /** Name. */
  readonly linkedServiceName: string;
  /** The factory that it belongs to. */
  readonly factory: IDataFactory;
  /**
   * The workspace that it connects to; `undefined` when that is not known.
   *
   * @jsii ignore
   */
  readonly workspace?: IWorkspace;
  /** Service principal that it signs in to the workspace as; `undefined` for others, and when not known. */
  readonly servicePrincipal?: AzureMlServicePrincipal;
}

/** Properties of an {@link AzureMlLinkedService}. */
export interface AzureMlLinkedServiceProps {
  /** The factory that it belongs to. Changing it replaces the linked service. */
  readonly factory: IDataFactory;
  /** The workspace that it connects to. */
  readonly workspace: IWorkspace;
  /**
   * 1 to 260 characters, inclusive, starting with a letter, digit or `_`, without `-` and without
   * `< > * # . % & : \ + ? /`; unique among the linked services of the factory, cases ignored.
   * Changing it replaces the linked service.
   *
   * @default - `AzureML_` and the name of the workspace, with `_` for `-`
   * @see https://learn.microsoft.com/azure/data-factory/naming-rules
   */
  readonly name?: string;
  /** @default - none */
  readonly description?: string;
  /**
   * Service principal that it signs in as; what it may do in the workspace is for you to grant.
   *
   * @default - the system-assigned identity of the factory
   */
  readonly servicePrincipal?: AzureMlServicePrincipal;
}

/** A service principal, with its key in a key vault. */
export interface AzureMlServicePrincipal {
  /** Client id of the application, a GUID. */
  readonly clientId: string;
  /** Tenant of the application: a GUID or a domain. */
  readonly tenantId: string;
  /** The key, in a vault that the same factory is linked to. */
  readonly key: KeyVaultSecretReference;
}

/**
 * A connection to an Azure Machine Learning workspace for v1 pipelines, authenticated as the
 * system-assigned identity of the factory or as a service principal: `azapi_resource`,
 * `Microsoft.DataFactory/factories/linkedservices` of type `AzureMLService`.
 */
export class AzureMlLinkedService extends Construct implements ILinkedService {
  /**
   * An existing linked service.
   *
   * @throws ValidationError ImportedLinkedServiceNameInvalid
   */
  public static fromLinkedServiceName(
    scope: Construct,
    id: string,
    factory: IDataFactory,
    name: string,
  ): ILinkedService {
    return new ImportedLinkedService(scope, id, { factory, name });
  }

  public readonly linkedServiceName: string;
  public readonly factory: IDataFactory;
  public readonly workspace: IWorkspace;
  public readonly servicePrincipal?: AzureMlServicePrincipal;

  /**
   * @throws ValidationError LinkedServiceNameInvalid, LinkedServiceNeedsSystemIdentity,
   *   LinkedServiceOtherCloud, AzureMlKeyOfOtherFactory, DataFactoryNameTaken
   */
  public constructor(scope: Construct, id: string, props: AzureMlLinkedServiceProps) {
    super(scope, id);
    validateProps(this, props, LINKED_SERVICE_SHAPE, LINKED_SERVICE_RULES);
    const { factory, workspace, description, servicePrincipal } = props;
    const name = props.name ?? defaultLinkedServiceName(workspace);
    takeName(this, factory, 'linked service', name);

    const resource = new AzapiResource(this, 'Resource', {
      type: pinned('Microsoft.DataFactory/factories/linkedservices'),
      name: escapeText(name),
      parentId: factory.factoryId,
      body: renderAzureMlLinkedServiceBody(workspace, description, servicePrincipal),
    });
    this.linkedServiceName = resource.name;
    this.factory = factory;
    this.workspace = workspace;
    if (servicePrincipal !== undefined) this.servicePrincipal = servicePrincipal;
    registerLinkedService(workspace, this);
  }
}

class ImportedLinkedService extends Construct implements ILinkedService {
  public readonly linkedServiceName: string;
  public readonly factory: IDataFactory;

  public constructor(scope: Construct, id: string, props: ImportedLinkedServiceProps) {
    super(scope, id);
    validateProps(this, props, IMPORTED_LINKED_SERVICE_SHAPE, IMPORTED_LINKED_SERVICE_RULES);
    this.linkedServiceName = props.name;
    this.factory = props.factory;
  }
}
