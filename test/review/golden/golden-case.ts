import type { OfflineProvider } from '../../../lib/offline-provider';
import type { SourceEdit } from '../compare/equality/edited-example';

/** One plan: an example as it is applied, and what a pull request makes of it. */
export interface GoldenPlan {
  readonly example: string;
  /** What is applied before; by default the example as it is. */
  readonly base?: readonly SourceEdit[] | 'nothing';
  /** What the pull request changes; by default nothing. */
  readonly head?: readonly SourceEdit[] | 'nothing';
  /** Addresses that Terraform does not know before, although they exist. */
  readonly unmanaged?: readonly string[];
  /** What happens outside Terraform between the two. */
  readonly outside?: (provider: OfflineProvider) => void;
}

/** A change and, written by hand, what a review must say of it. */
export interface GoldenCase {
  /** Name of its files. */
  readonly name: string;
  readonly plans: readonly GoldenPlan[];
  /** Level and headline. */
  readonly verdict: string;
  /** What the review for a pull request says, in this order; what lies between is not told here. */
  readonly says: readonly string[];
  /** Severity, check and resource of every finding, those that are resolved in brackets. */
  readonly findings: readonly string[];
  /** Action and address of every change, without the hashes of cdktf; left out where an example is made or deleted. */
  readonly changes?: readonly string[];
}

/** Text of the program of an example, and what takes its place. */
export function edit(from: string, to: string): SourceEdit {
  return { from, to };
}

/** Statements at the end of a program. */
export function atEnd(...statements: readonly string[]): SourceEdit {
  return edit('app.synth();', [...statements, 'app.synth();'].join('\n'));
}

/** More imports from cdktf. */
export function fromCdktf(name: string): SourceEdit {
  return edit("import { App } from 'cdktf';", `import { App, ${name} } from 'cdktf';`);
}
