import type { StringMap } from '../azapi/azapi-types';

/** From where something may be reached. */
export interface IpAccess {
  /**
   * IPv4 ranges, `192.0.2.0/24` or `192.0.2.1-192.0.2.9`; an empty list lets nobody but other Logic Apps.
   *
   * @default - from everywhere
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#restrict-inbound-ip-addresses
   */
  readonly allowedIpRanges?: string[];
}

/** Who may call triggers, and from where. */
export interface CallerAccess extends IpAccess {
  /**
   * Tokens of Microsoft Entra ID that are accepted: those that fulfil all claims of one policy. 1 to 5 where
   * given.
   *
   * @default - none: whoever knows the URL with its signature
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#enable-azure-ad-inbound
   */
  readonly authorizationPolicies?: EntraAuthorizationPolicy[];
}

/** A kind of token of Microsoft Entra ID that is accepted. */
export interface EntraAuthorizationPolicy {
  /** What people call it, 1 to 80 characters, inclusive; unique among the policies. */
  readonly name: string;
  /**
   * Who made the token, such as `https://sts.windows.net/<tenant id>/` or
   * `https://login.microsoftonline.com/<tenant id>/v2.0`; an `https://` URL.
   */
  readonly issuer: string;
  /** Whom the token is for, such as `https://management.azure.com/` or the id of an application. */
  readonly audience: string;
  /**
   * Other claims of the token and the values that they must have, such as `appid` or `oid`; at most 8. A value
   * has 150 characters at most.
   *
   * @default - none
   */
  readonly claims?: StringMap;
}

/** Who may reach what of a workflow. */
export interface WorkflowAccessControl {
  /** Calls of triggers. @default - as the triggers say; from everywhere where they do not */
  readonly triggers?: CallerAccess;
  /** Inputs and outputs in the run history. @default - from everywhere, for who holds a role */
  readonly contents?: IpAccess;
  /** Actions that wait to be called back. @default - from everywhere */
  readonly actions?: IpAccess;
  /** Management of the workflow. @default - from everywhere, for who holds a role */
  readonly management?: IpAccess;
}
