import fc from 'fast-check';
import { DataType } from '../../lib/machine-learning/pipeline/data-type';
import { PipelineArgument } from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { PipelineInput } from '../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../lib/machine-learning/pipeline/published-pipeline';
import { StepInput } from '../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../lib/machine-learning/pipeline/steps/step-output';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { Schedule } from '../../lib/machine-learning/schedule/schedule';
import { CondaFile } from '../../lib/machine-learning/environment/conda-file';
import { Environment } from '../../lib/machine-learning/environment/environment';
import { Template } from '../../lib/testing';
import { tricky } from '../core/tricky-text';
import { existingPlatform } from '../support/stack';
import { pipelineOf, stepOf } from './setup';

/** What varies in a pipeline with its schedule and environment. */
interface Declaration {
  readonly text: string | undefined;
  readonly number: number;
  readonly flag: boolean;
  readonly steps: readonly (readonly number[])[];
  readonly outputType: DataType;
}

const declarations: fc.Arbitrary<Declaration> = fc.record({
  text: fc.option(tricky, { nil: undefined }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  flag: fc.boolean(),
  steps: fc.array(fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 3 }), {
    minLength: 1,
    maxLength: 5,
  }),
  outputType: fc.constantFrom(DataType.URI_FOLDER, DataType.URI_FILE, DataType.MLTABLE),
});

/** The stack of a declaration; keys of its props are given in the order asked for. */
function stackOf({ text, number, flag, steps, outputType }: Declaration, isReversed = false) {
  const platform = existingPlatform();
  const { stack, workspace } = platform;
  const ordered = <T extends object>(props: T): T =>
    (isReversed ? Object.fromEntries(Object.entries(props).reverse()) : props) as T;
  const label = text === '' ? undefined : text;
  const environment = new Environment(
    stack,
    'Environment',
    ordered({
      name: 'sklearn',
      workspace,
      image: 'python:3.11',
      conda: CondaFile.fromText(`dependencies: []\n# ${text ?? ''}`),
      description: label,
    }),
  );
  const pipeline = pipelineOf(
    platform,
    ordered({
      description: text,
      displayName: label,
      inputs: ordered({
        number: PipelineInput.number(number, ordered({ description: text, optional: flag })),
        text: PipelineInput.string(text ?? 'x'),
      }),
      steps: [],
    }),
  );
  steps.forEach((before, index) => {
    const inputs = before
      .filter((other) => other < index)
      .map((other) => [`from${String(other)}`, StepInput.fromStep(`s${String(other)}`, 'out')]);
    pipeline.addStep(
      stepOf(
        `s${String(index)}`,
        ordered({
          environment,
          inputs: ordered({
            ...(Object.fromEntries(inputs) as { readonly [name: string]: StepInput }),
            number: pipeline.input('number'),
          }),
          outputs: { out: StepOutput.of(outputType) },
          environmentVariables: ordered({ TEXT: text ?? '', OTHER: 'x' }),
          description: text,
          reuse: flag,
        }),
      ),
    );
  });
  const published = new PublishedPipeline(
    stack,
    'Published',
    ordered({ pipeline, forceRerun: flag }),
  );
  new Schedule(
    stack,
    'Nightly',
    ordered({
      pipeline: published,
      trigger: Recurrence.daily({ at: '04:30' }),
      description: text,
      enabled: flag,
      arguments: ordered({
        number: PipelineArgument.literal(number),
        text: PipelineArgument.literal(`x${text ?? ''}`),
      }),
    }),
  );
  return stack;
}

function jsonOf(declaration: Declaration, isReversed = false): string {
  return JSON.stringify(Template.fromStack(stackOf(declaration, isReversed)).toJson());
}

function bodiesIn(json: string): readonly unknown[] {
  const { resource } = JSON.parse(json) as {
    readonly resource: {
      readonly [type: string]: { readonly [name: string]: { readonly body?: unknown } };
    };
  };
  return Object.values(resource).flatMap((blocks) =>
    Object.values(blocks).flatMap(({ body }) => (body === undefined ? [] : [body])),
  );
}

/** Paths of all that is null or empty by mistake. */
function holesIn(value: unknown, path = ''): readonly string[] {
  if (value === null || value === undefined) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => holesIn(member, `${path}.${key}`));
}

describe('any pipeline', () => {
  test('is synthesized to the same bytes twice', () => {
    fc.assert(
      fc.property(declarations, (declaration) => {
        expect(jsonOf(declaration)).toBe(jsonOf(declaration));
      }),
      { numRuns: 30 },
    );
  });

  test('has bodies without null or undefined', () => {
    fc.assert(
      fc.property(declarations, (declaration) => {
        const bodies = bodiesIn(jsonOf(declaration));
        expect(bodies.length).toBeGreaterThan(5);
        expect(bodies.flatMap((body) => holesIn(body))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('has versions that do not depend on the order of props', () => {
    const versions = (json: string) =>
      [...json.matchAll(/Version-([0-9a-f]{16})_/g)].map(([, one]) => one);
    fc.assert(
      fc.property(declarations, (declaration) => {
        const straight = versions(jsonOf(declaration));
        expect(straight.length).toBeGreaterThan(2);
        expect([...versions(jsonOf(declaration, true))].sort()).toEqual([...straight].sort());
      }),
      { numRuns: 30 },
    );
  });

  test('gives Terraform no text that it would take for a template', () => {
    fc.assert(
      fc.property(declarations, (declaration) => {
        const plain = jsonOf(declaration).replaceAll(
          /\$\{[a-z_]+\.[\w-]+\.(?:id|name|output\.\w+)\}/g,
          '',
        );
        expect(plain).not.toContain('TfToken');
        expect(plain.replaceAll(/(?:\$\$|%%)\{/g, ' escaped ')).not.toMatch(
          /(?<!\$)\$\{|(?<!%)%\{/,
        );
      }),
      { numRuns: 30 },
    );
  });
});
