import { isRecord } from '../review/read/json-values';
import { aliasesOf } from './module-parts';
import type { JsonRecord } from './module-source';

/** Names of configurations that callers pass where there are aliases, such as `azurerm.hub`. */
export function passedProviders(
  providers: ReadonlyMap<string, readonly JsonRecord[]>,
): readonly string[] {
  return [...providers].flatMap(([name, blocks]) => {
    const aliases = aliasesOf(name, blocks);
    return blocks.length > aliases.length ? [name, ...aliases] : aliases;
  });
}

/** Texts that are settings; others may be of one environment, or secret. */
const PLAIN_TEXTS = new Set(['alias', 'environment', 'resource_provider_registrations']);

/** Provider blocks as the root module needs them, in HCL, without what differs between environments. */
export function providerBlocks(
  providers: ReadonlyMap<string, readonly JsonRecord[]>,
): readonly string[] {
  return [...providers].flatMap(([name, blocks]) =>
    blocks.flatMap((block) => [`provider "${name}" {`, ...linesOf(block, '  '), '}', '']),
  );
}

function linesOf(block: JsonRecord, indent: string): readonly string[] {
  return Object.entries(block)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]) => argument(key, value, indent));
}

function argument(key: string, value: unknown, indent: string): readonly string[] {
  if (key === '//') return [];
  if (key === 'subscription_id') return [`${indent}subscription_id = "…"`];
  if (typeof value === 'boolean' || typeof value === 'number') {
    return [`${indent}${key} = ${String(value)}`];
  }
  if (typeof value === 'string' && PLAIN_TEXTS.has(key)) {
    return [`${indent}${key} = ${JSON.stringify(value)}`];
  }
  const blocks: readonly unknown[] = Array.isArray(value) ? value : [value];
  return blocks
    .filter((block) => isRecord(block))
    .flatMap((block) => {
      const inner = linesOf(block, `${indent}  `);
      return inner.length === 0
        ? [`${indent}${key} {}`]
        : [`${indent}${key} {`, ...inner, `${indent}}`];
    });
}
