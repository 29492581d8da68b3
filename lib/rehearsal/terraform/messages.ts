import { isRecord, listOf, memberOf, textOf } from '../../review/read/json-values';
import type { ResourceCounts } from '../model';

/** An error or warning as Terraform gives it. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  /** Line of the block in the file of the stack, from 1. */
  readonly line?: number;
}

/** Diagnostics in what Terraform writes with `-json`: a message on each line, or one document. */
export function diagnosticsIn(stdout: string): readonly Diagnostic[] {
  const whole = parsed(stdout);
  const found =
    whole === undefined
      ? messagesIn(stdout).map((message) => memberOf(message, 'diagnostic'))
      : [memberOf(whole, 'diagnostic'), ...listOf(memberOf(whole, 'diagnostics'))];
  return found.filter((one) => isRecord(one)).map((one) => diagnosticOf(one));
}

/** How many resources a plan touches, or an apply has touched. */
export function countsIn(stdout: string): ResourceCounts | undefined {
  const changes = messagesIn(stdout)
    .map((message) => memberOf(message, 'changes'))
    .filter((one) => isRecord(one))
    .at(-1);
  if (changes === undefined) return undefined;
  return {
    add: countOf(changes, 'add'),
    change: countOf(changes, 'change'),
    remove: countOf(changes, 'remove'),
  };
}

function messagesIn(stdout: string): readonly unknown[] {
  return stdout.split('\n').map((line) => parsed(line));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function countOf(changes: unknown, name: string): number {
  const count = memberOf(changes, name);
  return typeof count === 'number' ? count : 0;
}

function diagnosticOf(given: unknown): Diagnostic {
  const address = textOf(memberOf(given, 'address'));
  const line = memberOf(memberOf(memberOf(given, 'range'), 'start'), 'line');
  return {
    severity: memberOf(given, 'severity') === 'warning' ? 'warning' : 'error',
    summary: textOf(memberOf(given, 'summary')) ?? '',
    detail: textOf(memberOf(given, 'detail')) ?? '',
    ...(address === undefined ? {} : { address }),
    ...(typeof line === 'number' ? { line } : {}),
  };
}
