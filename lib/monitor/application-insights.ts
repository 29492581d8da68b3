import { ApplicationInsights as ApplicationInsightsL1 } from '@cdktf/provider-azurerm/lib/application-insights';
import { LogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { Construct, type IConstruct } from 'constructs';
import type { StringMap } from '../azapi/azapi-types';
import { escapeTemplates } from '../core/terraform-text';
import { validateProps } from '../core/validation';
import { tagsOf } from '../platform/settings';
import type { IResourceGroup } from '../resource-manager/resource-group';
import {
  INSIGHTS_ATTRIBUTES_RULES,
  INSIGHTS_ATTRIBUTES_SHAPE,
  INSIGHTS_RULES,
  INSIGHTS_SHAPE,
} from './private/application-insights-rules';

/** Application Insights, declared here or existing. */
export interface IApplicationInsights extends IConstruct {
  /** ARM id. */
  readonly applicationInsightsId: string;
}

/** Properties of {@link ApplicationInsights}. */
export interface ApplicationInsightsProps {
  /**
   * 4 to 58 characters, inclusive: letters, digits and hyphens, starting and ending with a letter or
   * digit. Changing it replaces the resource.
   */
  readonly name: string;
  /** Where it lives. */
  readonly resourceGroup: IResourceGroup;
  /**
   * Region. Changing it replaces the resource.
   *
   * @default - that of the resource group
   */
  readonly location?: string;
  /**
   * ARM id of the Log Analytics workspace that stores the data.
   *
   * @default - one is made, `<name>-logs`
   */
  readonly logAnalyticsWorkspaceId?: string;
  /**
   * How long the Log Analytics workspace made here keeps data, in days, 30 to 730, inclusive; not for
   * one that is given.
   *
   * @default 30
   */
  readonly retentionInDays?: number;
  /**
   * Tags beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
}

/**
 * Application Insights on a Log Analytics workspace: `azurerm_application_insights`
 * (`Microsoft.Insights/components`) and `azurerm_log_analytics_workspace`.
 */
export class ApplicationInsights extends Construct implements IApplicationInsights {
  /**
   * Existing Application Insights.
   *
   * @throws ValidationError ApplicationInsightsIdInvalid
   */
  public static fromApplicationInsightsId(
    scope: Construct,
    id: string,
    applicationInsightsId: string,
  ): IApplicationInsights {
    return new ImportedInsights(scope, id, { applicationInsightsId });
  }

  private readonly resource: ApplicationInsightsL1;

  /** @throws ValidationError ApplicationInsightsNameInvalid, LogAnalyticsWorkspaceIdInvalid, RetentionNotApplicable, RetentionOutOfRange */
  public constructor(scope: Construct, id: string, props: ApplicationInsightsProps) {
    super(scope, id);
    validateProps(this, props, INSIGHTS_SHAPE, INSIGHTS_RULES);

    const shared = {
      resourceGroupName: props.resourceGroup.resourceGroupName,
      location: props.location ?? props.resourceGroup.location,
      tags: escapeTemplates(tagsOf(this, props.tags)),
    };
    const logs =
      props.logAnalyticsWorkspaceId ??
      new LogAnalyticsWorkspace(this, 'Logs', {
        ...shared,
        name: `${props.name}-logs`,
        sku: 'PerGB2018',
        retentionInDays: props.retentionInDays ?? 30,
      }).id;
    this.resource = new ApplicationInsightsL1(this, 'Resource', {
      ...shared,
      name: props.name,
      applicationType: 'web',
      workspaceId: logs,
    });
  }

  public get applicationInsightsId(): string {
    return this.resource.id;
  }
}

class ImportedInsights extends Construct implements IApplicationInsights {
  public readonly applicationInsightsId: string;

  public constructor(
    scope: Construct,
    id: string,
    attributes: { readonly applicationInsightsId: string },
  ) {
    super(scope, id);
    validateProps(this, attributes, INSIGHTS_ATTRIBUTES_SHAPE, INSIGHTS_ATTRIBUTES_RULES);
    this.applicationInsightsId = attributes.applicationInsightsId;
  }
}
