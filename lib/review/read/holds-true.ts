/** Whether something is marked in marks of a value. All marks of a plan are looked at, most of which mark nothing. */
export function holdsTrue(marks: unknown): boolean {
  if (typeof marks !== 'object' || marks === null) return marks === true;
  for (const key in marks) {
    if (holdsTrue((marks as Readonly<Record<string, unknown>>)[key])) return true;
  }
  return false;
}
