const MAX_PRINTED = 200;

/** A value of JSON on one line, shortened; `undefined` is printed as `nothing`. */
export function printed(value: unknown): string {
  return value === undefined ? 'nothing' : shortened(JSON.stringify(value));
}

/** A text cut to what a message can hold. */
export function shortened(text: string): string {
  return text.length <= MAX_PRINTED ? text : `${text.slice(0, MAX_PRINTED - 1)}…`;
}
