import { existsSync, readdirSync } from 'node:fs';
import {
  Annotations,
  type App,
  Aspects,
  Fn,
  LocalBackend,
  TerraformOutput,
  TerraformResource,
  TerraformProvider,
  TerraformStack,
  TerraformVariable,
  Testing,
} from 'cdktf';
import { AnnotationLevel, Match, StackAnnotations, Template } from 'cdktf-azureml/testing';
import { failureOf } from './failure';

class Thing extends TerraformResource {
  public constructor(
    scope: TerraformStack,
    id: string,
    private readonly config: Readonly<Record<string, unknown>>,
  ) {
    super(scope, id, {
      terraformResourceType: 'maker_thing',
      terraformGeneratorMetadata: { providerName: 'maker' },
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.config };
  }
}

class Maker extends TerraformProvider {
  public constructor(scope: TerraformStack) {
    super(scope, 'maker', {
      terraformResourceType: 'maker',
      terraformGeneratorMetadata: { providerName: 'maker' },
      terraformProviderSource: 'example/maker',
    });
  }
}

function stackWithProvider(app: App = Testing.app(), id = 'churn'): TerraformStack {
  const stack = new TerraformStack(app, id);
  new Maker(stack);
  return stack;
}

describe('a template of a stack', () => {
  test('is what app.synth() writes', () => {
    const app = Testing.app();
    const stack = stackWithProvider(app);
    new LocalBackend(stack, { path: 'state' });
    const thing = new Thing(stack, 'A', { name: 'a' });
    new Thing(stack, 'B', { of: thing.fqn });
    const template = Template.fromStack(stack);
    app.synth();
    expect(Template.fromDirectory(app.outdir, 'churn').toJson()).toEqual(template.toJson());
  });

  test('names the construct in a failure', () => {
    const stack = stackWithProvider();
    new Thing(stack, 'A', { name: 'a' });
    const { message } = failureOf(() => {
      Template.fromStack(stack).hasResource('maker_thing', { name: 'b' });
    });
    expect(message).toContain('nearest is maker_thing.A (churn/A):');
  });

  test('is the same the second time, and takes no backend from the stack', () => {
    const stack = stackWithProvider();
    new Thing(stack, 'A', { name: 'a' });
    const first = Template.fromStack(stack).toJson();
    const children = stack.node.children.map(({ node }) => node.id);
    expect(Template.fromStack(stack).toJson()).toEqual(first);
    expect(children).toEqual(['maker', 'A']);
    expect(() => new LocalBackend(stack, { path: 'state' })).not.toThrow();
  });

  test('keeps the backend of the stack', () => {
    const stack = stackWithProvider();
    new LocalBackend(stack, { path: 'state' });
    Template.fromStack(stack);
    expect(Template.fromStack(stack).terraform()).toEqual(
      expect.objectContaining({ backend: { local: { path: 'state' } } }),
    );
  });

  test('writes nothing', () => {
    const app = Testing.app();
    const stack = stackWithProvider(app);
    Template.fromStack(stack);
    expect(existsSync(app.outdir)).toBe(true);
    expect(readdirSync(app.outdir, { recursive: true })).toEqual(['stacks']);
  });

  test('has the outputs that other stacks of the app refer to', () => {
    const app = Testing.app();
    const hub = stackWithProvider(app, 'hub');
    const spoke = stackWithProvider(app, 'spoke');
    const thing = new Thing(hub, 'A', {});
    new Thing(spoke, 'B', { of: thing.getStringAttribute('id') });
    expect(Object.values(Template.fromStack(hub).outputs())).toEqual([
      { value: '${maker_thing.A.id}', sensitive: true },
    ]);
  });

  test('has what aspects change, those of the stack only', () => {
    const app = Testing.app();
    const stack = stackWithProvider(app);
    const thing = new Thing(stack, 'A', {});
    Aspects.of(stack).add({
      visit: (node) => {
        if (node === thing) thing.addOverride('by', 'stack');
      },
    });
    Aspects.of(app).add({
      visit: () => {
        thing.addOverride('by', 'app');
      },
    });
    expect(Template.fromStack(stack).resource('maker_thing')).toEqual({ by: 'stack' });
  });

  test('calls an aspect once for each construct, also when it is added twice', () => {
    const stack = stackWithProvider();
    const visited: string[] = [];
    const aspect = {
      visit: ({ node }: { node: { path: string } }): void => {
        visited.push(node.path);
      },
    };
    Aspects.of(stack).add(aspect);
    Aspects.of(new Thing(stack, 'A', {})).add(aspect);
    Template.fromStack(stack);
    expect(visited).toEqual(['churn', 'churn/maker', 'churn/A', 'churn/backend']);
  });
});

describe('tokens in patterns', () => {
  test('match what they are synthesized to', () => {
    const stack = stackWithProvider();
    const size = new TerraformVariable(stack, 'size', { type: 'number' });
    const thing = new Thing(stack, 'A', { zones: ['1'] });
    new Thing(stack, 'B', {
      of: thing.getStringAttribute('id'),
      size: size.numberValue,
      zones: thing.getListAttribute('zones'),
      text: `x-${thing.getStringAttribute('id')}`,
      upper: Fn.upper(thing.getStringAttribute('id')),
    });
    new TerraformOutput(stack, 'id', { value: thing.getStringAttribute('id') });
    const template = Template.fromStack(stack);
    template.hasResource('maker_thing', {
      of: thing.getStringAttribute('id'),
      size: size.numberValue,
      zones: thing.getListAttribute('zones'),
      text: `x-${thing.getStringAttribute('id')}`,
      upper: Fn.upper(thing.getStringAttribute('id')),
    });
    template.hasOutput('id', { value: thing.getStringAttribute('id') });
    template.hasNoResource('maker_thing', { of: thing.getStringAttribute('name') });
  });

  test('are shown as what they are synthesized to', () => {
    const stack = stackWithProvider();
    const thing = new Thing(stack, 'A', { of: 'b' });
    const { message } = failureOf(() => {
      Template.fromStack(stack).hasResource('maker_thing', { of: thing.getStringAttribute('id') });
    });
    expect(message).toContain('of: expected "${maker_thing.A.id}", found "b"');
  });

  test('cannot match JSON that was read', () => {
    const thing = new Thing(stackWithProvider(), 'A', {});
    const template = Template.fromJson({ resource: { maker_thing: { A: { of: 'b' } } } });
    const failure = failureOf(() => {
      template.hasResource('maker_thing', { of: thing.getStringAttribute('id') });
    });
    expect(failure.code).toBe('TemplatePatternInvalid');
  });
});

describe('a stack that cannot be synthesized', () => {
  function invalidStack(): TerraformStack {
    const stack = stackWithProvider();
    new Thing(stack, 'A', {}).node.addValidation({ validate: () => ['is not finished'] });
    return stack;
  }

  test('fails with what its validations report', () => {
    expect(() => Template.fromStack(invalidStack())).toThrow('[churn/A] is not finished');
  });

  test('is taken without validations when asked for', () => {
    const template = Template.fromStack(invalidStack(), { skipValidations: true });
    template.resourceCountIs('maker_thing', 1);
  });

  test('loses the default backend also when it fails', () => {
    const stack = invalidStack();
    expect(() => Template.fromStack(stack)).toThrow();
    expect(stack.node.tryFindChild('backend')).toBeUndefined();
  });

  test('fails with its error annotations', () => {
    const stack = stackWithProvider();
    Annotations.of(new Thing(stack, 'A', {})).addError('cannot work');
    expect(failureOf(() => Template.fromStack(stack))).toMatchObject({
      code: 'TemplateStackInvalid',
      message: expect.stringContaining('[churn/A] cannot work'),
    });
    expect(() => Template.fromStack(stack, { skipValidations: true })).not.toThrow();
  });
});

describe('annotations of a stack', () => {
  function annotated(): StackAnnotations {
    const stack = stackWithProvider();
    const thing = new Thing(stack, 'A', {});
    Annotations.of(thing).addWarning('the service retires in 2024');
    Annotations.of(thing).addError('cannot work');
    Aspects.of(stack).add({
      visit: (node) => {
        if (node === stack) Annotations.of(node).addInfo('visited');
      },
    });
    return StackAnnotations.fromStack(stack);
  }

  test('are collected without failing, those of aspects too', () => {
    expect(annotated().all()).toEqual([
      { level: AnnotationLevel.INFO, constructPath: 'churn', message: 'visited' },
      {
        level: AnnotationLevel.WARNING,
        constructPath: 'churn/A',
        message: 'the service retires in 2024',
      },
      { level: AnnotationLevel.ERROR, constructPath: 'churn/A', message: 'cannot work' },
    ]);
  });

  test('can be expected', () => {
    const annotations = annotated();
    annotations.hasError('cannot work');
    annotations.hasWarning(Match.stringMatching(/retires/), 'churn/A');
    annotations.hasInfo('visited', 'churn');
    annotations.hasNo(AnnotationLevel.WARNING, 'cannot work');
    annotations.hasNo(AnnotationLevel.INFO, 'visited', 'churn/A');
  });

  test('fail with the nearest one', () => {
    const annotations = annotated();
    expect(
      failureOf(() => {
        annotations.hasWarning('retired');
      }).message,
    ).toContain(
      'nearest is churn/A:\n  - message: expected "retired", found "the service retires in 2024"',
    );
    expect(
      failureOf(() => {
        annotations.hasNo(AnnotationLevel.ERROR);
      }).message,
    ).toContain('expected no error, found 1:\n  - churn/A');
  });

  test('fail with what there is when there is none of the level', () => {
    const stack = stackWithProvider();
    Annotations.of(stack).addInfo('note');
    expect(
      failureOf(() => {
        StackAnnotations.fromStack(stack).hasError('x');
      }).message,
    ).toContain('there is no error; the stack has info: note');
    expect(
      failureOf(() => {
        StackAnnotations.fromStack(stackWithProvider()).hasError('x');
      }).message,
    ).toContain('the stack has no annotations');
  });
});
