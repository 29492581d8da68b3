import type { TerraformResource } from 'cdktf';
import { isTracked } from '../../../platform/versions/track-version';
import type { PulumiDialect } from '../../pulumi-dialect';
import { providerOf } from '../names/bridged-tokens';
import { addressOf, type Block, type Instance } from '../program/block';
import { listIn } from '../program/document';
import { AttributePlanner } from './attribute-planner';
import type { Planned, PlannedMember } from './bound';
import { inputsOf, isClassic, tokenOf } from './dialect';
import { importIdOf, formerNamesOf } from './import-and-move';
import { lifecycleOf, notExpressed } from './lifecycle';
import type { ProgramPlanner } from './program-planner';
import { packageOf, type ProviderPackage } from './provider-version';
import type { Registration } from './registration';
import { registrationName } from './registration-name';

/** Arguments that every block has, which are no attributes of the provider. */
const META = new Set([
  '//',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'timeouts',
]);

/** Arguments that Pulumi has nothing for. */
const REFUSED = new Set(['connection', 'dynamic', 'provisioner']);

/** Inputs that a provider never shows again. */
const SECRET = /^sensitiveBody$|Wo$/;
const SECRET_CONFIGURATION = /(?:secret|password|token|certificate)$/i;

/** Plans every instance of a block. */
export function planBlock(block: Block, program: ProgramPlanner): readonly Registration[] {
  const { problems, dialect } = program;
  const place = addressOf(block);
  for (const name of Object.keys(block.attributes).filter((one) => REFUSED.has(one))) {
    problems.add(notExpressed(`${place}.${name}`, block.attributes[name]));
  }
  const token = tokenOf(block, dialect);
  if (token === undefined) {
    problems.add({
      code: 'PulumiTypeUnknown',
      property: place,
      must: 'be of a type that has a name in the classic dialect',
      got: block.type,
      fix: 'use PulumiDialect.BRIDGED',
    });
    return [];
  }
  const bridged = isClassic(block, dialect) ? undefined : bridgedOf(block, program);
  const after = afterOf(block, program);
  const provider = block.mode === 'provider' ? undefined : providerFor(block, program);
  const lifecycle = lifecycleOf(block, program.valuesOf(block, undefined), problems);
  return program.instancesOf(block).map((instance) => ({
    block,
    instance,
    token,
    bridged,
    after,
    provider,
    lifecycle,
    name: registrationName(block, instance.key),
    members: membersOf(block, instance, program),
    isKept:
      block.mode === 'resource' &&
      block.element !== undefined &&
      isTracked(block.element as TerraformResource),
    importId: importIdOf(block, instance, program),
    formerNames: formerNamesOf(block, instance, program),
  }));
}

function membersOf(
  block: Block,
  instance: Instance,
  program: ProgramPlanner,
): readonly PlannedMember[] {
  const attributes = Object.fromEntries(
    Object.entries(block.attributes).filter(([name]) => !isMeta(block, name)),
  );
  const planner = new AttributePlanner(program.valuesOf(block, instance), program.problems);
  const schema = inputsOf(block, program.dialect);
  return planner
    .members(attributes, schema, addressOf(block))
    .map(([name, value]) => [name, asDeclared(block, name, value, program.dialect)]);
}

function isMeta({ mode }: Block, name: string): boolean {
  return META.has(name) || REFUSED.has(name) || (mode === 'provider' && name === 'alias');
}

/** A value with what the place that it stands in asks for: secrecy, or that it is a file. */
function asDeclared(block: Block, name: string, value: Planned, dialect: PulumiDialect): Planned {
  const isSecret = (block.mode === 'provider' ? SECRET_CONFIGURATION : SECRET).test(name);
  if (isSecret) return { kind: 'secret', of: value };
  const isFile = block.type === 'azurerm_storage_blob' && name === 'source';
  return isFile && isClassic(block, dialect) ? { kind: 'file', of: value } : value;
}

function bridgedOf({ type, stack }: Block, program: ProgramPlanner): ProviderPackage | undefined {
  const found = packageOf(providerOf(type), stack, program.options.providerVersions ?? {});
  if (!('code' in found)) return found;
  program.problems.add(found);
  return undefined;
}

/** What `depends_on` names. */
function afterOf(block: Block, program: ProgramPlanner): readonly Block[] {
  return listIn(block.attributes['depends_on']).flatMap((given) => {
    const address = String(given).replace(/^\$\{(.*)\}$/, '$1');
    const found = block.stack.blocks.get(address);
    if (found === undefined) {
      program.problems.add(notExpressed(`${addressOf(block)}.depends_on`, given));
      return [];
    }
    program.noteNeed(block, found);
    return [found];
  });
}

/** The configuration that a block names, else the one of its provider without an alias. */
function providerFor(block: Block, program: ProgramPlanner): Block | undefined {
  const given = block.attributes['provider'];
  const name = typeof given === 'string' ? given.replace(/^\$\{(.*)\}$/, '$1') : undefined;
  const provider = block.stack.providers.get(name ?? providerOf(block.type));
  if (provider !== undefined) program.noteNeed(block, provider);
  return provider;
}
