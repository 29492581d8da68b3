import type { Construct } from 'constructs';
import { CondaFile } from '../../../lib/machine-learning/environment/conda-file';
import {
  Environment,
  type EnvironmentProps,
} from '../../../lib/machine-learning/environment/environment';
import type { EnvironmentAttributes } from '../../../lib/machine-learning/environment/environment-attributes';
import { EnvironmentOs } from '../../../lib/machine-learning/environment/environment-options';
import { Template } from '../../../lib/testing';
import {
  codesIn,
  declaredPlatform,
  existingPlatform,
  existingWorkspace,
  freshStack,
  problemsIn,
  resolvedIn,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { emitted, ML, onlyEmitted } from '../setup';

const CONDA = CondaFile.fromText('dependencies: [pip]');

function environmentIn(
  scope: Construct,
  props: Partial<EnvironmentProps> = {},
  id = 'Sklearn',
): Environment {
  const workspace = props.workspace ?? existingWorkspace(scope, `Around-${id}`);
  return new Environment(scope, id, { name: 'sklearn', image: 'python:3.11', ...props, workspace });
}

function addressOf(props: Partial<EnvironmentProps>): string {
  const stack = freshStack();
  environmentIn(stack, props);
  return [...emitted(stack, 'environments/versions').keys()].join();
}

describe('an environment', () => {
  test('is a version named by its content, whose body Azure may rewrite', () => {
    const stack = freshStack();
    const { version } = environmentIn(stack);
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect(onlyEmitted(stack, 'environments/versions')).toEqual({
      type: `${ML}/environments/versions@2025-06-01`,
      name: version,
      parent_id: `${WORKSPACE_ID}/environments/sklearn`,
      body: { properties: { image: 'python:3.11', osType: 'Linux' } },
      lifecycle: { ignore_changes: ['body'] },
    });
  });

  test('takes packages, description, tags and a version of its own', () => {
    const stack = freshStack();
    environmentIn(stack, {
      conda: CONDA,
      version: '2026.1',
      description: 'costs ${5}',
      tags: { team: '%{churn}' },
    });
    Template.fromStack(stack).hasResource('azapi_resource', {
      name: '2026.1',
      body: {
        properties: {
          condaFile: 'dependencies: [pip]',
          description: 'costs $${5}',
          tags: { team: '%%{churn}' },
        },
      },
    });
  });

  test('is named by specifications as a reference to its id', () => {
    const stack = freshStack();
    const environment = environmentIn(stack);
    const [address] = emitted(stack, 'environments/versions').keys();
    expect(resolvedIn(stack, environment.environmentReference)).toBe(
      `azureml:\${azapi_resource.${address}.id}`,
    );
  });

  test('does not collide with another one of the same stack', () => {
    const stack = freshStack();
    environmentIn(stack);
    environmentIn(stack, { name: 'other' }, 'Other');
    expect(emitted(stack, 'environments/versions').size).toBe(2);
  });
});

describe('the version of an environment', () => {
  test('is the same for the same content, in whatever order constructs are made', () => {
    const alone = environmentIn(freshStack(), { conda: CONDA }).version;
    const { stack } = declaredPlatform();
    environmentIn(stack, { image: 'other' }, 'Before');
    expect(environmentIn(stack, { conda: CONDA }).version).toBe(alone);
    const twin = CondaFile.fromText('dependencies: [pip]');
    expect(environmentIn(freshStack(), { conda: twin }).version).toBe(alone);
  });

  test.each<Partial<EnvironmentProps>>([
    { name: 'other' },
    { description: 'x' },
    { tags: { x: 'y' } },
  ])('is another one with %j, so that steps and Azure follow', (change) => {
    const version = ({ name = 'sklearn', ...props }: Partial<EnvironmentProps>) =>
      environmentIn(freshStack(), { name, ...props }).version;
    expect(version(change)).not.toBe(version({}));
  });

  test.each<[string, Partial<EnvironmentProps>, Partial<EnvironmentProps>]>([
    ['image', {}, { image: 'python:3.12' }],
    ['packages at all', {}, { conda: CONDA }],
    ['packages', { conda: CONDA }, { conda: CondaFile.fromText('dependencies: [pip, uv]') }],
    ['version', { version: '1' }, { version: '2' }],
  ])('and its address differ for another %s', (_, before, after) => {
    expect(addressOf(after)).not.toBe(addressOf(before));
    expect(addressOf(after)).toBe(addressOf(after));
  });

  test.each<[string, Partial<EnvironmentProps>]>([
    ['the image', { image: tokensIn(freshStack()).text }],
    ['the packages', { conda: CondaFile.fromText(tokensIn(freshStack()).text) }],
  ])('fails when %s is only known at apply, unless it is given', (_, props) => {
    expect(codesIn(() => environmentIn(freshStack(), props))).toEqual(['VersionNotComputable']);
    expect(codesIn(() => environmentIn(freshStack(), { ...props, version: '1' }))).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['1', []],
    ['1.0-rc_1+x', []],
    ['1/2', ['VersionInvalid']],
    ['1 2', ['VersionInvalid']],
    ['1?', ['VersionInvalid']],
    ['', ['PropertyTypeInvalid']],
  ])('fails or not when it is given: %s', (version, codes) => {
    expect(codesIn(() => environmentIn(freshStack(), { version }))).toEqual(codes);
  });

  test('fails when it is given as a token, since it is part of the address', () => {
    const stack = freshStack();
    const version = tokensIn(stack).text;
    expect(codesIn(() => environmentIn(stack, { version }))).toEqual(['PropertyTypeInvalid']);
  });
});

describe('the container of an environment', () => {
  const route = { path: '/score', port: 5001 };

  test('says its system and where it is asked, as part of its content', () => {
    const stack = freshStack();
    environmentIn(stack, {
      osType: EnvironmentOs.WINDOWS,
      inferenceConfig: { scoringRoute: route, livenessRoute: { path: '/live', port: 5002 } },
    });
    expect(onlyEmitted(stack, 'environments/versions').body).toEqual({
      properties: {
        image: 'python:3.11',
        osType: 'Windows',
        inferenceConfig: {
          scoringRoute: { path: '/score', port: 5001 },
          livenessRoute: { path: '/live', port: 5002 },
        },
      },
    });
    const least = environmentIn(freshStack()).version;
    expect(environmentIn(freshStack(), { osType: EnvironmentOs.LINUX }).version).toBe(least);
    expect(environmentIn(freshStack(), { osType: EnvironmentOs.WINDOWS }).version).not.toBe(least);
    const inferenceConfig = { scoringRoute: route };
    expect(environmentIn(freshStack(), { inferenceConfig }).version).not.toBe(least);
  });

  test.each<[Partial<typeof route>, readonly string[]]>([
    [{ port: 1 }, []],
    [{ port: 65_535 }, []],
    [{ port: 0 }, ['InferenceRoutePortOutOfRange']],
    [{ port: 65_536 }, ['InferenceRoutePortOutOfRange']],
    [{ path: '/a' }, []],
    [{ path: 'score' }, ['InferenceRoutePathInvalid']],
    [{ path: '/' }, ['InferenceRoutePathInvalid']],
    [{ path: '' }, ['PropertyTypeInvalid']],
  ])('is asked where it can be: %j', (change, codes) => {
    const inferenceConfig = { scoringRoute: { ...route, ...change } };
    expect(codesIn(() => environmentIn(freshStack(), { inferenceConfig }))).toEqual(codes);
  });
});

describe('two environments of one name', () => {
  test('stand side by side where their content differs', () => {
    const stack = freshStack();
    environmentIn(stack);
    environmentIn(stack, { image: 'python:3.12' }, 'Other');
    expect(emitted(stack, 'environments/versions').size).toBe(2);
  });

  test.each<[string, Partial<EnvironmentProps>, Partial<EnvironmentProps>]>([
    ['content', {}, {}],
    ['version', { version: '1' }, { version: '1', image: 'python:3.12' }],
    ['version, in another case', { version: 'rc' }, { version: 'RC', name: 'SKLEARN' }],
  ])('are refused where they have the same %s', (_, first, second) => {
    const stack = freshStack();
    environmentIn(stack, first);
    const [problem] = problemsIn(() => environmentIn(stack, second, 'Other'));
    expect([problem?.code, problem?.must]).toEqual([
      'EnvironmentVersionTaken',
      expect.stringContaining('churn/Sklearn '),
    ]);
  });
});

describe('the name of an environment', () => {
  test.each<[string, readonly string[]]>([
    ['a', []],
    ['A.b-c_1', []],
    ['a'.repeat(255), []],
    ['a'.repeat(256), ['EnvironmentNameInvalid']],
    ['.a', ['EnvironmentNameInvalid']],
    ['a b', ['EnvironmentNameInvalid']],
  ])('fails or not: %s', (name, codes) => {
    expect(codesIn(() => environmentIn(freshStack(), { name }))).toEqual(codes);
    expect(codesIn(() => Environment.curated(name, '1'))).toEqual(codes);
    const { workspace } = existingPlatform();
    expect(codesIn(() => Environment.fromVersion(workspace, name, '1'))).toEqual(codes);
  });

  test('may be a token, with a version given by hand', () => {
    const stack = freshStack();
    environmentIn(stack, { name: tokensIn(stack).text, version: '1' });
    expect(onlyEmitted(stack, 'environments/versions').parent_id).toBe(
      `${WORKSPACE_ID}/environments/\${var.Later}`,
    );
  });
});

describe('an existing environment', () => {
  test('of the registry of Microsoft is named by name and version', () => {
    expect(Environment.curated('sklearn-1.5', '35').environmentReference).toBe(
      'azureml://registries/azureml/environments/sklearn-1.5/versions/35',
    );
  });

  test('of a workspace is named by its id', () => {
    const { workspace } = existingPlatform();
    expect(Environment.fromVersion(workspace, 'mine', '3').environmentReference).toBe(
      `azureml:${WORKSPACE_ID}/environments/mine/versions/3`,
    );
  });

  test('of any registry is named by name and version', () => {
    expect(Environment.fromRegistry('contoso', 'mine', '3').environmentReference).toBe(
      'azureml://registries/contoso/environments/mine/versions/3',
    );
  });

  test.each<[string, EnvironmentAttributes, string]>([
    [
      'a version of a registry',
      { registry: 'azureml', name: 'sklearn-1.5', version: '35' },
      'azureml://registries/azureml/environments/sklearn-1.5/versions/35',
    ],
    [
      'a label of a registry',
      { registry: 'azureml', name: 'sklearn-1.5', label: 'latest' },
      'azureml://registries/azureml/environments/sklearn-1.5/labels/latest',
    ],
    [
      'a version of a workspace',
      { workspace: existingPlatform().workspace, name: 'mine', version: '3' },
      `azureml:${WORKSPACE_ID}/environments/mine/versions/3`,
    ],
    [
      'a label of a workspace',
      { workspace: existingPlatform().workspace, name: 'mine', label: 'latest' },
      `azureml:${WORKSPACE_ID}/environments/mine/labels/latest`,
    ],
  ])('by its attributes is %s', (_, attributes, reference) => {
    expect(Environment.fromEnvironmentAttributes(attributes).environmentReference).toBe(reference);
  });

  test.each<[EnvironmentAttributes, readonly string[]]>([
    [{ name: 'mine' }, ['EnvironmentPlaceAmbiguous', 'EnvironmentVersionAmbiguous']],
    [{ name: 'mine', version: '1' }, ['EnvironmentPlaceAmbiguous']],
    [{ name: 'mine', registry: 'azureml' }, ['EnvironmentVersionAmbiguous']],
    [
      { name: 'mine', registry: 'azureml', version: '1', label: 'latest' },
      ['EnvironmentVersionAmbiguous'],
    ],
    [{ name: 'mine', registry: 'az', version: '1' }, ['EnvironmentRegistryInvalid']],
    [{ name: 'mine', registry: 'a'.repeat(33), version: '1' }, []],
    [{ name: 'mine', registry: 'a'.repeat(34), version: '1' }, ['EnvironmentRegistryInvalid']],
    [{ name: 'mine', registry: 'azureml', label: '@latest' }, ['EnvironmentLabelInvalid']],
    [{ name: 'mine', registry: 'azureml', version: 'a/b' }, ['VersionInvalid']],
  ])('is refused or not: %j', (attributes, codes) => {
    expect(codesIn(() => Environment.fromEnvironmentAttributes(attributes))).toEqual(codes);
  });

  test.each<[string, readonly string[]]>([
    ['1', []],
    ['latest-1', []],
    ['latest', ['EnvironmentVersionIsLabel']],
    ['Latest', ['EnvironmentVersionIsLabel']],
  ])('has the version %s or not', (version, codes) => {
    const { workspace } = existingPlatform();
    for (const make of [
      () => Environment.curated('sklearn-1.5', version),
      () => Environment.fromRegistry('azureml', 'sklearn-1.5', version),
      () => Environment.fromVersion(workspace, 'mine', version),
      () => Environment.fromEnvironmentAttributes({ workspace, name: 'mine', version }),
    ]) {
      expect(codesIn(make)).toEqual(codes);
    }
  });

  test('may be named by Terraform altogether', () => {
    const { text } = tokensIn(freshStack());
    const attributes = { name: text, registry: text, label: text };
    expect(codesIn(() => Environment.fromEnvironmentAttributes(attributes))).toEqual([]);
  });

  test('may have name and version from Terraform, but no slash in them', () => {
    const { text } = tokensIn(freshStack());
    expect(codesIn(() => Environment.curated(text, text))).toEqual([]);
    expect(codesIn(() => Environment.curated('a', 'labels/latest'))).toEqual(['VersionInvalid']);
  });
});
