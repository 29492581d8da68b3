/**
 * A name of Terraform as the bridge writes it: `min_tls_version` becomes `minTlsVersion`.
 *
 * @see https://github.com/pulumi/pulumi-terraform-bridge/blob/main/pkg/tfbridge/names.go
 */
export function camelCase(name: string): string {
  return name.replaceAll(/(?<=[^_])_+(.)/g, (_found, next: string) => next.toUpperCase());
}

/** The same with a capital first, for types. */
export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return `${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
}
