import { type ITokenSource, MatchContext } from '../match-context';
import type { Mismatch } from '../matcher';
import { TemplateError } from '../template-error';
import type { TerraformBlock, TerraformBlocks } from '../terraform-block';
import { compare } from './compare';
import { copied } from './copied';
import { describe } from './describe';
import { nearestOf } from './nearest';
import { shortened } from './printed';

/** A block that an assertion may be about. */
export interface Candidate {
  /** Its last label, such as `Nightly_1A2B3C4D`. */
  readonly name: string;
  /** Its address in Terraform, such as `azapi_resource.Nightly_1A2B3C4D`. */
  readonly address: string;
  /** Path of the construct that declares it, where the configuration says so. */
  readonly constructPath: string | undefined;
  readonly block: TerraformBlock;
}

/** What candidates are candidates for. */
export interface CandidatesProps {
  /** What they have in common, such as `azapi_resource`. */
  readonly kind: string;
  readonly members: readonly Candidate[];
  readonly tokens: ITokenSource;
  /** What there is instead, for the message when there are none. */
  readonly instead: string;
}

const MAX_SHOWN_MISMATCHES = 20;

/** Blocks of one kind, and what can be expected of them. */
export class Candidates {
  public constructor(private readonly props: CandidatesProps) {}

  /** The blocks that match; captures take their values. */
  public matching(pattern: unknown): readonly Candidate[] {
    return this.props.members.filter((candidate) => {
      const context = this.context();
      if (compare(pattern, candidate.block, context).length > 0) return false;
      for (const { target, value } of context.sightings) target.keep(value);
      return true;
    });
  }

  /** Copies of the blocks that match, by name. */
  public blocks(pattern: unknown): TerraformBlocks {
    return Object.fromEntries(
      this.matching(pattern).map(({ name, block }) => [name, copied(block)]),
    );
  }

  /** Expects at least one block that matches. */
  public expectSome(pattern: unknown): void {
    if (this.matching(pattern).length === 0) throw mismatch(this.miss(pattern));
  }

  /** A copy of the one block that matches. */
  public expectOne(pattern: unknown): TerraformBlock {
    const matching = this.matching(pattern);
    const [first] = matching;
    if (first === undefined) throw mismatch(this.miss(pattern));
    if (matching.length === 1) return copied(first.block);
    throw mismatch(
      `expected one ${this.props.kind}${such(pattern)}, found ${String(matching.length)}:${listed(matching)}`,
    );
  }

  /** Expects a number of blocks that match. */
  public expectCount(count: number, pattern: unknown): void {
    const matching = this.matching(pattern);
    if (matching.length === count) return;
    const expected = count === 0 ? 'no' : String(count);
    const found =
      matching.length === 0
        ? `none${count === 0 ? '' : `\n${this.miss(pattern)}`}`
        : `${String(matching.length)}:${listed(matching)}`;
    throw mismatch(`expected ${expected} ${this.props.kind}${such(pattern)}, found ${found}`);
  }

  private miss(pattern: unknown): string {
    const { kind, members, instead } = this.props;
    const nearest = nearestOf(members, (candidate) =>
      compare(pattern, candidate.block, this.context()),
    );
    if (nearest === undefined) return `there is no ${kind}; ${instead}`;
    return `none of the ${String(members.length)} ${kind} matches${such(pattern)}\nnearest is ${titled(nearest.candidate)}:${explained(nearest.mismatches)}`;
  }

  private context(): MatchContext {
    return new MatchContext({ path: '', exact: false, tokens: this.props.tokens, sightings: [] });
  }
}

function mismatch(message: string): TemplateError {
  return new TemplateError('TemplateMismatch', message);
}

function such(pattern: unknown): string {
  const text = describe(pattern);
  return text === '{}' ? '' : ` ${shortened(text)}`;
}

function titled({ address, constructPath }: Candidate): string {
  return constructPath === undefined ? address : `${address} (${constructPath})`;
}

function listed(candidates: readonly Candidate[]): string {
  return candidates.map((candidate) => `\n  - ${titled(candidate)}`).join('');
}

function explained(mismatches: readonly Mismatch[]): string {
  const lines = mismatches
    .slice(0, MAX_SHOWN_MISMATCHES)
    .map(
      ({ path, expected, found }) =>
        `\n  - ${path === '' ? 'the block' : path}: expected ${expected}, found ${found}`,
    );
  const left = mismatches.length - lines.length;
  return `${lines.join('')}${left === 0 ? '' : `\n  - and ${String(left)} more`}`;
}
