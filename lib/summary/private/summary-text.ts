import type * as Picocolors from 'picocolors';
import { isUnresolved } from '../../core/validation';
import type { StackSummary } from './stack-summary';
import type { Warning } from './warnings';

type Colours = ReturnType<typeof Picocolors.createColors>;

/** In place of a page whose address only Terraform will know. */
const AFTER_APPLY = 'see the output studio_urls, after apply';

/** What a whole app declares. */
interface AppSummary {
  readonly stacks: readonly StackSummary[];
  readonly warnings: readonly Warning[];
  readonly outdir: string;
}

/** All stacks, the warnings of all, and the commands that come next. */
export function renderSummary(
  { stacks, warnings, outdir }: AppSummary,
  colour: boolean | undefined,
): string {
  const colours = picocolors().createColors(colour);
  return [
    ...stacks.map((stack) => renderStack(stack, outdir, colours)),
    section('Warnings', warningLines(warnings, colours), colours),
    section('Next', nextCommands(stacks, outdir), colours),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function renderStack(stack: StackSummary, outdir: string, colours: Colours): string {
  const total = stack.resources.reduce((sum, { count }) => sum + count, 0);
  const heading = `${colours.bold(stack.name)}  ${colours.dim(`${outdir}/stacks/${stack.name}/cdk.tf.json`)}`;
  return [
    heading,
    section(`Declares ${counted(total, 'resource')}`, resourceLines(stack), colours),
    section('Starts a pipeline', triggerLines(stack), colours),
    section('Can be called', endpointLines(stack), colours),
    section('In the studio', studioLines(stack), colours),
    section('Who may do what', grantLines(stack), colours),
    section('Assumed', noteLines(stack), colours),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function section(title: string, lines: readonly string[], colours: Colours): string {
  if (lines.length === 0) return '';
  return [`  ${colours.cyan(title)}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

function resourceLines({ resources }: StackSummary): readonly string[] {
  const services = [...new Set(resources.map(({ service }) => service))];
  return columns(
    services.map((service) => [
      service,
      resources
        .filter((resource) => resource.service === service)
        .map(({ kind, count }) => counted(count, kind))
        .join(', '),
    ]),
  );
}

/** Each trigger, with the next times of one that the clock starts on a line of their own. */
function triggerLines({ triggers }: StackSummary): readonly string[] {
  const heads = columns(
    triggers.map(({ pipeline, when, through, paused }) => [
      pipeline,
      when,
      `by ${through}${paused === true ? ' (paused)' : ''}`,
    ]),
  );
  return heads.flatMap((head, index) => {
    const next = triggers[index]?.next;
    return next === undefined ? [head] : [head, `  next: ${next}`];
  });
}

/** Each endpoint with the command that calls it on a line of its own, to be copied whole. */
function endpointLines({ endpoints }: StackSummary): readonly string[] {
  const heads = columns(
    endpoints.map(({ pipeline, endpoint, paused }) => [
      pipeline,
      `${endpoint}${paused === true ? ' (disabled)' : ''}`,
    ]),
  );
  return heads.flatMap((head, index) => {
    const { command, paused } = endpoints[index] ?? {};
    return command === undefined || paused === true ? [head] : [head, `  ${command}`];
  });
}

function studioLines({ studio }: StackSummary): readonly string[] {
  const pages = new Map(studio.map(({ shows, url }) => [shows, url]));
  return columns([...pages].map(([shows, url]) => [shows, isUnresolved(url) ? AFTER_APPLY : url]));
}

function grantLines({ grants }: StackSummary): readonly string[] {
  return columns(
    grants.map(({ principal, role, target, assigned }) => [
      principal,
      role,
      `on ${target}${assigned ? '' : ' (to be assigned by somebody else)'}`,
    ]),
  );
}

/** Each once, also where a program names one workspace several times. */
function noteLines({ notes }: StackSummary): readonly string[] {
  return [...new Set(columns(notes.map(({ about, text }) => [about, text])))];
}

/** Each with the path of its construct, the lines of its text below each other. */
function warningLines(warnings: readonly Warning[], colours: Colours): readonly string[] {
  return warnings.flatMap(({ path, text }) => {
    const [first = '', ...others] = text.split('\n');
    return [
      `${colours.yellow(path === '' ? 'app' : path)}: ${first}`,
      ...others.map((line) => `  ${line}`),
    ];
  });
}

function nextCommands(stacks: readonly StackSummary[], outdir: string): readonly string[] {
  return stacks.flatMap(({ name }) => {
    const terraform = `terraform -chdir=${outdir}/stacks/${name}`;
    return [`${terraform} init`, `${terraform} plan`];
  });
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function counted(count: number, kind: string): string {
  if (count === 1) return `1 ${kind}`;
  const plural = kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
  return `${String(count)} ${kind.endsWith('Insights') ? kind : plural}`;
}

/** Loaded only where a summary is printed. */
function picocolors(): typeof Picocolors {
  return require('picocolors') as typeof Picocolors;
}
