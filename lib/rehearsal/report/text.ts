import {
  hasPassed,
  type Outcome,
  type Rehearsal,
  type RehearsalMessage,
  type RehearsedChange,
  type RehearsedResource,
  type ResourceCounts,
  type Step,
  type StepResult,
} from '../model';

/** What was done, and what was not: it stands below every rehearsal. */
const NOT_AZURE =
  'This rehearsed Terraform, not Azure: types, references, order and whether plans settle. Whether names are free, and what quotas, permissions, policies and regions allow, only Azure says.';

/** Steps after which what was planned is there, or gone. */
const DONE: ReadonlySet<Step> = new Set(['base', 'apply', 'destroy']);

/** Longest name of a step, and of an outcome. */
const STEP_WIDTH = 'validate'.length;
const OUTCOME_WIDTH = 'not settled'.length;

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  passed: 'passed',
  unsettled: 'not settled',
  kept: 'kept',
  failed: 'FAILED',
  skipped: 'skipped',
};

/** A step in a line, and below it what went wrong. */
export function describeStep(stack: string, result: StepResult): readonly string[] {
  const { step, outcome, seconds, messages, changes } = result;
  const time = outcome === 'skipped' ? '' : `${seconds.toFixed(1)} s`.padStart(7);
  const line = [
    stack,
    step.padEnd(STEP_WIDTH),
    OUTCOMES[outcome].padEnd(OUTCOME_WIDTH),
    time,
    summaryOf(result),
  ];
  return [
    line.join('  ').trimEnd(),
    ...keptLines(result),
    ...changes.flatMap((change) => changeLines(change)),
    ...messages.flatMap((message) => describeMessage(message)),
  ];
}

/** What it came to, in the last lines. */
export function describeRehearsal(rehearsal: Rehearsal): readonly string[] {
  const { stacks, folder, terraform } = rehearsal;
  const failed = stacks.filter((stack) => !hasPassed({ ...rehearsal, stacks: [stack] }));
  const passed = stacks.length - failed.length;
  const verdict =
    failed.length === 0
      ? `${counted(passed, 'stack')} passed`
      : `${counted(passed, 'stack')} passed, ${String(failed.length)} did not: ${failed.map(({ stack }) => stack).join(', ')}`;
  return [
    `${verdict} (Terraform ${terraform}, schemas of azurerm 4.81.0 and azapi 2.12.0)`,
    NOT_AZURE,
    ...(folder === undefined
      ? []
      : [`The copies are in ${folder}, states with all their values too`]),
  ];
}

function describeMessage(message: RehearsalMessage): readonly string[] {
  const { severity, summary, detail, address } = message;
  const at = address === undefined ? '' : `${place({ ...message, address })}: `;
  return [
    `  ${severity}: ${at}${summary}`,
    ...detail
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `    ${line}`),
  ];
}

function changeLines(change: RehearsedChange): readonly string[] {
  const { actions, attributes, forcedBy } = change;
  const isReplacement = actions.includes('delete') && actions.includes('create');
  const values = forcedBy.length === 0 ? attributes : forcedBy;
  return [
    `  ${isReplacement ? 'replace' : actions.join(' and ')} ${place(change)}`,
    ...(values.length === 0
      ? []
      : [`    ${forcedBy.length === 0 ? '' : 'forced by '}${values.join(', ')}`]),
  ];
}

function keptLines({ kept, counts }: StepResult): readonly string[] {
  if (kept.length === 0) return [];
  const rest =
    counts === undefined
      ? 'It could not be taken out of the copy, since a module sets it; nothing was destroyed.'
      : 'In the copy it was then taken out, and everything was destroyed, as with RemovalPolicy.DESTROY.';
  return [
    `  Terraform refuses to destroy these, as prevent_destroy (RemovalPolicy.PREVENT_DESTROY) asks:`,
    ...kept.map((resource) => `    ${place(resource)}`),
    `  ${rest}`,
  ];
}

function summaryOf({ step, outcome, counts }: StepResult): string {
  if (counts === undefined || outcome === 'skipped') return '';
  const parts = partsOf(counts, DONE.has(step));
  return parts.length === 0 ? 'nothing to do' : parts.join(', ');
}

function partsOf({ add, change, remove }: ResourceCounts, isDone: boolean): readonly string[] {
  const named = [
    [add, isDone ? 'created' : 'to create'],
    [change, isDone ? 'changed' : 'to change'],
    [remove, isDone ? 'destroyed' : 'to destroy'],
  ] as const;
  return named.filter(([count]) => count > 0).map(([count, what]) => `${String(count)} ${what}`);
}

function place({ address, path }: RehearsedResource): string {
  return path === undefined ? address : `${path} (${address})`;
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}
