/** What a failed file operation says. */
export function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}

/** Whether a path could not be followed to its end: a link that leads nowhere, or to itself. */
export function leadsNowhere(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    ['ELOOP', 'ENOENT', 'ENOTDIR'].includes(String(error.code))
  );
}
