import type * as Picocolors from 'picocolors';
import { type Finding, FindingStatus } from '../../policy/finding';
import { Severity } from '../../policy/severity';
import { Danger } from '../meaning/danger';
import { listed, oneLine } from '../meaning/told';
import type { ExplainedChange, Review } from '../review';
import { VerdictLevel } from '../verdict';
import {
  DIRECTIONS,
  firstOfCheck,
  groupsOf,
  LEVELS,
  outputsOf,
  remarksOf,
  type SharedChange,
  sharedChanges,
  toldFinding,
  verbOf,
  weightOf,
} from './words';

/** How a review is written for a terminal. */
export interface TextOptions {
  /**
   * Whether it is coloured.
   *
   * @default - as the terminal and the environment say
   */
  readonly color?: boolean;
}

type Colors = ReturnType<typeof Picocolors.createColors>;

const LONGEST = 400;

/** A review for a terminal. */
export function renderText(review: Review, { color }: TextOptions = {}): string {
  const colors = picocolors().createColors(color);
  const dangers = review.changes.filter(({ danger }) => danger === Danger.DANGEROUS);
  const others = review.changes.filter(
    ({ danger, isMinor }) => danger !== Danger.DANGEROUS && !isMinor,
  );
  const minor = review.changes.filter(
    ({ danger, isMinor }) => danger !== Danger.DANGEROUS && isMinor,
  );
  const first = firstOfCheck(review.findings);
  const sections = [
    [headline(review, colors)],
    section(
      'Dangers',
      dangers.flatMap((change) => changeLines(change, colors, true)),
      colors,
    ),
    section(
      'Findings',
      review.findings.flatMap((finding) => findingLines(finding, first.has(finding), colors)),
      colors,
    ),
    section(
      'Notes',
      remarksOf(review).map(([stack, text]) => `  ${oneLine(stack)}: ${oneLine(text, LONGEST)}`),
      colors,
    ),
    ...groupsOf(others).map(([stack, construct, group]) =>
      section(
        `${stack} / ${construct}`,
        group.flatMap((change) => changeLines(change, colors, false)),
        colors,
      ),
    ),
    section(
      'Cost of computes',
      review.costs.map(
        ({ label, direction, text }) => `  ${oneLine(label)} ${DIRECTIONS[direction]}: ${text}`,
      ),
      colors,
    ),
    section(
      'Outputs',
      outputsOf(review).map(
        ([stack, name, action, value]) =>
          `  ${action} ${oneLine(name)} of ${oneLine(stack)}${value === '' ? '' : `: ${value}`}`,
      ),
      colors,
    ),
    section('The rest', sharedChanges(minor).map(sharedLine), colors),
  ];
  const told = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${told.join('\n\n')}\n`;
}

function headline({ verdict }: Review, colors: Colors): string {
  const paint = {
    [VerdictLevel.NOTHING]: colors.green,
    [VerdictLevel.CHANGES]: colors.yellow,
    [VerdictLevel.DANGEROUS]: colors.red,
  }[verdict.level];
  return `${colors.bold(paint(LEVELS[verdict.level]))}: ${verdict.headline}`;
}

function section(heading: string, lines: readonly string[], colors: Colors): readonly string[] {
  return lines.length === 0 ? [] : [colors.bold(oneLine(heading, LONGEST)), ...lines];
}

function changeLines(
  change: ExplainedChange,
  colors: Colors,
  withStack: boolean,
): readonly string[] {
  const { kind, title, stack, meaning, danger } = change;
  const paint = {
    [Danger.DANGEROUS]: colors.red,
    [Danger.CAREFUL]: colors.yellow,
    [Danger.NONE]: colors.green,
  }[danger];
  const where = withStack ? ` in ${oneLine(stack)}` : '';
  const first = `  ${paint(verbOf(change))} ${kind} ${colors.bold(title)}${where}`;
  const told = meaning.map((text) => `      ${oneLine(text, LONGEST)}`);
  return [first, ...told];
}

function sharedLine({ what, titles, told }: SharedChange): string {
  return `  ${what} ${listed(titles.map((title) => oneLine(title)))}${told === '' ? '' : `: ${oneLine(told, LONGEST)}`}`;
}

function findingLines(finding: Finding, isFirst: boolean, colors: Colors): readonly string[] {
  const { check, label, severity, status } = finding;
  const isNew = status === FindingStatus.INTRODUCED;
  const severe = severity === Severity.HIGH ? colors.red : colors.yellow;
  const paint = isNew ? severe : colors.green;
  const told = oneLine(`${label} ${toldFinding(finding)}`, LONGEST);
  const first = `  ${paint(weightOf(finding))} ${told} [${check.id}]`;
  return isFirst ? [first, `      ${check.fix}`] : [first];
}

/** Loaded when first needed. */
function picocolors(): typeof Picocolors {
  return require('picocolors') as typeof Picocolors;
}
