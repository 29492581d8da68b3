import { FindingStatus } from '../../policy/finding';
import { Severity } from '../../policy/severity';
import { Danger } from '../meaning/danger';
import { counted } from '../meaning/told';
import { ReviewSource } from '../model';
import type { ExplainedChange, Review } from '../review';
import { html, markdownCode, markdownText } from './escape';
import { fitted, type Piece } from './fitting';
import { groupsOf, LEVELS, outputsOf, remarksOf, toldFinding, verbOf, weightOf } from './words';

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
    ...dangers.map((change) => ({ headings: ['### Dangers'], text: item(change, true), rank: 0 })),
    ...findings(review),
    ...remarksOf(review).map(([stack, text]) => ({
      headings: ['### Notes'],
      text: `- ${markdownCode(stack)}: ${markdownText(text)}`,
      rank: 1,
    })),
    ...groupsOf(others).flatMap(([stack, construct, group]) =>
      group.map((change) => ({
        headings: [
          '### Changes',
          `#### Stack ${markdownCode(stack)}`,
          `**${markdownText(construct)}**`,
        ],
        text: item(change, false),
        rank: change.danger === Danger.CAREFUL ? 2 : 4,
      })),
    ),
    ...review.costs.map(({ label, direction, text }) => ({
      headings: ['### Cost of computes'],
      text: `- ${markdownCode(label)} ${direction}: ${markdownText(text)}`,
      rank: 3,
    })),
    ...outputsOf(review).map(([stack, output, action]) => ({
      headings: ['### Outputs'],
      text: `- ${action} ${markdownCode(output)} of ${markdownCode(stack)}`,
      rank: 7,
    })),
    ...minor.map((change) => ({
      headings: ['### What goes with it'],
      text: line(change),
      rank: 8,
    })),
    ...(mermaid === undefined ? [] : [{ headings: [], text: drawing(mermaid), rank: 6 }]),
    ...changes.filter(({ details }) => details.length > 0).map(folded),
  ];
}

function item(change: ExplainedChange, withStack: boolean): string {
  const { kind, title, stack, meaning } = change;
  const where = withStack ? ` in ${markdownCode(stack)}` : '';
  const first = `- **${verbOf(change)}** ${markdownText(kind)} ${markdownCode(title)}${where}`;
  return [first, ...meaning.map((told) => `  - ${markdownText(told)}`)].join('\n');
}

/** What goes with something else takes one line. */
function line(change: ExplainedChange): string {
  const { kind, title, meaning } = change;
  const told = meaning[0] === undefined ? '' : `: ${markdownText(meaning[0])}`;
  return `- ${verbOf(change)} ${markdownText(kind)} ${markdownCode(title)}${told}`;
}

const RANKS: Readonly<Record<Severity, number>> = {
  [Severity.HIGH]: 1,
  [Severity.MEDIUM]: 3,
  [Severity.LOW]: 5,
};

function findings({ findings: all }: Review): readonly Piece[] {
  return all.map((finding) => {
    const { check, label, severity, status } = finding;
    const isNew = status === FindingStatus.INTRODUCED;
    const told = `${markdownCode(label)} ${markdownText(toldFinding(finding))}`;
    const text = `- **${weightOf(finding)}** ${told} (${markdownCode(check.id)})`;
    return {
      headings: [isNew ? '### Findings' : '### Findings resolved'],
      text: isNew
        ? `${text}\n  - ${markdownText(check.rationale)} ${markdownText(check.fix)}`
        : text,
      rank: isNew ? RANKS[severity] : 6,
    };
  });
}

/** Every difference of a change, folded. */
function folded(change: ExplainedChange): Piece {
  const { kind, title, address, details, danger } = change;
  const text = [
    `<details><summary>${html(`${verbOf(change)} ${kind} ${title}`)}</summary>`,
    [`- ${markdownCode(address)}`, ...details.map((told) => `  - ${markdownText(told)}`)].join(
      '\n',
    ),
    '</details>',
  ].join('\n\n');
  return {
    headings: ['### Details'],
    text,
    rank: danger === Danger.DANGEROUS ? 9 : danger === Danger.CAREFUL ? 10 : 11,
  };
}

function drawing(mermaid: string): string {
  return `<details><summary>Topology</summary>\n\n\`\`\`mermaid\n${mermaid.replaceAll('```', '')}\n\`\`\`\n\n</details>`;
}
