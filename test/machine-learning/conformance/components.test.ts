import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { Code } from '../../../lib/machine-learning/code/code';
import { folderOf } from '../../support/folder';
import { existingPlatform } from '../../support/stack';
import { pipelineOf, specsOf, stepOf } from '../setup';
import {
  describeSamples,
  entriesOf,
  objectAt,
  picked,
  samplesOf,
  type Sample,
  type SampleObject,
} from './samples';

/** What this library says of a command component, beside references that are its own. */
const SHARED = ['$schema', 'type', 'display_name', 'is_deterministic', 'command', '_source'];

const specOf = ({ body }: Sample) => objectAt(body.properties, 'componentSpec');

/** Type of an input or output, and whether it may be left out; the library has no other properties of them. */
function portsOf(spec: SampleObject, key: 'inputs' | 'outputs'): SampleObject {
  return Object.fromEntries(
    entriesOf(objectAt(spec, key)).map(([name, port]) => [
      name,
      picked(port, ['type', 'optional']),
    ]),
  );
}

function isExpressible(spec: SampleObject): boolean {
  const ports = [...entriesOf(portsOf(spec, 'inputs')), ...entriesOf(portsOf(spec, 'outputs'))];
  return (
    spec['type'] === 'command' &&
    ports.every(([, { type }]) => Object.values(DataType).includes(type as DataType))
  );
}

/** The specification that the library makes of the same declaration. */
function declared(spec: SampleObject): SampleObject {
  const platform = existingPlatform();
  const inputs = entriesOf(portsOf(spec, 'inputs')).map(([name, { type, optional }]) => [
    name,
    PipelineInput.of({ type: type as DataType, optional: optional === true }),
  ]);
  const outputs = entriesOf(portsOf(spec, 'outputs')).map(([name, { type }]) => [
    name,
    StepOutput.of(type as DataType),
  ]);
  const pipeline = pipelineOf(platform, {
    name: 'around',
    inputs: Object.fromEntries(inputs) as { readonly [name: string]: PipelineInput },
    steps: [],
  });
  pipeline.addStep(
    stepOf('it', {
      command: spec['command'] as string,
      displayName: spec['display_name'] as string,
      code: Code.fromDirectory(folderOf({ 'main.py': '' })),
      inputs: Object.fromEntries(inputs.map(([name]) => [name, pipeline.input(name as string)])),
      outputs: Object.fromEntries(outputs) as { readonly [name: string]: StepOutput },
    }),
  );
  new PublishedPipeline(platform.stack, 'Published', { pipeline });
  return JSON.parse(
    JSON.stringify(specsOf(platform.stack)['around_it']).replaceAll('$${', '${'),
  ) as SampleObject;
}

describeSamples('command components of public YAML', () => {
  const specs = samplesOf('component')
    .map((sample) => [sample.source, specOf(sample)] as const)
    .filter(([, spec]) => isExpressible(spec));

  test('are many', () => {
    expect(specs.length).toBeGreaterThan(25);
  });

  test.each(specs)('%s is what the SDK makes of it', (_, spec) => {
    const own = declared(spec);
    expect(picked(own, SHARED)).toEqual({
      ...picked(spec, SHARED),
      $schema: 'https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json',
    });
    expect(portsOf(own, 'inputs')).toEqual(portsOf(spec, 'inputs'));
    expect(portsOf(own, 'outputs')).toEqual(portsOf(spec, 'outputs'));
    for (const key of ['name', 'version', 'code', 'environment']) {
      expect(own[key]).toEqual(expect.any(String));
    }
  });
});
