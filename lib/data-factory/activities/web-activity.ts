import type { ArmObject, StringMap } from '../../azapi/azapi-types';
import { Duration } from '../../core/duration';
import { validateValue, withDefaults } from '../../core/validation';
import { Activity, type ActivityProps } from './activity';
import { renderAuthentication, textOrExpression } from './private/activity-body';
import type { ActivityContext, BoundActivity } from './private/activity-context';
import { renderWeb } from './private/web-activity-body';
import {
  type ResolvedWebActivityProps,
  WEB_ACTIVITY_RULES,
  WEB_ACTIVITY_SHAPE,
} from './private/web-activity-rules';
import type { WebMethod } from './web-method';

/**
 * Properties of a {@link WebActivity}. Text in URL, headers and body that starts with `@`, and what
 * stands in `@{…}` within a longer text, is an expression of Data Factory.
 */
export interface WebActivityProps extends ActivityProps {
  /** Where the request goes: an `http://` or `https://` URL, or an expression. */
  readonly url: string;
  /** PATCH, POST and PUT need a body, GET has none. */
  readonly method: WebMethod;
  /** @default - none */
  readonly headers?: StringMap;
  /**
   * JSON that is sent.
   *
   * @default - none
   */
  readonly body?: ArmObject;
  /**
   * Audience of the token with which the factory's identity signs in, such as
   * `https://management.azure.com/`. Roles that it needs there are for you to grant.
   *
   * @default - the request is not authenticated
   */
  readonly audience?: string;
  /**
   * Between 10 minutes and 7 days, inclusive.
   *
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;
  /**
   * How often a failed request is sent again, at least 0.
   *
   * @default 0
   */
  readonly retry?: number;
  /**
   * Between 30 seconds and 1 day, inclusive.
   *
   * @default Duration.seconds(30)
   */
  readonly retryInterval?: Duration;
  /**
   * Whether the request is left out of the monitoring logs.
   *
   * @default false
   */
  readonly secureInput?: boolean;
  /**
   * Whether the answer is left out of the monitoring logs.
   *
   * @default false
   */
  readonly secureOutput?: boolean;
}

/** Sends an HTTP request and waits for the answer. */
export class WebActivity extends Activity {
  private readonly props: ResolvedWebActivityProps;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid, WebActivityUrlInvalid,
   *   WebActivityBodyMismatch, WebActivityBodyInvalid, ActivityTimeoutOutOfRange, ActivityRetryOutOfRange,
   *   ActivityRetryIntervalOutOfRange
   */
  public constructor(name: string, props: WebActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, {
      timeout: Duration.minutes(10),
      retry: 0,
      retryInterval: Duration.seconds(30),
      secureInput: false,
      secureOutput: false,
    });
    validateValue(resolved, WEB_ACTIVITY_SHAPE, WEB_ACTIVITY_RULES);
    this.props = resolved;
  }

  /** @internal */
  public _bind({ pipeline }: ActivityContext): BoundActivity {
    const { audience, ...request } = this.props;
    const { credentialName } = pipeline.factory;
    const authentication =
      audience === undefined ? undefined : renderAuthentication(audience, credentialName);
    const activity = renderWeb(this.name, {
      ...request,
      url: textOrExpression(request.url),
      authentication,
      description: this.description,
    });
    return { activities: [activity], runs: [] };
  }
}
