import { run } from '../../lib/cli/run';

/** What `rehearse` came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
}

/** Runs `rehearse` and collects what it says. */
export async function rehearse(...args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const notes: string[] = [];
  const code = await run(['rehearse', ...args], {
    out: (line) => out.push(line),
    note: (line) => notes.push(line),
  });
  return { code, out: out.join('\n'), notes: notes.join('\n') };
}

/** Outcome of each step that was printed, as `stack step outcome`. */
export function outcomesIn({ out }: Ran): readonly string[] {
  return out
    .split('\n')
    .map((line) =>
      /^(\S+) +(base|init|validate|plan|apply|replan|destroy) +(passed|not settled|kept|FAILED|skipped)/.exec(
        line,
      ),
    )
    .flatMap((match) => (match === null ? [] : [match.slice(1).join(' ')]));
}
