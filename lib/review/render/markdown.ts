import { type Finding, FindingStatus } from '../../policy/finding';
import { Severity } from '../../policy/severity';
import { Danger } from '../meaning/danger';
import { counted } from '../meaning/told';
import { ReviewSource } from '../model';
import type { ExplainedChange, Review } from '../review';
import { html, markdownCode, markdownText } from './escape';
import { VerdictLevel } from '../verdict';
import { fitted, Piece } from './fitting';
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

/** How a review is written as Markdown. */
export interface MarkdownOptions {
  /**
   * Most characters; what is least important is left out.
   *
   * @default 65536
   */
  readonly limit?: number;
  /** The topology as Mermaid, drawn folded at the end. */
  readonly mermaid?: string;
}

/** What GitHub takes as a comment. */
const LIMIT = 65_536;

/** Place for the headline and for what was left out. */
const RESERVED = 1_200;

/** Marks the comment, so that the next review takes its place. */
export const MARKDOWN_MARKER = '<!-- cdktf-azureml review -->';

/** A review for a pull request: GitHub, Azure DevOps and others. */
export function renderMarkdown(
  review: Review,
  { limit = LIMIT, mermaid }: MarkdownOptions = {},
): string {
  const { verdict, source } = review;
  const how = source === ReviewSource.SYNTH ? 'configurations compared, no plan' : 'by plan';
  const head = [
    MARKDOWN_MARKER,
    `## ${LEVELS[verdict.level]}: ${markdownText(verdict.headline)}`,
    `${counted(review.stacks.length, 'stack')} reviewed, ${how}.`,
  ];
  const { text, dropped } = fitted(piecesOf(review, mermaid), Math.max(0, limit - RESERVED));
  const note =
    dropped === 0
      ? []
      : [
          `_${counted(dropped, 'less important entry').replace('entrys', 'entries')} left out to fit ${String(limit)} characters._`,
        ];
  return `${[...head, ...(text === '' ? [] : [text]), ...note].join('\n\n')}\n`;
}

function piecesOf(review: Review, mermaid: string | undefined): readonly Piece[] {
  const { changes } = review;
  const dangers = changes.filter(({ danger }) => danger === Danger.DANGEROUS);
  const others = changes.filter(({ danger, isMinor }) => danger !== Danger.DANGEROUS && !isMinor);
  const minor = changes.filter(({ danger, isMinor }) => danger !== Danger.DANGEROUS && isMinor);
  return [
    ...dangers.map((change) => new Piece(['### Dangers'], 0, () => item(change, true))),
    ...findings(review),
    ...remarksOf(review).map(
      ([stack, text]) =>
        new Piece(['### Notes'], 1, () => `- ${markdownCode(stack)}: ${markdownText(text)}`),
    ),
    ...groupsOf(others).flatMap(([stack, construct, group]) => {
      const headings = [
        '### Changes',
        `#### Stack ${markdownCode(stack)}`,
        `**${markdownText(construct)}**`,
      ];
      return group.map(
        (change) =>
          new Piece(headings, change.danger === Danger.CAREFUL ? 2 : 4, () => item(change, false)),
      );
    }),
    ...review.costs.map(
      ({ label, direction, text }) =>
        new Piece(
          ['### Cost of computes'],
          3,
          () => `- ${markdownCode(label)} ${DIRECTIONS[direction]}: ${markdownText(text)}`,
        ),
    ),
    ...outputsOf(review).map(
      ([stack, output, action, value]) =>
        new Piece(['### Outputs'], 7, () => {
          const told = value === '' ? '' : `: ${markdownText(value)}`;
          return `- ${action} ${markdownCode(output)} of ${markdownCode(stack)}${told}`;
        }),
    ),
    ...sharedChanges(minor).map((shared) => new Piece(['### The rest'], 8, () => line(shared))),
    ...(mermaid === undefined || review.verdict.level === VerdictLevel.NOTHING
      ? []
      : [new Piece([], 6, () => drawing(mermaid))]),
    ...[...dangers, ...others].filter(({ details }) => details.length > 0).map(folded),
  ];
}

function item(change: ExplainedChange, withStack: boolean): string {
  const { kind, title, stack, meaning } = change;
  const where = withStack ? ` in ${markdownCode(stack)}` : '';
  const first = `- **${verbOf(change)}** ${markdownText(kind)} ${markdownCode(title)}${where}`;
  return [first, ...meaning.map((told) => `  - ${markdownText(told)}`)].join('\n');
}

/** Most names in one line. */
const MOST_TITLES = 12;

/** What goes with something else takes one line. */
function line({ what, titles, told }: SharedChange): string {
  const more = titles.length - MOST_TITLES;
  const names = titles.slice(0, MOST_TITLES).map(markdownCode).join(', ');
  const rest = more > 0 ? ` and ${String(more)} more` : '';
  const meaning = told === '' ? '' : `: ${markdownText(told)}`;
  return `- ${markdownText(what)} ${names}${rest}${meaning}`;
}

const RANKS: Readonly<Record<Severity, number>> = {
  [Severity.HIGH]: 1,
  [Severity.MEDIUM]: 3,
  [Severity.LOW]: 5,
};

function findings({ findings: all }: Review): readonly Piece[] {
  const first = firstOfCheck(all);
  return all.map((finding) => {
    const isNew = finding.status === FindingStatus.INTRODUCED;
    return new Piece(
      [isNew ? '### Findings' : '### Findings resolved'],
      isNew ? RANKS[finding.severity] : 6,
      () => findingText(finding, first.has(finding)),
    );
  });
}

function findingText(finding: Finding, isFirst: boolean): string {
  const { check, label } = finding;
  const told = `${markdownCode(label)} ${markdownText(toldFinding(finding))}`;
  const text = `- **${weightOf(finding)}** ${told} (${markdownCode(check.id)})`;
  return isFirst
    ? `${text}\n  - ${markdownText(check.rationale)} ${markdownText(check.fix)}`
    : text;
}

/** Every difference of a change, folded. */
function folded(change: ExplainedChange): Piece {
  const { danger } = change;
  const rank = danger === Danger.DANGEROUS ? 9 : danger === Danger.CAREFUL ? 10 : 11;
  return new Piece(['### Details'], rank, () => foldedText(change));
}

function foldedText(change: ExplainedChange): string {
  const { kind, title, address, details } = change;
  return [
    `<details><summary>${html(`${verbOf(change)} ${kind} ${title}`)}</summary>`,
    [`- ${markdownCode(address)}`, ...details.map((told) => `  - ${markdownText(told)}`)].join(
      '\n',
    ),
    '</details>',
  ].join('\n\n');
}

function drawing(mermaid: string): string {
  return `<details><summary>Topology</summary>\n\n\`\`\`mermaid\n${mermaid.replaceAll('```', '')}\n\`\`\`\n\n</details>`;
}
