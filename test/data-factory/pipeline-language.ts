import { createContext, runInContext } from 'node:vm';

/** What expressions of a pipeline can read. */
export interface RunState {
  /** Values of the parameters of the run. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Outputs of activities by name. */
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/**
 * What Data Factory makes of a text in a definition, as its documentation and the parser of the
 * language tell.
 *
 * `@` at the start makes the whole text an expression, `@@` there plain text; `@{…}` elsewhere is
 * replaced by the value of the expression in it, and `@@{` stands for `@{`.
 *
 * @see https://github.com/Azure/LogicAppsUX/blob/4bd618563b2f6e90df1a2b08db0ffdb35bc1d833/libs/parsers/src/lib/expression/parser.ts
 */
export function evaluated(text: string, state: RunState = {}): unknown {
  if (text.startsWith('@@')) return text.slice(1);
  if (text.startsWith('@') && !text.startsWith('@{')) return valueOf(text.slice(1), state);
  return text.replace(/@@\{|@\{((?:'[^']*'|[^}'])*)\}/g, (match, inner?: string) =>
    inner === undefined ? match.slice(1) : String(valueOf(inner, state)),
  );
}

function valueOf(expression: string, state: RunState): unknown {
  return runInContext(
    expression.replaceAll(/\bif\(/g, 'choose('),
    createContext({
      ...FUNCTIONS,
      pipeline: () => ({ parameters: state.parameters ?? {} }),
      activity: (name: string) => ({ output: state.outputs?.[name] }),
    }),
  ) as unknown;
}

const FUNCTIONS = {
  choose: (condition: boolean, yes: unknown, no: unknown) => (condition ? yes : no),
  coalesce: (...values: readonly unknown[]) =>
    values.find((value) => value !== undefined && value !== null),
  concat: (...parts: readonly unknown[]) => parts.map(String).join(''),
  equals: (a: unknown, b: unknown) => a === b,
  join: (items: readonly string[], delimiter: string) => items.join(delimiter),
  not: (value: boolean) => !value,
  or: (a: boolean, b: boolean) => a || b,
  replace: (text: string, old: string, fresh: string) => text.replaceAll(old, fresh),
  skip: (items: readonly string[], count: number) => items.slice(count),
  split: (text: string, delimiter: string) => text.split(delimiter),
  uriComponent: (text: string) => encodeURIComponent(text),
};
