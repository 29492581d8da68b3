import type { Input, ProviderResource, Resource } from '@pulumi/pulumi';
import { AssumptionError } from '../../../core/errors';
import type { Block } from '../program/block';
import type { Source } from '../plan/bound';
import type { ProgramPlan } from '../plan/registration';

/** What something registered gives others to read, by the names of its properties. */
export type Reading = (property: string) => Input<unknown>;

type Key = string | number | undefined;

/** What was registered so far. */
export class Registry {
  private readonly readings = new Map<Block, Map<Key, Reading>>();
  private readonly resources = new Map<Block, Resource[]>();
  private readonly providers = new Map<Block, ProviderResource>();

  public constructor(private readonly needs: ProgramPlan['needs']) {}

  public addProvider(block: Block, provider: ProviderResource): void {
    this.providers.set(block, provider);
  }

  public addResource(block: Block, resource: Resource): void {
    const siblings = this.resources.get(block) ?? [];
    siblings.push(resource);
    this.resources.set(block, siblings);
  }

  /** Keeps how an instance of a block is read. */
  public addReading(block: Block, key: Key, reading: Reading): void {
    const known = this.readings.get(block) ?? new Map<Key, Reading>();
    this.readings.set(block, known.set(key, reading));
  }

  public providerOf(block: Block | undefined): { readonly provider?: ProviderResource } {
    const provider = block === undefined ? undefined : this.providers.get(block);
    return provider === undefined ? {} : { provider };
  }

  /** The resources of a block; of a data source those that it waits for itself. */
  public resourcesBehind(block: Block): readonly Resource[] {
    if (block.mode === 'resource') return this.resources.get(block) ?? [];
    return [...(this.needs.get(block) ?? [])].flatMap((one) => this.resourcesBehind(one));
  }

  public valueOf(source: Source): Input<unknown> {
    if (source.kind === 'input') return source.input;
    const reading = this.readings.get(source.block)?.get(source.key);
    if (reading === undefined) {
      throw new AssumptionError('blocks are registered before what refers to them');
    }
    return reading(source.property);
  }
}
