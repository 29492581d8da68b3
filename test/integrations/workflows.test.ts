import {
  INPUTS_MATCH,
  LEAST_PERMISSIONS,
  NO_EXPRESSION_IN_SCRIPTS,
  NO_KEPT_CREDENTIALS,
  NO_SECRETS,
  PINNED,
  type Rule,
  RUNS_NOTHING_OF_IT,
} from './rules';
import { documentOf, mappingsIn, textOf, textsUnder, yamlFiles } from './yaml-files';

const REVIEW_ACTION = 'integrations/github/review/action.yml';
const COMMENT_ACTION = 'integrations/github/comment/action.yml';
const REVIEW_WORKFLOW = 'integrations/github/workflows/review.yml';
const COMMENT_WORKFLOW = 'integrations/github/workflows/review-comment.yml';
const REVIEW_STEPS = 'integrations/azure-devops/review.yml';
const COMMENT_STEPS = 'integrations/azure-devops/comment.yml';
const COMMENT_PIPELINE = 'integrations/azure-devops/examples/comment-pipeline.yml';
const ONE_PIPELINE = 'integrations/azure-devops/examples/one-pipeline.yml';

const { version } = documentOf(textOf('package.json'));

const everywhere = yamlFiles();
const reviewing = [REVIEW_ACTION, REVIEW_WORKFLOW, REVIEW_STEPS];
const commenting = [COMMENT_ACTION, COMMENT_WORKFLOW, COMMENT_STEPS];

describe.each<[string, Rule, readonly string[]]>([
  ['scripts have no expressions in them', NO_EXPRESSION_IN_SCRIPTS, everywhere],
  ['actions are pinned', PINNED, everywhere],
  ['checkouts leave no credentials', NO_KEPT_CREDENTIALS, everywhere],
  ['workflows have the least rights', LEAST_PERMISSIONS, [REVIEW_WORKFLOW, COMMENT_WORKFLOW]],
  ['what runs code of a pull request has no secret', NO_SECRETS, reviewing],
  ['what may comment runs nothing of a pull request', RUNS_NOTHING_OF_IT, commenting],
  ['inputs match', INPUTS_MATCH, [REVIEW_ACTION, COMMENT_ACTION, REVIEW_STEPS, COMMENT_STEPS]],
])('%s', (_, rule, files) => {
  test.each(files)('in %s', (file) => {
    expect(rule(textOf(file))).toEqual([]);
  });
});

