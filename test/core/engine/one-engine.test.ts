import * as engine from 'cdktf';
import type { IConstruct } from 'constructs';
import { join } from 'node:path';
import { AzapiProvider, AzapiResource } from '../../../lib/azapi';
import { CDKTF, CDKTN } from '../../../lib/core/engine/engines';
import { OWN_ENGINE } from '../../../lib/core/engine/own-cdktf';
import { MlStack } from '../../../lib/platform';
import { ResourceGroup } from '../../../lib/resource-manager/resource-group';
import { Template } from '../../../lib/testing';
import { ROOT } from '../../support/repository';
import { codesIn, freshStack, problemsIn, SUBSCRIPTION_ID } from '../../support/stack';

/** The engine that these tests do not run with. */
const OTHER = OWN_ENGINE === CDKTF ? CDKTN : CDKTF;
/** By its path: its name stands for the own engine where tests run with CDK Terrain. */
const other = jest.requireActual<typeof engine>(join(ROOT, 'node_modules', OTHER.name));
const OTHER_VERSION = versionOf(OTHER.name);

const PROPS = { subscriptionId: SUBSCRIPTION_ID };
const GROUP = { name: 'rg', location: 'westeurope' };

function versionOf(name: string): string {
  const file = join(ROOT, 'node_modules', name, 'package.json');
  return jest.requireActual<{ readonly version: string }>(file).version;
}

function otherStack(): engine.TerraformStack {
  return new other.TerraformStack(other.Testing.app(), 'theirs');
}

function otherElement(scope: IConstruct, id = 'Theirs'): engine.TerraformElement {
  return new other.TerraformOutput(scope, id, { value: 'x' });
}

describe('the engines', () => {
  test('are two, and both are loaded here', () => {
    expect(OTHER).not.toBe(OWN_ENGINE);
    expect(other.TerraformStack).not.toBe(engine.TerraformStack);
    expect(versionOf(OWN_ENGINE.name)).not.toBe(OTHER_VERSION);
  });
});

describe('in an app of the other engine', () => {
  test('a stack is refused, with what to install instead', () => {
    const [problem, ...rest] = problemsIn(() => new MlStack(other.Testing.app(), 'mine', PROPS));
    expect(rest).toEqual([]);
    expect(problem).toEqual({
      code: 'EngineMixed',
      property: 'scope',
      must: `stand in an app of ${OWN_ENGINE.name}, which ${OWN_ENGINE.library} is built on`,
      got: `an App of ${OTHER.name} ${OTHER_VERSION}`,
      fix:
        `install ${OTHER.library} and import it in place of ${OWN_ENGINE.library}, ` +
        `or take app and stacks from ${OWN_ENGINE.name}`,
    });
  });

  test('a stack of the own engine does not help', () => {
    const stack = new engine.TerraformStack(other.Testing.app(), 'mine');
    expect(codesIn(() => new ResourceGroup(stack, 'Group', GROUP))).toEqual(['EngineMixed']);
  });
});

describe('in a stack of the other engine', () => {
  test.each([
    ['a construct', (scope: engine.TerraformStack) => new ResourceGroup(scope, 'Group', GROUP)],
    ['a provider', (scope: engine.TerraformStack) => new AzapiProvider(scope, 'azapi')],
    [
      'a resource of azapi',
      (scope: engine.TerraformStack) =>
        new AzapiResource(scope, 'Any', { type: 'A/b@2024-01-01', name: 'b', parentId: '/b' }),
    ],
  ])('%s is refused and named', (_, make) => {
    const [problem] = problemsIn(() => make(otherStack()));
    expect(problem).toMatchObject({
      code: 'EngineMixed',
      got: `a TerraformStack of ${OTHER.name} ${OTHER_VERSION}`,
    });
  });

  test('every construct is refused, not only the first', () => {
    const stack = otherStack();
    const codes = ['A', 'B'].flatMap((id) => codesIn(() => new ResourceGroup(stack, id, GROUP)));
    expect(codes).toEqual(['EngineMixed', 'EngineMixed']);
  });

  test('a class of one’s own that extends it is named by its own name', () => {
    class Infra extends other.TerraformStack {}
    const stack = new Infra(other.Testing.app(), 'infra');
    const [problem] = problemsIn(() => new ResourceGroup(stack, 'Group', GROUP));
    expect(problem?.got).toBe(`an Infra of ${OTHER.name} ${OTHER_VERSION}`);
  });
});

describe('an element of the other engine', () => {
  test('is refused at synthesis, with its path', () => {
    const stack = freshStack();
    const group = new ResourceGroup(stack, 'Group', GROUP);
    otherElement(group);
    otherElement(stack, 'Second');
    const problems = problemsIn(() => {
      Template.fromStack(stack);
    });
    expect(problems).toEqual(
      [`${stack.node.path}/Group/Theirs`, `${stack.node.path}/Second`].map((path) => ({
        code: 'EngineMixed',
        property: `element ${path}`,
        must: `be of ${OWN_ENGINE.name}, as its stack and ${OWN_ENGINE.library} are`,
        got: `a TerraformOutput of ${OTHER.name} ${OTHER_VERSION}`,
        fix: `import it from ${OWN_ENGINE.name} or ${OWN_ENGINE.bindings}`,
      })),
    );
  });

  test('is refused by app.synth() before the engine looks at it', () => {
    const app = engine.Testing.app();
    const stack = new engine.TerraformStack(app, 'infra');
    new AzapiProvider(stack, 'azapi');
    otherElement(stack);
    expect(
      codesIn(() => {
        app.synth();
      }),
    ).toEqual(['EngineMixed']);
  });
});

describe('the own engine', () => {
  test('is synthesized as ever', () => {
    const app = engine.Testing.app();
    const stack = new MlStack(app, 'mine', PROPS);
    new ResourceGroup(stack, 'Group', GROUP);
    app.synth();
    Template.fromStack(stack).resourceCountIs('azurerm_resource_group', 1);
  });

  test('may be there twice', () => {
    const copy = loadedAgain();
    expect(copy.TerraformStack).not.toBe(engine.TerraformStack);
    const stack = new copy.TerraformStack(copy.Testing.app(), 'theirs');
    expect(codesIn(() => new AzapiProvider(stack, 'azapi'))).toEqual([]);
  });

  test('is looked at once in each stack', () => {
    const stack = freshStack();
    const prepare = stack.prepareStack;
    new ResourceGroup(stack, 'Group', GROUP);
    expect(stack.prepareStack).toBe(prepare);
  });
});

function loadedAgain(): typeof engine {
  let copy = engine;
  jest.isolateModules(() => {
    copy = jest.requireActual<typeof engine>('cdktf');
  });
  return copy;
}
