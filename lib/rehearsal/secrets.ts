import { readFileSync } from 'node:fs';
import { isRecord, memberOf, recordOf } from '../review/read/json-values';
import type { JsonRecord } from './read/synthesized-stacks';

const HIDDEN = '(sensitive)';

/** Shorter texts stand in too many places by chance. */
const LEAST_LENGTH = 4;

/** Values of sensitive variables, which nothing that is printed may hold. */
export class Secrets {
  private readonly values = new Set<string>();
  private readonly variables: ReadonlySet<string>;

  /**
   * Those that are known before Terraform runs: defaults, variables of the environment, files of variables.
   *
   * @param varFiles readable files
   */
  public constructor(
    document: JsonRecord,
    environment: NodeJS.ProcessEnv,
    varFiles: readonly string[],
  ) {
    const sensitive = Object.entries(recordOf(document['variable'])).filter(
      ([, variable]) => memberOf(variable, 'sensitive') === true,
    );
    this.variables = new Set(sensitive.map(([name]) => name));
    for (const [name, variable] of sensitive) {
      this.add(memberOf(variable, 'default'));
      this.add(environment[`TF_VAR_${name}`]);
    }
    for (const file of varFiles) this.addFile(readFileSync(file, 'utf8'));
  }

  /** Adds those of a plan, which has every variable with its value. */
  public addPlan(plan: unknown): void {
    for (const [name, variable] of Object.entries(recordOf(memberOf(plan, 'variables')))) {
      if (this.variables.has(name)) this.add(memberOf(variable, 'value'));
    }
  }

  /** A text without them. */
  public hide(text: string): string {
    let hidden = text;
    for (const value of this.values) hidden = hidden.replaceAll(value, HIDDEN);
    return hidden;
  }

  private addFile(text: string): void {
    const json = text.trimStart().startsWith('{') ? parsed(text) : undefined;
    for (const name of this.variables) {
      if (json !== undefined) this.add(memberOf(json, name));
      const assigned = new RegExp(`^\\s*"?${name}"?\\s*=\\s*"((?:[^"\\\\]|\\\\.)*)"`, 'gm');
      for (const [, value] of text.matchAll(assigned)) this.add(parsed(`"${value ?? ''}"`));
    }
  }

  private add(value: unknown): void {
    if (typeof value === 'string') {
      if (value.length >= LEAST_LENGTH) this.values.add(value);
    } else if (Array.isArray(value)) {
      for (const item of value) this.add(item);
    } else if (isRecord(value)) {
      for (const item of Object.values(value)) this.add(item);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
