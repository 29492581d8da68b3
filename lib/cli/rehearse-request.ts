import { UnscopedValidationError } from '../core/errors';
import { choices, nearestFix } from '../core/nearest';
import { problem } from '../core/validation';
import type { PlainStep } from '../rehearsal';
import { argumentsIn } from './arguments';

/** What a rehearsal may end with; the steps before it are always taken. */
export const LAST_STEPS = [
  'plan',
  'apply',
  'replan',
  'destroy',
] as const satisfies readonly PlainStep[];

const DEFAULT_FOLDER = 'cdktf.out';

const OPTIONS = {
  stack: { type: 'string', multiple: true, default: [] as string[] },
  base: { type: 'string' },
  until: { type: 'string', default: 'destroy' },
  'var-file': { type: 'string', multiple: true, default: [] as string[] },
  state: { type: 'string', multiple: true, default: [] as string[] },
  terraform: { type: 'string', default: 'terraform' },
  keep: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** What `rehearse` was asked for. */
export interface RehearseRequest {
  readonly folder: string;
  /** An earlier synthesis of the same stacks. */
  readonly base?: string;
  readonly stacks: readonly string[];
  readonly until: PlainStep;
  readonly varFiles: readonly string[];
  readonly states: ReadonlyMap<string, string>;
  readonly terraform: string;
  readonly keep: boolean;
  readonly json: boolean;
}

/**
 * What the arguments ask for.
 *
 * @throws UnscopedValidationError CommandArgumentsInvalid, RehearsalStepUnknown, RehearsalStateInvalid
 */
export function rehearseRequest(args: readonly string[]): RehearseRequest {
  const { values, positionals } = argumentsIn(args, OPTIONS);
  const { base, stack, until, state, terraform, keep, json } = values;
  const [folder = DEFAULT_FOLDER, ...more] = positionals;
  if (more.length > 0) refuse('CommandArgumentsInvalid', 'arguments', 'be one folder', more);
  return {
    folder,
    ...(base === undefined ? {} : { base }),
    stacks: stack,
    until: lastStep(until),
    varFiles: values['var-file'],
    states: new Map(state.map((one) => stateOf(one))),
    terraform,
    keep,
    json,
  };
}

function lastStep(name: string): PlainStep {
  const step = LAST_STEPS.find((one) => one === name);
  if (step !== undefined) return step;
  throw new UnscopedValidationError([
    problem('RehearsalStepUnknown', {
      property: 'until',
      must: `be one of ${choices(LAST_STEPS)}`,
      got: name,
      ...nearestFix(name, LAST_STEPS),
    }),
  ]);
}

function stateOf(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  return equals < 1 || equals === text.length - 1
    ? refuse('RehearsalStateInvalid', 'state', 'be LABEL=FILE', [text])
    : [text.slice(0, equals), text.slice(equals + 1)];
}

function refuse(code: string, property: string, must: string, got: readonly string[]): never {
  throw new UnscopedValidationError([problem(code, { property, must, got: got.join(' ') })]);
}
