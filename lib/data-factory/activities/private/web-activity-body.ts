import type { ArmObject, StringMap } from '../../../azapi/azapi-types';
import {
  type ActivityParts,
  type ArmActivity,
  type PolicyParts,
  renderActivity,
  renderPolicy,
} from './activity-body';

/** An HTTP request of a pipeline. */
export interface WebParts extends PolicyParts, Pick<ActivityParts, 'description' | 'dependsOn'> {
  readonly url: string | ArmObject;
  readonly method: string;
  readonly headers?: StringMap | undefined;
  readonly body?: ArmObject | undefined;
  readonly authentication?: ArmObject | undefined;
  /** `hh:mm:ss`, 00:01:00 to 00:10:00; the service waits one minute for an answer when not given. */
  readonly httpRequestTimeout?: string;
  /** `true` takes the answer 202 as the end, where the service would ask the URL in it until the work is done. */
  readonly turnOffAsync?: boolean;
}

/**
 * A `WebActivity`. Pure.
 *
 * The body is an object: the service evaluates every text in it on its own, so that nothing has to
 * be escaped for JSON and expressions keep their types.
 *
 * @returns the activity with `policy` and `typeProperties: { method, url, headers?, body?, authentication?,
 *   httpRequestTimeout?, turnOffAsync? }`
 * @see https://learn.microsoft.com/azure/data-factory/tutorial-control-flow
 */
export function renderWeb(name: string, parts: WebParts): ArmActivity {
  const { method, url, headers, body, authentication, httpRequestTimeout, turnOffAsync } = parts;
  return renderActivity({
    name,
    type: 'WebActivity',
    description: parts.description,
    ...(parts.dependsOn === undefined ? {} : { dependsOn: parts.dependsOn }),
    policy: renderPolicy(parts),
    typeProperties: {
      method,
      url,
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
      ...(authentication === undefined ? {} : { authentication }),
      ...(httpRequestTimeout === undefined ? {} : { httpRequestTimeout }),
      ...(turnOffAsync === undefined ? {} : { turnOffAsync }),
    },
  });
}
