import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResourceChange, ReviewInput } from '../../lib/review/model';
import { readPlans } from '../../lib/review/read/read-plans';
import { Review } from '../../lib/review/review';
import { run } from '../../lib/cli/run';
import { folderOf } from '../support/folder';

jest.mock('cdktf', () => {
  throw new TypeError('cdktf was loaded');
});

const ARM =
  '/subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/w';
const WORKSPACES = 'Microsoft.MachineLearningServices/workspaces';
const TRIGGER = { triggerType: 'Recurrence', frequency: 'day', interval: 1, timeZone: 'UTC' };

function azapi(index: number, type: string, change: object): object {
  return {
    address: `azapi_resource.x${String(index)}`,
    mode: 'managed',
    type: 'azapi_resource',
    name: `x${String(index)}`,
    provider_name: 'registry.terraform.io/azure/azapi',
    change: { after_unknown: {}, ...change, type },
  };
}

function version(index: number, asset: string, spec: object): object {
  return {
    type: `${WORKSPACES}/components/versions@2025-06-01`,
    name: String(index),
    parent_id: `${ARM}/components/${asset}`,
    body: { properties: { componentSpec: spec } },
  };
}

/** Of four resources one is a version, one the version before it, one a schedule that moves to it, one a role. */
function resource(index: number): object {
  const group = Math.floor(index / 4);
  const pointer = (id: number) => ({
    type: `${WORKSPACES}/schedules@2025-06-01`,
    name: `s${String(index)}`,
    body: {
      properties: {
        trigger: TRIGGER,
        action: { jobDefinition: { componentId: `${ARM}/components/a/versions/${String(id)}` } },
      },
    },
  });
  const changes = [
    { actions: ['create'], before: null, after: version(index, `a${String(group)}`, {}) },
    { actions: ['delete'], before: version(index, `a${String(group)}`, {}), after: null },
    { actions: ['update'], before: pointer(index), after: pointer(index + 1) },
    {
      actions: ['create'],
      before: null,
      after: {
        type: 'Microsoft.Authorization/roleAssignments@2022-04-01',
        name: `r${String(index)}`,
      },
    },
  ];
  return azapi(index, '', changes[index % 4] ?? {});
}

function bytesOf(count: number): Buffer {
  const changes = Array.from({ length: count }, (_, index) => resource(index));
  return Buffer.from(JSON.stringify({ format_version: '1.2', resource_changes: changes }));
}

/** How often a review asks its changes for something. */
function questionsIn(count: number): number {
  let asked = 0;
  const counting = (change: ResourceChange) =>
    new Proxy(change, {
      get: (target, key) => {
        asked += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
  const { stacks, ...rest } = readPlans([{ name: 'plan.json', bytes: bytesOf(count) }]);
  const input: ReviewInput = {
    ...rest,
    stacks: stacks.map((stack) => {
      const resources = stack.resources.map(counting);
      return { ...stack, resources, changes: resources };
    }),
  };
  expect(Review.of(input).changes).toHaveLength(count);
  return asked;
}

describe('the cost of a review', () => {
  test('grows with the number of resources, and no faster', () => {
    const [few, many] = [questionsIn(80), questionsIn(800)];
    expect(many / few).toBeLessThan(11);
  });

  test('is told of by whatever loads cdktf', () => {
    expect(() => jest.requireMock<object>('cdktf')).toThrow('cdktf was loaded');
  });

  test.each(['text', 'markdown', 'json', 'sarif'])(
    'is not that of loading cdktf: %s',
    async (format) => {
      const file = join(folderOf({}), 'plan.json');
      writeFileSync(file, bytesOf(8));
      const told: string[] = [];
      const output = {
        out: (line: string) => told.push(line),
        note: (line: string) => told.push(line),
      };
      expect(await run(['review', file, '--format', format], output)).toBe(0);
      expect(told.join('\n')).not.toBe('');
    },
  );
});
