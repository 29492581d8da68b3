import type { Problem } from '../../../core/errors';
import { objectIn } from '../program/document';
import type { ProgramStack } from '../program/program-stack';
import { quoted } from './problems';

/** A provider of Terraform in one version. */
export interface ProviderPackage {
  readonly name: string;
  readonly version: string;
  /** Address in the registry, in lower case. */
  readonly address: string;
}

/** Where a provider without a host comes from; Pulumi's bridge installs from there. */
const REGISTRY = 'registry.opentofu.org';
const TERRAFORM_REGISTRY = 'registry.terraform.io';

const BOUND = /^(=|>=|~>)?\s*v?(\d+(?:\.\d+){0,2})$/;

/** The package of a provider, in the lowest version that a stack allows. */
export function packageOf(
  name: string,
  stack: ProgramStack,
  versions: Readonly<Record<string, string>>,
): ProviderPackage | Problem {
  const required = objectIn(
    objectIn(objectIn(stack.document['terraform'])['required_providers'])[name],
  );
  const version = versions[name] ?? lowest(textIn(required['version']) ?? '');
  if (version === undefined) return unclear(name, required['version']);
  return { name, version, address: addressOf(textIn(required['source']) ?? name) };
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function addressOf(source: string): string {
  const [name = '', namespace = 'hashicorp', host = REGISTRY] = source
    .toLowerCase()
    .split('/')
    .reverse();
  return [host === TERRAFORM_REGISTRY ? REGISTRY : host, namespace, name].join('/');
}

/** The highest of the lower bounds; `undefined` where there is none. */
function lowest(constraint: string): string | undefined {
  const bounds = constraint
    .split(',')
    .flatMap((part) => BOUND.exec(part.trim())?.[2] ?? [])
    .map((bound) => `${bound}.0.0`.split('.').slice(0, 3).map(Number));
  const [highest] = bounds.sort((a, b) => compare(b, a));
  return highest?.join('.');
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

function unclear(name: string, version: unknown): Problem {
  return {
    code: 'PulumiProviderVersionUnclear',
    property: `terraform.required_providers.${name}.version`,
    must: 'say the lowest version, with ~>, >= or an exact one',
    got: quoted(version),
    fix: `give providerVersions: { ${name}: '1.2.3' }`,
  };
}
