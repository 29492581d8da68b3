import type { TerraformResource, TerraformStack } from 'cdktf';
import { factsOf, recordFact, type VersionFact } from '../../core/facts';
import { VersionRegister } from './version-register';

/**
 * Marks a resource as an immutable version whose address holds its version: when it is no longer declared
 * it is forgotten instead of destroyed, and adopted where it exists when it is declared again.
 *
 * @param resource with `ignoreChanges` of what an import does not bring back
 */
export function trackVersion(resource: TerraformResource, version: VersionFact): void {
  recordFact(resource, 'version', version);
  VersionRegister.of(resource);
}

/** Whether a resource was marked already. */
export function isTracked(resource: TerraformResource): boolean {
  return factsOf(resource, 'version').length > 0;
}

/**
 * Keeps the versions of a stack also when it declares none any more. {@link MlStack} does this; other
 * stacks keep what they declare, and with this also their last ones.
 */
export function keepVersions(stack: TerraformStack): void {
  VersionRegister.of(stack);
}