describe('a rule sees', () => {
  test.each<[string, Rule, string, string, string]>([
    [
      'the title of a pull request in a script',
      NO_EXPRESSION_IN_SCRIPTS,
      REVIEW_ACTION,
      'run: bash ',
      'run: echo ${{ github.event.pull_request.title }} ',
    ],
    [
      'an input in a script',
      NO_EXPRESSION_IN_SCRIPTS,
      REVIEW_ACTION,
      'run: bash ',
      'run: ${{ inputs.synth }} ',
    ],
    [
      'a parameter in a script',
      NO_EXPRESSION_IN_SCRIPTS,
      REVIEW_STEPS,
      'bash: bash ',
      'bash: ${{ parameters.synth }} ',
    ],
    [
      'a macro in a script',
      NO_EXPRESSION_IN_SCRIPTS,
      REVIEW_STEPS,
      'bash: bash ',
      'bash: echo $(System.PullRequest.SourceBranch) ',
    ],
    [
      'a branch of an action',
      PINNED,
      REVIEW_WORKFLOW,
      /checkout@\w+ # v6.0.2/.source,
      'checkout@main',
    ],
    ['a tag of an action', PINNED, REVIEW_WORKFLOW, /checkout@\w+ # v6.0.2/.source, 'checkout@v6'],
    ['a commit without its tag', PINNED, REVIEW_WORKFLOW, ' # v6.0.2', ''],
    ['a branch of ours', PINNED, COMMENT_WORKFLOW, '@v0.1.0', '@main'],
    [
      'credentials that are kept',
      NO_KEPT_CREDENTIALS,
      REVIEW_WORKFLOW,
      'persist-credentials: false',
      'persist-credentials: true',
    ],
    [
      'credentials that are kept by default',
      NO_KEPT_CREDENTIALS,
      REVIEW_STEPS,
      '    persistCredentials: false\n',
      '',
    ],
    [
      'pull_request_target',
      LEAST_PERMISSIONS,
      REVIEW_WORKFLOW,
      'on: pull_request',
      'on: pull_request_target',
    ],
    ['a second trigger', LEAST_PERMISSIONS, COMMENT_WORKFLOW, 'on:\n', 'on:\n  pull_request:\n'],
    [
      'a further right',
      LEAST_PERMISSIONS,
      REVIEW_WORKFLOW,
      'contents: read',
      'contents: read\n  pull-requests: write',
    ],
    [
      'all rights',
      LEAST_PERMISSIONS,
      COMMENT_WORKFLOW,
      /permissions:\n.*\n.*\n/.source,
      'permissions: write-all\n',
    ],
    [
      'rights that a job takes',
      LEAST_PERMISSIONS,
      REVIEW_WORKFLOW,
      '    timeout-minutes',
      '    permissions: { issues: write }\n    timeout-minutes',
    ],
    [
      'no rights, which are those of the repository',
      LEAST_PERMISSIONS,
      REVIEW_WORKFLOW,
      'permissions:\n  contents: read\n',
      '',
    ],
    ['a secret', NO_SECRETS, REVIEW_WORKFLOW, 'fail-on: never', 'fail-on: ${{ secrets.KEY }}'],
    [
      'a checkout',
      RUNS_NOTHING_OF_IT,
      COMMENT_WORKFLOW,
      'steps:',
      'steps:\n      - uses: actions/checkout@v6',
    ],
    ['a script', RUNS_NOTHING_OF_IT, COMMENT_WORKFLOW, 'steps:', 'steps:\n      - run: npm ci'],
    [
      'an artifact in the workspace',
      RUNS_NOTHING_OF_IT,
      COMMENT_ACTION,
      'path: \\$\\{\\{ runner.temp \\}\\}/',
      'path: ',
    ],
    [
      'a checkout of the pull request',
      RUNS_NOTHING_OF_IT,
      COMMENT_STEPS,
      'default: cdktf_azureml',
      'default: self',
    ],
    [
      'an input that is not declared',
      INPUTS_MATCH,
      REVIEW_ACTION,
      'inputs.synth',
      'inputs.synthesis',
    ],
  ])('%s', (_, rule, file, from, to) => {
    const text = textOf(file);
    const broken = text.replace(new RegExp(from), () => to);
    expect(broken).not.toBe(text);
    expect(rule(broken)).not.toEqual([]);
  });
});

describe('the examples', () => {
  test.each([REVIEW_WORKFLOW, COMMENT_WORKFLOW])(
    'name the version of the package in %s',
    (file) => {
      const own = textsUnder(documentOf(textOf(file)), 'uses').filter((one) =>
        one.startsWith('OWNER'),
      );
      expect(own).toHaveLength(1);
      expect(own.map((one) => one.split('@')[1])).toEqual([`v${String(version)}`]);
    },
  );

  test('name the version of the package for Azure DevOps', () => {
    const versions = everywhere.flatMap((file) =>
      mappingsIn(documentOf(textOf(file))).flatMap(({ repository, ref }) =>
        repository === 'cdktf_azureml' ? [ref] : [],
      ),
    );
    expect(versions).toHaveLength(3);
    expect(new Set(versions)).toEqual(new Set([`refs/tags/v${String(version)}`]));
  });

  test('comment on what the reviewing workflow of the same name keeps', () => {
    const { on } = documentOf(textOf(COMMENT_WORKFLOW));
    expect(on).toEqual({ workflow_run: { workflows: ['review'], types: ['completed'] } });
    expect(documentOf(textOf(REVIEW_WORKFLOW))['name']).toBe('review');
  });

  test.each([COMMENT_PIPELINE, ONE_PIPELINE])('never review and comment in one job: %s', (file) => {
    const jobs = mappingsIn(documentOf(textOf(file))).filter(({ job }) => job !== undefined);
    const templates = jobs.map((job) => textsUnder(job, 'template'));
    expect(templates.flat().length).toBeGreaterThan(0);
    expect(templates.filter((one) => one.length !== 1)).toEqual([]);
  });

  test('the token of Azure DevOps is in the step that posts and nowhere else', () => {
    const holding = everywhere.flatMap((file) =>
      mappingsIn(documentOf(textOf(file))).flatMap((mapping) =>
        Object.values(mapping).some(
          (value) => typeof value === 'string' && value.includes('System.AccessToken'),
        )
          ? [`${file} ${Object.keys(mapping).join(' ')}`]
          : [],
      ),
    );
    expect(holding).toHaveLength(1);
    expect(holding[0]).toMatch(/^integrations\/azure-devops\/comment\.yml .*SYSTEM_ACCESSTOKEN$/);
  });
});
