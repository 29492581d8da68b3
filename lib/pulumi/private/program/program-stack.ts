import {
  type TerraformElement,
  TerraformDataSource,
  TerraformProvider,
  TerraformRemoteState,
  TerraformResource,
  TerraformVariable,
} from 'cdktf';
import { elementSchemas } from '../schema/element-schema';
import type { Block, BlockMode } from './block';
import { isObject, type JsonObject, labelledBlocks, listIn, objectIn } from './document';
import type { SynthesizedStack } from './synthesize';

/** What cdktf calls an output that only other stacks of the app read; all of them are marked sensitive. */
export const CROSS_STACK = 'cross-stack-output-';

/** What cdktf calls the remote state of another stack of the app, before the path of that stack. */
const REMOTE = 'cross-stack-reference-input-';

/** A stack, ready to be asked for what its expressions refer to. */
export class ProgramStack {
  /** Path of the stack in the app, which its resources are named after. */
  public readonly name: string;
  public readonly document: JsonObject;
  /** Where files that lie beside the document are. */
  public readonly folder: string;
  /** Resources and data sources by address. */
  public readonly blocks: ReadonlyMap<string, Block>;
  /** Configurations of providers by what resources call them: `azurerm`, `azurerm.alias`. */
  public readonly providers: ReadonlyMap<string, Block>;
  /** Variables by the names of their blocks. */
  public readonly variables: ReadonlyMap<string, TerraformVariable>;
  /** Paths of other stacks of the app by the label of their remote state. */
  public readonly remotes: ReadonlyMap<string, string>;

  public constructor({ stack, document, elements, folder }: SynthesizedStack) {
    this.name = stack.node.path;
    this.document = document;
    this.folder = folder;
    const byKey = new Map(elements.map((element) => [keyOf(element), element]));
    this.remotes = new Map(elements.flatMap(remoteOf));
    this.variables = new Map(
      elements
        .filter((element) => element instanceof TerraformVariable)
        .map((variable) => [variable.friendlyUniqueId, variable]),
    );
    this.blocks = new Map([...this.read('resource', byKey), ...this.read('data', byKey)]);
    this.providers = new Map(this.readProviders(byKey));
  }

  private *read(
    mode: BlockMode,
    elements: ReadonlyMap<string, TerraformElement>,
  ): Generator<readonly [string, Block]> {
    for (const [type, label, attributes] of labelledBlocks(this.document[mode])) {
      if (mode === 'data' && this.remotes.has(label)) continue;
      const address = `${mode === 'data' ? 'data.' : ''}${type}.${label}`;
      yield [address, this.block(mode, type, label, attributes, elements.get(address))];
    }
  }

  private *readProviders(
    elements: ReadonlyMap<string, TerraformElement>,
  ): Generator<readonly [string, Block]> {
    for (const [type, configurations] of Object.entries(objectIn(this.document['provider']))) {
      for (const attributes of listIn(configurations).filter(isObject)) {
        const { alias } = attributes;
        const name = typeof alias === 'string' ? `${type}.${alias}` : type;
        const label = typeof alias === 'string' ? alias : 'default';
        yield [
          name,
          this.block('provider', type, label, attributes, elements.get(`provider.${name}`)),
        ];
      }
    }
  }

  private block(
    mode: BlockMode,
    type: string,
    label: string,
    attributes: JsonObject,
    element: TerraformElement | undefined,
  ): Block {
    const schemas = elementSchemas(element, type);
    return { mode, stack: this, type, label, attributes, element, schemas };
  }
}

function keyOf(element: TerraformElement): string {
  if (TerraformResource.isTerraformResource(element)) {
    return `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  }
  if (TerraformDataSource.isTerraformDataSource(element)) {
    return `data.${element.terraformResourceType}.${element.friendlyUniqueId}`;
  }
  return TerraformProvider.isTerraformProvider(element)
    ? `provider.${element.alias === undefined ? element.terraformResourceType : `${element.terraformResourceType}.${element.alias}`}`
    : element.node.path;
}

function remoteOf(element: TerraformElement): readonly (readonly [string, string])[] {
  const { id } = element.node;
  return element instanceof TerraformRemoteState && id.startsWith(REMOTE)
    ? [[element.friendlyUniqueId, id.slice(REMOTE.length)]]
    : [];
}
