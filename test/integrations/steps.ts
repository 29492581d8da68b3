import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../support/repository';
import { execute } from './execute';
import { documentOf, type Mapping, mappingOf, textOf } from './yaml-files';

/** What the steps of an action or a template came to. */
export interface StepsEnded {
  /** Exit code of the last step that failed, else 0. */
  readonly code: number;
  readonly log: string;
  readonly outputs: Mapping;
  readonly summary: string;
  /** Folder that the host gives for temporary files. */
  readonly temp: string;
}

/** What steps are run with. */
export interface StepsRequest {
  readonly cwd: string;
  /** Inputs of an action, parameters of a template; others have their defaults. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What expressions and macros may name, such as `github.event.pull_request.head.sha`. */
  readonly context?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the scripts of a composite action of GitHub, as a runner does; what it `uses` is left out. */
export async function runAction(file: string, request: StepsRequest): Promise<StepsEnded> {
  const document = documentOf(textOf(file));
  const declared = mappingOf(document['inputs']);
  const defaults = Object.entries(declared).map(
    ([name, input]) => [name, String(mappingOf(input)['default'] ?? '')] as const,
  );
  const steps = mappingOf(document['runs'])['steps'];
  return runSteps({ steps, script: 'run', prefix: 'inputs', defaults, file }, request);
}

/** Runs the scripts of a template of Azure Pipelines, as an agent does; tasks are left out. */
export async function runTemplate(file: string, request: StepsRequest): Promise<StepsEnded> {
  const { parameters, steps } = documentOf(textOf(file));
  const defaults = (parameters as readonly Mapping[]).map(
    (one) => [String(one['name']), String(one['default'] ?? '')] as const,
  );
  return runSteps({ steps, script: 'bash', prefix: 'parameters', defaults, file }, request);
}

interface Definition {
  readonly steps: unknown;
  /** Key of a step that holds its script. */
  readonly script: string;
  readonly prefix: string;
  readonly defaults: readonly (readonly [string, string])[];
  readonly file: string;
}

async function runSteps(
  { steps, script, prefix, defaults, file }: Definition,
  { cwd, inputs = {}, context = {}, env = {} }: StepsRequest,
): Promise<StepsEnded> {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  const files = { output: join(temp, 'output'), summary: join(temp, 'summary') };
  for (const one of Object.values(files)) writeFileSync(one, '');
  const known = new Map([
    ...Object.entries({ 'runner.temp': temp, 'Agent.TempDirectory': temp, ...context }),
    ...[...defaults, ...Object.entries(inputs)].map(
      ([name, value]) => [`${prefix}.${name}`, value] as const,
    ),
  ]);
  const filled = (text: unknown) =>
    String(text).replaceAll(EXPRESSION, (_, a, b) => known.get(String(a ?? b)) ?? '');
  const ended = { code: 0, log: '' };
  for (const step of steps as readonly Mapping[]) {
    const { [script]: text, env: own, if: when, condition, workingDirectory } = step;
    if (typeof text !== 'string') continue;
    if (ended.code !== 0 && !/cancell?ed\(\)/.test(String(when ?? condition))) continue;
    const entries = Object.entries(mappingOf(own)).map(([key, value]) => [key, filled(value)]);
    const { code, log } = await execute(
      ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', text],
      {
        cwd: workingDirectory === undefined ? cwd : join(cwd, filled(workingDirectory)),
        env: {
          TMPDIR: temp,
          ...(script === 'run' ? onGitHub(temp, files, file) : { AGENT_TEMPDIRECTORY: temp }),
          ...env,
          ...(Object.fromEntries(entries) as Record<string, string>),
        },
      },
    );
    ended.log += log;
    if (code !== 0) ended.code = code;
  }
  const outputs = readFileSync(files.output, 'utf8').trim().split('\n');
  return {
    ...ended,
    outputs: Object.fromEntries(outputs.filter(Boolean).map((line) => line.split('='))) as Mapping,
    summary: readFileSync(files.summary, 'utf8'),
    temp,
  };
}

const EXPRESSION = /\$\{\{ ([\w.-]+) \}\}|\$\(([\w.]+)\)/g;

function onGitHub(
  temp: string,
  { output, summary }: { readonly output: string; readonly summary: string },
  file: string,
): Readonly<Record<string, string>> {
  return {
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_ACTION_PATH: dirname(join(ROOT, file)),
  };
}
