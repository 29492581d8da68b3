import { Lazy, TerraformElement, TerraformVariable } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import * as fc from 'fast-check';
import { ValidationError } from '../../lib/core/errors';
import type { MlStack } from '../../lib/platform/ml-stack';
import { Template } from '../../lib/testing';
import { freshStack } from './stack';

/** What may stand where something else is expected, each made in the stack of the attempt. */
const ANYTHING: Readonly<Record<string, (stack: MlStack) => unknown>> = {
  null: () => null,
  undefined: () => undefined,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  'a negative number': () => -1,
  'a fraction': () => 0.5,
  'an empty string': () => '',
  'a string': () => '${x} /\u0000?',
  true: () => true,
  'a bigint': () => 10n,
  'a symbol': () => Symbol('x'),
  'a function': () => () => 'x',
  'an empty list': () => [],
  'a list of null': () => [null],
  'a list of lists': () => [['x']],
  'an empty object': () => ({}),
  'an object of null': () => ({ x: null }),
  'an object of objects': () => ({ x: {} }),
  'a date': () => new Date(0),
  'a map': () => new Map([['x', 'y']]),
  'a construct': (stack) => stack,
  'a string token': (stack) => laterIn(stack).stringValue,
  'a string with a token in it': (stack) => `a-${laterIn(stack).stringValue}`,
  'a number token': (stack) => laterIn(stack).numberValue,
  'a list token': (stack) => laterIn(stack).listValue,
  'a list of a string token': (stack) => [laterIn(stack).stringValue],
  'a resolvable object': (stack) => laterIn(stack).value as unknown,
  'a lazy value': () => Lazy.anyValue({ produce: () => 'x' }),
};

/** How often several props are wrong at the same time. */
const RUNS = 25;

/**
 * Makes something of props. What is tried stands under the scope, or outside the tree; what it is tried in, such
 * as the pipeline around a step, stands in the world.
 */
export type Make<P> = (scope: Construct, props: P, world: Construct) => unknown;

/**
 * Tests that anything at all in the place of the props, and in the place of each of them, is answered in one
 * of two ways: a {@link ValidationError} that leaves nothing behind in the tree but the construct itself, or
 * something that can be synthesized.
 *
 * @param validProps props that are accepted, made in the scope given; every prop that there is should be among them
 */
export function fuzzProps<P extends object>(
  name: string,
  validProps: (scope: Construct) => P,
  make: Make<P>,
): void {
  describe(`${name}, given anything`, () => {
    fuzzEach(validProps, make);

    test('survives anything as props', () => {
      const escapes = everything((anything) =>
        attempt(make, (_scope, stack) => anything(stack) as P),
      );
      expect(escapes).toEqual([]);
    });
  });
}

/** The same for what takes arguments, which are given by name here, in place of props. */
export function fuzzArguments<P extends object>(
  name: string,
  validArguments: (scope: Construct) => P,
  make: Make<P>,
): void {
  describe(`${name}, given anything`, () => {
    fuzzEach(validArguments, make);
  });
}

function fuzzEach<P extends object>(validProps: (scope: Construct) => P, make: Make<P>): void {
  const keys = Object.keys(validProps(new Construct(freshStack(), 'World'))) as (keyof P &
    string)[];

  test('is made of what it expects', () => {
    const stack = freshStack();
    const world = new Construct(stack, 'World');
    make(new Construct(stack, 'Scope'), validProps(world), world);
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test.each(keys)('survives anything as %s', (key) => {
    const escapes = everything((anything) =>
      attempt(make, (scope, stack) => ({ ...validProps(scope), [key]: anything(stack) })),
    );
    expect(escapes).toEqual([]);
  });

  if (keys.length === 1) return;

  test('survives anything in several props', () => {
    const wrong = fc.uniqueArray(
      fc.record({ key: fc.constantFrom(...keys), kind: fc.constantFrom(...Object.keys(ANYTHING)) }),
      { minLength: 2, maxLength: 4, selector: ({ key }) => key },
    );
    fc.assert(
      fc.property(wrong, (replaced) => {
        const escape = attempt(make, (scope, stack) => ({
          ...validProps(scope),
          ...Object.fromEntries(replaced.map(({ key, kind }) => [key, ANYTHING[kind]?.(stack)])),
        }));
        expect(escape).toBeUndefined();
      }),
      { numRuns: RUNS, ...seedOfEnvironment() },
    );
  });
}

/** What goes wrong with each kind of value, by its name. */
function everything(
  tried: (anything: (stack: MlStack) => unknown) => string | undefined,
): readonly string[] {
  return Object.entries(ANYTHING).flatMap(([kind, anything]) => {
    const escape = tried(anything);
    return escape === undefined ? [] : [`${kind}: ${escape}`];
  });
}

/** What goes wrong when something is made of such props, `undefined` when nothing does. */
function attempt<P>(
  make: Make<P>,
  propsIn: (scope: Construct, stack: MlStack) => P,
): string | undefined {
  const stack = freshStack();
  const scope = new Construct(stack, 'Scope');
  const world = new Construct(stack, 'World');
  const props = propsIn(world, stack);
  const before = new Set(stack.node.findAll());
  try {
    make(scope, props, world);
  } catch (error) {
    if (!ValidationError.isValidationError(error)) return told('made', error);
    const left = [...below(scope), ...elementsIn(stack).filter((element) => !before.has(element))];
    return left.length === 0
      ? undefined
      : `${error.code} leaves behind ${left.map(({ node }) => node.path).join(', ')}`;
  }
  try {
    Template.fromStack(stack, { skipValidations: true });
    return undefined;
  } catch (error) {
    return told('synthesized', error);
  }
}

function told(when: string, error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `when ${when}: ${text.split('\n').slice(0, 4).join('\n')}`;
}

/** What stands in a scope beside the construct itself, which the tree keeps when its constructor throws. */
function below(scope: Construct): readonly IConstruct[] {
  return scope.node.findAll().slice(2);
}

function elementsIn(stack: MlStack): readonly IConstruct[] {
  return stack.node.findAll().filter((construct) => TerraformElement.isTerraformElement(construct));
}

function laterIn(stack: MlStack): TerraformVariable {
  return new TerraformVariable(stack, `Later${String(stack.node.children.length)}`, {});
}

/** fast-check prints the seed of a run that fails; `FUZZ_SEED` repeats it. */
function seedOfEnvironment(): { readonly seed?: number } {
  const seed = process.env['FUZZ_SEED'];
  return seed === undefined ? {} : { seed: Number(seed) };
}
