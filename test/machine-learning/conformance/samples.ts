import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/repository';

/** What Microsoft's SDK makes of public YAML; third-party data that is kept beside the repository. */
const SAMPLES = join(ROOT, '..', 'shared', 'samples', 'yaml-to-arm', 'azureml-examples');

/** A JSON object of a sample. */
export interface SampleObject {
  readonly [key: string]: unknown;
}

/** The body that the SDK sends for one file. */
export interface Sample {
  /** The YAML it is made of. */
  readonly source: string;
  readonly body: { readonly properties: SampleObject };
  /** Components of a pipeline that have no name of their own, by version. */
  readonly anonymousComponents?: {
    readonly [version: string]: { readonly body: { readonly properties: SampleObject } };
  };
}

/** A group of tests over samples; without them it is skipped, and says so in one line. */
export function describeSamples(name: string, tests: () => void): void {
  if (existsSync(SAMPLES)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`Conformance to ${name} skipped: no samples beside the repository\n`);
  test.skip(name, tests);
}

/** All samples of a kind, such as `component`. */
export function samplesOf(kind: string): readonly Sample[] {
  const folder = join(SAMPLES, kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.arm.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Sample);
}

/** A member of an object that is one itself, empty where there is none. */
export function objectAt(value: SampleObject, key: string): SampleObject {
  return (value[key] ?? {}) as SampleObject;
}

/** Objects by their keys. */
export function entriesOf(value: SampleObject): readonly (readonly [string, SampleObject])[] {
  return Object.entries(value) as [string, SampleObject][];
}

/** An object with the keys that are wanted. */
export function picked(value: SampleObject, keys: readonly string[]): SampleObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));
}
