import type { Construct } from 'constructs';
import { escapeTemplates } from '../core/terraform-text';
import { AzapiElement, bodyAttributes } from './azapi-element';
import { checked, REFERENCE_SHAPE } from './azapi-shapes';
import type { AzapiBodyConfig, QueryParameters, StringMap } from './azapi-types';

/** When an {@link AzapiResourceAction} is sent. */
export enum ActionTime {
  /** At apply. */
  APPLY = 'apply',
  /** At destroy, before the resources that it depends on are destroyed. */
  DESTROY = 'destroy',
}

/** HTTP method of an {@link AzapiResourceAction}. */
export enum ActionMethod {
  DELETE = 'DELETE',
  GET = 'GET',
  PATCH = 'PATCH',
  POST = 'POST',
  PUT = 'PUT',
}

/** Configuration of an {@link AzapiResourceAction}. */
export interface AzapiResourceActionConfig extends AzapiBodyConfig {
  /** ARM id of the resource that is acted on. */
  readonly resourceId: string;
  /**
   * Name of the action, such as `listKeys`.
   *
   * @default - the resource itself
   */
  readonly action?: string;
  /** @default ActionMethod.POST, chosen by azapi */
  readonly method?: ActionMethod;
  /** @default ActionTime.APPLY, chosen by azapi */
  readonly when?: ActionTime;
  /** @default - none */
  readonly headers?: StringMap;
  /** @default - none */
  readonly queryParameters?: QueryParameters;
  /**
   * What of the response `sensitive_output` holds: a name for each JMESPath query.
   *
   * @default - nothing
   */
  readonly sensitiveResponseExportValues?: StringMap;
}

/** `azapi_resource_action`: one request to a resource, at apply or at destroy. */
export class AzapiResourceAction extends AzapiElement {
  /** Type of the resource in Terraform. */
  public static readonly tfResourceType = 'azapi_resource_action';

  public constructor(scope: Construct, id: string, config: AzapiResourceActionConfig) {
    super(scope, id, AzapiResourceAction.tfResourceType, checked(scope, config, REFERENCE_SHAPE), [
      ...bodyAttributes(config),
      ['resource_id', 'string', config.resourceId],
      ['action', 'string', config.action],
      ['method', 'string', config.method],
      ['when', 'string', config.when],
      ['headers', 'stringMap', escapeTemplates(config.headers)],
      ['query_parameters', 'any', escapeTemplates(config.queryParameters)],
      [
        'sensitive_response_export_values',
        'any',
        escapeTemplates(config.sensitiveResponseExportValues),
      ],
    ]);
  }
}
