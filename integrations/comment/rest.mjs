// Calls of a REST API that answers in JSON.

/** How long an answer may take, in milliseconds. */
const PATIENCE = 30_000;

/**
 * A function that calls an API.
 *
 * @param {string} root address that all paths follow
 * @param {Record<string, string>} headers
 */
export function apiAt(root, headers) {
  return async (path, { method = 'GET', body } = {}) => {
    const response = await globalThis.fetch(`${root.replace(/\/$/, '')}/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      // Azure DevOps answers a wrong token with a redirect to its sign-in page.
      redirect: 'manual',
      signal: globalThis.AbortSignal.timeout(PATIENCE),
    });
    const type = response.headers.get('content-type') ?? '';
    if (response.ok && type.includes('json')) return response.json();
    const [resource] = path.split('?');
    throw new Error(`${method} ${resource} answered ${response.status}${hintOf(response.status)}`);
  };
}

function hintOf(status) {
  if (status === 401 || status === 203 || status === 302) return ': the token is missing or wrong';
  return status === 403 || status === 404 ? ': the token may lack the right to do it' : '';
}

/**
 * Runs a program: tells what it came to, or why it failed.
 *
 * @param {() => Promise<string>} program
 */
export async function runMain(program) {
  try {
    console.log(await program());
  } catch (error) {
    console.error(`review comment: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
