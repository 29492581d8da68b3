import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { codeBlocks } from '../support/documents';
import { folderOf } from '../support/folder';
import { ROOT } from '../support/repository';
import { execute } from './execute';
import { fakeReviewer, git, pullRequest, SYNTH } from './pull-request';
import { documentOf, type Mapping, mappingOf, mappingsIn, textOf, yamlFiles } from './yaml-files';

const DOCUMENT = 'docs/review.md';

/** A folder of programs that are found before others. */
function programs(bodies: Readonly<Record<string, string>>): string {
  const scripts = Object.entries(bodies).map(
    ([name, body]) => [name, `#!/usr/bin/env bash\n${body}\n`] as const,
  );
  const folder = folderOf(Object.fromEntries(scripts));
  for (const name of Object.keys(bodies)) chmodSync(join(folder, name), 0o755);
  return `${folder}:${process.env['PATH'] ?? ''}`;
}

/** Plans into the file that it is told, and shows any plan as one of the stack that it is in. */
const TERRAFORM = `
for argument; do case $argument in -chdir=*) cd "\${argument#-chdir=}"; shift ;; esac; done
echo "$1 $PWD" >>"$CALLS"
case $1 in
  plan) echo "planned"; while [ $# -gt 0 ]; do [ "$1" != -out ] || echo secret >"$2"; shift; done ;;
  show) [ "$(cat "$3")" = secret ] && echo "{\\"plan\\":\\"$(basename "$PWD")\\"}" ;;
esac`;

describe('the recipe for a shell', () => {
  const script = join(ROOT, 'integrations/shell/review-plans.sh');
  const stacks = { 'cdktf.out/stacks/churn/x': '', 'cdktf.out/stacks/fraud/x': '' };

  test('plans every stack, reviews the plans together and keeps none', async () => {
    const folder = folderOf(stacks);
    const env = {
      PATH: programs({ terraform: TERRAFORM }),
      CALLS: join(folder, 'calls'),
      TMPDIR: folderOf({}),
      REVIEW_COMMAND: `echo`,
    };
    const { code, log } = await execute(['bash', script, 'cdktf.out', '--exit-code'], {
      cwd: folder,
      env,
    });
    expect(code).toBe(0);
    expect(log).toMatch(
      /^review \S+\/churn\.json \S+\/fraud\.json --synth cdktf\.out --exit-code$/m,
    );
    expect(
      readFileSync(env.CALLS, 'utf8').match(/^(init|plan|show) .*(churn|fraud)$/gm),
    ).toHaveLength(6);
    expect(readdirSync(env.TMPDIR)).toEqual([]);
  });

  test('prints the review and nothing else, and ends as it does', async () => {
    const folder = folderOf(stacks);
    const env = {
      PATH: programs({ terraform: TERRAFORM, review: 'cat "$2" "$3"; exit 11' }),
      CALLS: join(folder, 'calls'),
      REVIEW_COMMAND: 'review',
    };
    const piped = `bash '${script}' 2>/dev/null`;
    expect(await execute(['bash', '-c', piped], { cwd: folder, env })).toEqual({
      code: 11,
      log: '{"plan":"churn"}\n{"plan":"fraud"}\n',
    });
  });

  test('says where it found no stacks', async () => {
    const ended = await execute(['bash', script], { cwd: folderOf({}) });
    expect(ended).toEqual({ code: 1, log: 'review: no stacks in cdktf.out\n' });
  });
});

describe('the recipe for Atlantis', () => {
  const server = documentOf(textOf('integrations/atlantis/repos.yaml'));
  const project = documentOf(textOf('integrations/atlantis/atlantis.yaml'));

  test('reviews the plan that Atlantis made', async () => {
    const workflow = mappingOf(mappingOf(server['workflows'])['cdktf']);
    const steps = mappingOf(workflow['plan'])['steps'] as readonly unknown[];
    const { run } = steps.at(-1) as Mapping;
    const folder = folderOf({ 'churn.tfplan': 'secret' });
    const env = {
      PATH: programs({ terraform: TERRAFORM, npx: 'echo "$NO_COLOR $*"; cat' }),
      CALLS: join(folder, 'calls'),
      PLANFILE: join(folder, 'churn.tfplan'),
      DIR: folder,
    };
    const { code, log } = await execute(['sh', '-c', String(run)], { cwd: folder, env });
    expect(code).toBe(0);
    expect(log).toContain(`1 --no-install cdktf-azureml review - --synth ${folder}\n{"plan":`);
  });

  test('has projects of workflows that the server allows', () => {
    const [repository] = server['repos'] as readonly Mapping[];
    const named = mappingsIn(project['projects']).flatMap(({ workflow }) => workflow ?? []);
    expect(named).toEqual(repository?.['allowed_workflows']);
    expect(Object.keys(mappingOf(server['workflows']))).toEqual(named);
  });
});

describe('the document', () => {
  const text = textOf(DOCUMENT);

  test('has a recipe that works in a clone, without touching what is installed there', async () => {
    const [block] = codeBlocks(DOCUMENT).filter((one) => one.text.includes('shell/review.sh'));
    const app = {
      'cdktf.json': '{}',
      '.gitignore': 'node_modules\ncdktf.out\n',
      'stacks/a/cdk.tf.json': '1',
    };
    const change = { 'stacks/a/cdk.tf.json': '2' };
    const { origin } = await pullRequest({ start: app, change });
    await git(origin, 'checkout', '--quiet', 'feature');
    await git(origin, 'update-ref', 'refs/remotes/origin/main', 'main');
    mkdirSync(join(origin, 'node_modules'));
    symlinkSync(ROOT, join(origin, 'node_modules', 'cdktf-azureml'));
    const env = {
      REVIEW_INSTALL: 'touch installed',
      REVIEW_SYNTH: SYNTH,
      REVIEW_COMMAND: fakeReviewer(),
      TMPDIR: folderOf({}),
    };
    const { code, log } = await execute(['bash', '-c', block?.text ?? 'exit 9'], {
      cwd: origin,
      env,
    });
    expect(code).toBe(0);
    expect(log).toContain('text, at most 64000, yes');
    expect(log).toContain('a/cdk.tf.json differ');
    expect(existsSync(join(origin, 'installed'))).toBe(false);
    expect(await git(origin, 'status', '--porcelain')).toBe('');
  });

  test('leads to every file that is meant to be copied or named', () => {
    const linked = [...text.matchAll(/\]\(\.\.\/(integrations\/[^)]+)\)/g)].map(
      ([, file = '']) => file,
    );
    expect(linked.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(yamlFiles().filter((file) => !linked.includes(file))).toEqual([]);
  });

  test('and the package have them', () => {
    expect(documentOf(textOf('package.json'))['files']).toContain('integrations');
  });
});
