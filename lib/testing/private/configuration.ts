import type { ITokenSource } from '../match-context';
import type { TerraformBlock } from '../terraform-block';
import { blocksIn, candidateOf, objectAt } from './blocks';
import { type Candidate, Candidates } from './candidates';

/** A document of Terraform JSON by its sections. */
export class Configuration {
  public constructor(
    public readonly document: TerraformBlock,
    private readonly tokens: ITokenSource,
  ) {}

  /** The resources of a type. */
  public resources(type: string): Candidates {
    return this.typed('resource', type, type);
  }

  /** The data sources of a type. */
  public dataSources(type: string): Candidates {
    return this.typed('data', type, `data.${type}`);
  }

  /** Every block of a section with one label, or only the one of a name. */
  public named(section: string, name?: string): Candidates {
    const all = blocksIn(this.section(section), section);
    const members = name === undefined ? all : all.filter((block) => block.name === name);
    const kind = name === undefined ? section : `${section} ${JSON.stringify(name)}`;
    return this.candidates(kind, members, this.keys(section));
  }

  /** The configurations of a provider, which stand alone or in a list. */
  public providers(name: string): Candidates {
    const found = this.section('provider')[name];
    const all: readonly unknown[] = Array.isArray(found) ? found : [found];
    const members = all
      .filter((value) => value !== undefined)
      .map((value, index) => candidateOf(name, `provider.${name}[${String(index)}]`, value));
    return this.candidates(`provider ${JSON.stringify(name)}`, members, this.keys('provider'));
  }

  /** A section, empty when it is not there. */
  public section(section: string): TerraformBlock {
    return objectAt(this.document, section);
  }

  private typed(section: string, type: string, prefix: string): Candidates {
    const blocks = this.section(section);
    const members = blocksIn(objectAt(blocks, type), prefix);
    const counts = Object.keys(blocks).map(
      (key) => `${key} (${String(Object.keys(objectAt(blocks, key)).length)})`,
    );
    return this.candidates(prefix, members, counts);
  }

  private keys(section: string): readonly string[] {
    return Object.keys(this.section(section));
  }

  private candidates(
    kind: string,
    members: readonly Candidate[],
    present: readonly string[],
  ): Candidates {
    const list = present.length === 0 ? 'nothing of the sort' : [...present].sort().join(', ');
    return new Candidates({
      kind,
      members,
      tokens: this.tokens,
      instead: `the configuration has ${list}`,
    });
  }
}
