const ELEMENTS: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'path',
  'polygon',
  'polyline',
  'ellipse',
  'text',
]);

const ATTRIBUTES: ReadonlySet<string> = new Set([
  'class',
  'cx',
  'cy',
  'd',
  'fill',
  'font-family',
  'font-size',
  'font-weight',
  'height',
  'id',
  'lengthAdjust',
  'points',
  'rx',
  'ry',
  'stroke',
  'stroke-dasharray',
  'stroke-width',
  'text-anchor',
  'textLength',
  'transform',
  'viewBox',
  'width',
  'x',
  'y',
]);

const TOKEN = /<!--[^]*?-->|<(\/?)([a-z]\w*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi;

const ATTRIBUTE = /([a-z][\w-]*)="([^"<>]*)"/gi;

/**
 * An SVG document as elements of a page: shapes and texts only. Whatever else is in it, such as scripts,
 * links, images and styles, is left out with all that is within.
 *
 * @param attributes what the outermost element gets, ready for HTML
 */
export function inlineSvg(svg: string, attributes: string): string {
  const copy = new Copy(attributes);
  for (const [token, slash, name, rest = ''] of svg.matchAll(TOKEN)) {
    if (name === undefined) copy.text(token);
    else if (slash === '/') copy.end(name);
    else copy.start(name, rest);
  }
  return copy.finished();
}

/** What of an SVG is kept, as it is read. */
class Copy {
  private readonly written: string[] = [];
  private readonly open: { readonly name: string; readonly isKept: boolean }[] = [];

  public constructor(private readonly attributes: string) {}

  public text(token: string): void {
    const last = this.open.at(-1);
    const isText = last?.name === 'text' && last.isKept && !token.startsWith('<');
    if (isText) this.written.push(token);
  }

  public start(name: string, rest: string): void {
    const last = this.open.at(-1);
    const isKept = ELEMENTS.has(name) && (last?.isKept ?? name === 'svg');
    const own = last === undefined ? ` ${this.attributes}` : '';
    if (isKept) this.written.push(`<${name}${kept(rest)}${own}>`);
    this.open.push({ name, isKept });
    if (rest.endsWith('/')) this.close();
  }

  public end(name: string): void {
    if (this.open.at(-1)?.name === name) this.close();
  }

  public finished(): string {
    while (this.open.length > 0) this.close();
    return this.written.join('');
  }

  private close(): void {
    const last = this.open.pop();
    if (last?.isKept === true) this.written.push(`</${last.name}>`);
  }
}

/** Attributes that say how something looks; ids do not meet those of the page. */
function kept(attributes: string): string {
  return [...attributes.matchAll(ATTRIBUTE)]
    .filter(([, name = '', value = '']) => ATTRIBUTES.has(name) && !/url\s*\(/i.test(value))
    .map(([, name = '', value = '']) => ` ${name}="${name === 'id' ? drawnId(value) : value}"`)
    .join('');
}

/** Id on the page of an element of the SVG. */
export function drawnId(id: string): string {
  return `drawn-${id}`;
}
