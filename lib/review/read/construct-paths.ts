import { memberOf, recordOf, textOf } from './json-values';

/** The constructs that resources come from, by address, and what their configuration says that plans do not. */
export class ConstructPaths {
  /** Where no synthesized stack is given. */
  public static readonly NONE = new ConstructPaths('', new Map(), new Map());

  /** Those of a synthesized stack, from the metadata that cdktf writes into it. */
  public static in(document: unknown): ConstructPaths {
    const metadata = memberOf(memberOf(document, '//'), 'metadata');
    const paths = new Map([
      ...pathsIn(memberOf(document, 'resource'), ''),
      ...pathsIn(memberOf(document, 'data'), 'data.'),
    ]);
    return new ConstructPaths(
      textOf(memberOf(metadata, 'stackName')) ?? '',
      paths,
      new Map(lifecyclesIn(memberOf(document, 'resource'))),
    );
  }

  private constructor(
    /** Name of the stack, empty where it is not known. */
    public readonly stack: string,
    private readonly paths: ReadonlyMap<string, string>,
    private readonly lifecycles: ReadonlyMap<string, unknown>,
  ) {}

  /** The path of the construct behind a resource or one of its instances. */
  public of(address: string): string | undefined {
    return this.paths.get(address) ?? this.paths.get(withoutInstance(address));
  }

  /** What the configuration of a resource says in `lifecycle`, which plans do not tell. */
  public lifecycleOf(address: string): unknown {
    return this.lifecycles.get(withoutInstance(address));
  }

  /** How many of some resources are of this stack. */
  public matches(addresses: readonly string[]): number {
    return addresses.filter((address) => this.of(address) !== undefined).length;
  }
}

/** The address of a resource without the key of an instance. */
export function withoutInstance(address: string): string {
  const bracket = address.indexOf('[');
  return bracket === -1 ? address : address.slice(0, bracket);
}

function pathsIn(types: unknown, prefix: string): readonly (readonly [string, string])[] {
  return Object.entries(recordOf(types)).flatMap(([type, named]) =>
    Object.entries(recordOf(named)).flatMap(([name, config]) => {
      const path = textOf(memberOf(memberOf(memberOf(config, '//'), 'metadata'), 'path'));
      return path === undefined ? [] : [[`${prefix}${type}.${name}`, path] as const];
    }),
  );
}

function lifecyclesIn(types: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(recordOf(types)).flatMap(([type, named]) =>
    Object.entries(recordOf(named)).flatMap(([name, config]) => {
      const lifecycle = memberOf(config, 'lifecycle');
      return lifecycle === undefined ? [] : [[`${type}.${name}`, lifecycle] as const];
    }),
  );
}
