import { createHash } from 'node:crypto';
import type { CheckDescription } from '../../policy/check';
import { CHANGE_CHECKS, STATE_CHECKS } from '../../policy/built-in-checks';
import { type Finding, FindingStatus } from '../../policy/finding';
import { Severity } from '../../policy/severity';
import { oneLine } from '../meaning/told';
import type { Review } from '../review';

/** How findings are written as SARIF. */
export interface SarifOptions {
  /**
   * Folder of the synthesized stacks, relative to the repository; findings point at
   * `<folder>/<stack>/cdk.tf.json` in it.
   *
   * @default 'cdktf.out/stacks'
   */
  readonly folder?: string;
  /** Version of this library. */
  readonly version?: string;
}

const LEVELS: Readonly<Record<Severity, string>> = {
  [Severity.HIGH]: 'error',
  [Severity.MEDIUM]: 'warning',
  [Severity.LOW]: 'note',
};

/** What code scanning of GitHub sorts by, of 10. */
const SCORES: Readonly<Record<Severity, string>> = {
  [Severity.HIGH]: '8.0',
  [Severity.MEDIUM]: '5.0',
  [Severity.LOW]: '2.0',
};

/** Halves of surrogate pairs, which are no text and have no place in an address. */
const HALF_PAIR = /\p{Surrogate}/gu;

/**
 * The findings of a review as SARIF 2.1.0.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(review: Review, options: SarifOptions = {}): string {
  const checks = [...CHANGE_CHECKS, ...STATE_CHECKS];
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cdktf-azureml review',
            ...(options.version === undefined ? {} : { version: options.version }),
            rules: checks.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: review.findings.map((finding) => resultOf(finding, checks, options)),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function ruleOf({ id, title, rationale, fix, severity }: CheckDescription): unknown {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: rationale },
    help: { text: fix },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { 'security-severity': SCORES[severity] },
  };
}

function resultOf(
  { check, severity, status, stack, address, label, text, path }: Finding,
  checks: readonly CheckDescription[],
  { folder = 'cdktf.out/stacks' }: SarifOptions,
): unknown {
  const uri = [...folder.split('/'), stack, 'cdk.tf.json']
    .filter((part) => part !== '' && part !== '.')
    .map((part) => encodeURIComponent(part.replace(HALF_PAIR, '\ufffd')))
    .join('/');
  return {
    ruleId: check.id,
    ruleIndex: checks.findIndex(({ id }) => id === check.id),
    level: LEVELS[severity],
    message: { text: oneLine(`${label} ${text}`, 400) },
    baselineState: status === FindingStatus.INTRODUCED ? 'new' : 'absent',
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: `${stack}/${address}`, kind: 'resource' }],
      },
    ],
    partialFingerprints: {
      'finding/v1': createHash('sha256')
        .update(JSON.stringify([check.id, stack, address, path]))
        .digest('hex'),
    },
  };
}
