import type { Construct } from 'constructs';
import { ValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import { ComponentVersion, type ComponentVersionProps } from '../component-version';

/**
 * The component version of some content at a place where several publications stand: made by the first
 * that needs it, and used by the others. Its address does not say which one that was, so that each of them
 * can go without taking it away from the others.
 *
 * @throws ValidationError VersionNotComputable, ComponentVersionTaken
 */
export function sharedComponentVersion(
  scope: Construct,
  id: string,
  props: ComponentVersionProps,
): ComponentVersion {
  const version = ComponentVersion.versionOf(scope, props);
  const place = `${id}-${version}`;
  const existing = scope.node.tryFindChild(place);
  if (!(existing instanceof ComponentVersion)) return new ComponentVersion(scope, place, props);
  if (props.version === undefined) return existing;
  throw new ValidationError(
    [
      problem('ComponentVersionTaken', {
        property: 'version',
        must: `be one that component ${props.name} does not have yet, since versions cannot change`,
        got: version,
        fix: 'give each version of the endpoint another one, or none',
      }),
    ],
    scope,
  );
}
