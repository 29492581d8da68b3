const VOID = new Set(['meta', 'input', 'br', 'hr']);

/** What a page is made of. Nothing of it loads, sends or runs anything, but for one script of its own. */
const ELEMENTS = new Set([
  ...VOID,
  ...['html', 'head', 'body', 'title', 'style', 'script', 'header', 'main', 'nav', 'section'],
  ...['article', 'form', 'fieldset', 'legend', 'label', 'select', 'option', 'button', 'output'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'p', 'ul', 'ol', 'li', 'a', 'code', 'span', 'strong', 'div'],
  ...[
    'details',
    'summary',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'caption',
    'dl',
    'dt',
    'dd',
  ],
]);

const ATTRIBUTES =
  /^(?:lang|charset|name|content|http-equiv|class|id|for|href|value|type|role|tabindex|scope|hidden|open|checked|selected|data-[a-z]+|autocomplete|aria-[a-z]+)$/;

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<]*")?)*)\s*>/y;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;

/** Everything by which a page is more, or less, than a page of ours: elements, attributes, nesting. */
export function htmlProblems(written: string): readonly string[] {
  const problems: string[] = [];
  const open: string[] = [];
  let scripts = 0;
  let at = written.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0;
  for (at = written.indexOf('<', at); at >= 0; at = written.indexOf('<', at)) {
    TAG.lastIndex = at;
    const [all = '', slash, name = '', attributes = ''] = TAG.exec(written) ?? [];
    if (all === '') return [...problems, `is no tag: ${written.slice(at, at + 80)}`];
    at += all.length;
    problems.push(...tagProblems(name, attributes));
    if (slash === '/') {
      const last = open.pop();
      if (last !== name) problems.push(`closes ${name} where ${String(last)} is open`);
    } else if (!VOID.has(name)) open.push(name);
    if (slash === '' && (name === 'script' || name === 'style')) {
      scripts += name === 'script' ? 1 : 0;
      at = written.indexOf(`</${name}>`, at);
      if (at < 0) return [...problems, `never closes ${name}`];
    }
  }
  if (scripts !== 1) problems.push(`has ${String(scripts)} scripts`);
  if (open.length > 0) problems.push(`leaves open ${open.join()}`);
  return problems;
}

function tagProblems(name: string, attributes: string): readonly string[] {
  const problems = ELEMENTS.has(name) ? [] : [`has an element ${name}`];
  for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    if (!ATTRIBUTES.test(attribute)) problems.push(`has an attribute ${attribute} on ${name}`);
    if (attribute === 'href' && !value.startsWith('#')) problems.push(`links to ${value}`);
  }
  return problems;
}
