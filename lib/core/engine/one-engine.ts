import type { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { type Problem, ValidationError } from '../errors';
import { CDKTF, CDKTN, type Engine } from './engines';
import { cdktf } from './loaded-cdktf';
import { OWN_ENGINE } from './own-cdktf';

/** Where jsii notes of which package a class is. */
const RUN_TIME_TYPE = Symbol.for('jsii.rtti');

const seen = new WeakSet<TerraformStack>();

/**
 * Refuses to stand in an app or a stack of the other engine, and sees to it that synthesis refuses elements
 * of it. Looks once at each stack.
 *
 * @throws ValidationError EngineMixed
 */
export function requireOneEngine(scope: IConstruct): void {
  const stack = stackOf(scope);
  if (stack === undefined || seen.has(stack)) return;
  for (const place of [stack, stack.node.root]) {
    const foreign = foreignClassOf(place);
    if (foreign !== undefined) throw new ValidationError([placeProblem(foreign)], scope);
  }
  seen.add(stack);
  refuseElementsAtSynthesis(stack);
}

/** Unlike `TerraformStack.of`, leaves it to the engine to say that there is none. */
function stackOf(scope: IConstruct): TerraformStack | undefined {
  let place: IConstruct | undefined = scope;
  while (place !== undefined && !cdktf().TerraformStack.isStack(place)) place = place.node.scope;
  return place;
}

/** A validation would come too late: CDK Terrain prepares all elements first, and breaks on those of cdktf. */
function refuseElementsAtSynthesis(stack: TerraformStack): void {
  const prepare = stack.prepareStack.bind(stack);
  stack.prepareStack = () => {
    refuseElements(stack);
    prepare();
  };
}

function refuseElements(stack: TerraformStack): void {
  const [first, ...rest] = stack.node.findAll().flatMap((construct) => {
    if (!cdktf().TerraformElement.isTerraformElement(construct)) return [];
    const foreign = foreignClassOf(construct);
    return foreign === undefined ? [] : [elementProblem(construct, foreign)];
  });
  if (first !== undefined) throw new ValidationError([first, ...rest], stack);
}

/** A class of an engine that is not the own one. */
interface ForeignClass {
  readonly engine: Engine;
  /** To be read after "got", such as `an App of cdktn 0.24.0`. */
  readonly shown: string;
}

/** `undefined` also for another copy of the own engine, and for what says nothing of its package. */
function foreignClassOf(construct: IConstruct): ForeignClass | undefined {
  if (isOwn(construct)) return undefined;
  let type: unknown = construct.constructor;
  while (typeof type === 'function') {
    const { fqn, version } = runTimeTypeOf(type);
    const engine = [CDKTF, CDKTN].find(({ name }) => fqn.startsWith(`${name}.`));
    if (engine?.name === OWN_ENGINE.name) return undefined;
    if (engine !== undefined) {
      const shown = `${construct.constructor.name} of ${engine.name} ${version}`;
      return { engine, shown: `${/^[AEIOU]/i.test(shown) ? 'an' : 'a'} ${shown}` };
    }
    type = Object.getPrototypeOf(type);
  }
  return undefined;
}

function isOwn(construct: IConstruct): boolean {
  const { App, TerraformElement, TerraformStack } = cdktf();
  return (
    construct instanceof TerraformElement ||
    construct instanceof TerraformStack ||
    construct instanceof App
  );
}

interface RunTimeType {
  readonly fqn: string;
  readonly version: string;
}

function runTimeTypeOf(type: object): RunTimeType {
  const noted: PropertyDescriptor | undefined = Object.getOwnPropertyDescriptor(
    type,
    RUN_TIME_TYPE,
  );
  return (noted?.value as RunTimeType | undefined) ?? { fqn: '', version: '' };
}

function placeProblem({ engine, shown }: ForeignClass): Problem {
  return mixed({
    property: 'scope',
    must: `stand in an app of ${OWN_ENGINE.name}, which ${OWN_ENGINE.library} is built on`,
    got: shown,
    fix:
      `install ${engine.library} and import it in place of ${OWN_ENGINE.library}, ` +
      `or take app and stacks from ${OWN_ENGINE.name}`,
  });
}

function elementProblem(element: IConstruct, { shown }: ForeignClass): Problem {
  return mixed({
    property: `element ${element.node.path}`,
    must: `be of ${OWN_ENGINE.name}, as its stack and ${OWN_ENGINE.library} are`,
    got: shown,
    fix: `import it from ${OWN_ENGINE.name} or ${OWN_ENGINE.bindings}`,
  });
}

function mixed(found: Omit<Problem, 'code'>): Problem {
  return { code: 'EngineMixed', ...found };
}
