import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/repository';
import { compiledCli } from './compiled-cli';
import { type Checkout, fakeReviewer, pullRequest, SYNTH } from './pull-request';
import { runAction, runTemplate, type StepsRequest } from './steps';

const ACTION = 'integrations/github/review/action.yml';
const TEMPLATE = 'integrations/azure-devops/review.yml';

/** A stack with one cluster, as cdktf writes it. */
function stack(name: string, vmSize: string, maxNodes: number): string {
  const cluster = {
    name: 'cpu',
    location: 'westeurope',
    machine_learning_workspace_id: '${azurerm_machine_learning_workspace.ws.id}',
    vm_priority: 'Dedicated',
    vm_size: vmSize,
    scale_settings: {
      min_node_count: 0,
      max_node_count: maxNodes,
      scale_down_nodes_after_idle_duration: 'PT15M',
    },
  };
  return JSON.stringify({
    '//': { metadata: { backend: 'local', stackName: name, version: '0.21.0' } },
    resource: { azurerm_machine_learning_compute_cluster: { cpu: cluster } },
  });
}

function app(churn: readonly [string, number]): Readonly<Record<string, string>> {
  return {
    'cdktf.json': '{}',
    'package.json': '{ "name": "app", "private": true }',
    'stacks/churn/cdk.tf.json': stack('churn', ...churn),
    'stacks/fraud/cdk.tf.json': stack('fraud', 'Standard_DS3_v2', 4),
  };
}

function requestOf({ folder, head }: Checkout, command: string): StepsRequest {
  return {
    cwd: folder,
    inputs: { install: '', synth: SYNTH, command },
    context: {
      'github.event.pull_request.head.sha': head,
      'System.PullRequest.SourceCommitId': head,
    },
  };
}

describe('a pull request that changes stacks', () => {
  let cli: string;

  beforeAll(() => {
    cli = compiledCli();
  });

  test.each([
    ['nothing', ['Standard_DS3_v2', 4], 'Nothing to do'],
    ['changes', ['Standard_DS3_v2', 8], '1 to update'],
    ['dangerous', ['Standard_DS4_v2', 4], '1 to replace'],
  ] as const)('is reviewed as %s', async (verdict, cluster, told) => {
    const history = { start: app(['Standard_DS3_v2', 4]), change: app(cluster) };
    const ended = await runAction(ACTION, requestOf(await pullRequest(history), cli));
    expect(ended.code === 0 ? '' : ended.log).toBe('');
    expect(ended.outputs).toEqual({ verdict });
    expect(ended.summary).toMatch(/^<!-- cdktf-azureml review -->\n/);
    expect(ended.summary).toContain(told);
    const results = join(ended.temp, 'cdktf-azureml-review');
    const json: unknown = JSON.parse(readFileSync(join(results, 'review.json'), 'utf8'));
    expect(json).toMatchObject({
      source: 'synth',
      stacks: ['churn', 'fraud'],
      verdict: { level: verdict },
    });
    expect(readFileSync(join(results, 'review.sarif'), 'utf8')).toContain('"version": "2.1.0"');
    expect(readFileSync(join(results, 'review.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });
});

describe('the template of Azure DevOps', () => {
  /** What an install leaves: the package with its scripts. */
  const INSTALL = `mkdir -p node_modules && ln -sfn '${ROOT}' node_modules/cdktf-azureml`;

  test.each([
    ['never', 0],
    ['changes', 1],
  ])(
    'reviews with the scripts of the package and, told to fail on %s, ends with %d',
    async (failOn, code) => {
      const checkout = await pullRequest({
        start: app(['Standard_DS3_v2', 4]),
        change: app(['Standard_DS3_v2', 8]),
      });
      const request = requestOf(checkout, fakeReviewer());
      const ended = await runTemplate(TEMPLATE, {
        ...request,
        inputs: { ...request.inputs, install: INSTALL, failOn },
      });
      expect(ended.code).toBe(code);
      const results = join(ended.temp, 'cdktf-azureml-review');
      expect(readFileSync(join(results, 'verdict'), 'utf8')).toBe('changes\n');
      expect(readFileSync(join(results, 'review.md'), 'utf8')).toContain('at most 148000');
      expect(ended.log).toContain(`##vso[task.uploadsummary]${results}/review.md`);
      expect(ended.log.match(/synthesized with read/g)).toHaveLength(2);
    },
  );

  test('fails where the change does not install', async () => {
    const checkout = await pullRequest({ start: app(['a', 1]), change: app(['a', 2]) });
    const request = requestOf(checkout, fakeReviewer());
    const ended = await runTemplate(TEMPLATE, {
      ...request,
      inputs: { ...request.inputs, install: 'exit 3' },
    });
    expect(ended.code).not.toBe(0);
    expect(ended.log).not.toContain('synthesized');
  });
});
