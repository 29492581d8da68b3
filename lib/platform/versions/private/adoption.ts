import type { ArmObject } from '../../../azapi/azapi-types';
import type { VersionFact } from '../../../core/facts';
import { escapeTemplates } from '../../../core/terraform-text';

/** A version with the label of its resource. */
export interface LabelledVersion extends VersionFact {
  /** Type of the resource in Terraform. */
  readonly terraformType: string;
  /** Label of the resource in Terraform. */
  readonly label: string;
}

/**
 * Blocks that have Terraform adopt versions that exist, and create those that do not: providers refuse to
 * create what exists, and Terraform refuses to import what does not. Pure.
 *
 * @returns `{ data: { azapi_resource }, import: [{ for_each, to, id }], locals? }`, or nothing for none
 */
export function renderAdoptions(versions: readonly LabelledVersion[]): ArmObject {
  if (versions.length === 0) return {};
  const locals = Object.fromEntries(
    versions.flatMap(({ instances, label }) =>
      instances === undefined ? [] : [[label, escapeTemplates(instances)]],
    ),
  );
  return {
    data: { azapi_resource: Object.fromEntries(versions.map((one) => [one.label, lookup(one)])) },
    import: versions.map(renderImport),
    ...(Object.keys(locals).length === 0 ? {} : { locals }),
  };
}

/**
 * Blocks that have Terraform forget resources. Pure.
 *
 * @returns `{ removed: [{ from, lifecycle: { destroy: false } }] }`, or nothing for none
 */
export function renderForgotten(addresses: readonly string[]): ArmObject {
  if (addresses.length === 0) return {};
  return { removed: addresses.map((from) => ({ from, lifecycle: { destroy: false } })) };
}

/** Asks the service, at plan time, whether a version exists. */
function lookup({ armId, armType }: VersionFact): ArmObject {
  return {
    type: armType,
    resource_id: armId,
    ignore_not_found: true,
    response_export_values: { name: 'name' },
  };
}

function renderImport({ terraformType, label, ...version }: LabelledVersion): ArmObject {
  const exists = `data.azapi_resource.${label}.exists`;
  if (version.instances === undefined) {
    return {
      for_each: `\${${exists} ? toset(["this"]) : toset([])}`,
      to: `${terraformType}.${label}`,
      id: importIdOf(version),
    };
  }
  return {
    for_each: `\${{for key, id in local.${label} : key => id if ${exists}}}`,
    to: `${terraformType}.${label}[each.key]`,
    id: '${each.value}',
  };
}

/** What azapi imports a resource by. */
export function importIdOf({ armId, armType }: VersionFact): string {
  const [, apiVersion = ''] = armType.split('@');
  return `${armId}?api-version=${apiVersion}`;
}
