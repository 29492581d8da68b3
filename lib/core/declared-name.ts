import type { IConstruct } from 'constructs';

const KEY = Symbol.for('cdktf-azureml.declared-name');

/** Notes the name that a construct was given, for hashes: what it shows to others is a reference. */
export function declareName(construct: IConstruct, name: string): void {
  (construct as IConstruct & { [KEY]?: string })[KEY] = name;
}

/** The name that a construct was given, or what stands for it elsewhere, where it was given none. */
export function declaredName(construct: IConstruct, elsewhere: string): string {
  return (construct as IConstruct & { [KEY]?: string })[KEY] ?? elsewhere;
}
