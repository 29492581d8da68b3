import * as fc from 'fast-check';

/** Variables that generated expressions read. */
export const VARIABLES: Readonly<Record<string, unknown>> = {
  text: 'Some text/with "quotes", ${x} and é',
  empty: '',
  number: 42,
  digits: '7',
  yes: true,
  nothing: null,
  list: ['b', 'a', '', 'c'],
  object: { name: 'n', tags: { 'a-b': 'x', c: 'y' }, items: [{ id: 'i0' }, { id: 'i1' }] },
};

/** Text as it stands between quotes in an expression. */
const quotedText = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'b c', '/', '-', 'é', '😀', '$', '%', '&<>', '+', ',', "'", '~'),
      fc.constantFrom('\\n', '\\"', '\\\\', '\\u00e9', '$${', '%%{', '}', '\\t'),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join('').replaceAll(/[$%]+(?=\$\$\{|%%\{)/g, ''));

/** Expressions by what they come to. */
export const expressions = fc.letrec<{
  text: string;
  number: string;
  truth: string;
  list: string;
  map: string;
  any: string;
}>((tie) => ({
  any: fc.oneof(tie('text'), tie('number'), tie('truth'), tie('list'), tie('map')),
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    quotedText.map((text) => `"${text}"`),
    fc.constantFrom('var.text', 'var.empty', 'var.object.name', 'var.object.tags["a-b"]'),
    fc.constantFrom('var.list[0]', 'var.list.1', 'var.object.items[1].id', 'var.digits'),
    fc
      .tuple(quotedText, tie('text'), tie('number'))
      .map(([t, a, b]) => `"${t.replace(/[$%]+$/, '')}\${${a}}-\${ ${b} }"`),
    fc
      .tuple(tie('truth'), fc.oneof(tie('text'), tie('number'), tie('truth')), tie('text'))
      .map(([t, a, b]) => `(${t} ? ${a} : ${b})`),
    fc
      .tuple(
        fc.constantFrom(
          'lower',
          'upper',
          'base64encode',
          'urlencode',
          'trimspace',
          'chomp',
          'md5',
          'sha256',
          'basename',
          'strrev',
          'tostring',
        ),
        tie('text'),
      )
      .map(([f, a]) => `${f}(${a})`),
    fc
      .tuple(fc.constantFrom('trimprefix', 'trimsuffix', 'trim'), tie('text'), tie('text'))
      .map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(tie('text'), tie('text'), tie('text')).map(([a, b, c]) => `replace(${a}, ${b}, ${c})`),
    fc.tuple(tie('text'), tie('list')).map(([a, b]) => `join(${a}, ${b})`),
    fc.tuple(tie('list'), tie('number')).map(([a, b]) => `element(${a}, ${b})`),
    fc
      .tuple(tie('text'), fc.integer({ min: -3, max: 5 }), fc.integer({ min: -1, max: 4 }))
      .map(([a, b, c]) => `substr(${a}, ${b}, ${c})`),
    fc
      .tuple(tie('text'), tie('number'))
      .map(([a, b]) => `format("%s has %d of 100%%", ${a}, ${b})`),
    tie('any').map((a) => `jsonencode(${a})`),
    fc.tuple(tie('any'), tie('text')).map(([a, b]) => `try(${a}.missing, ${b})`),
    tie('text').map((a) => `base64decode(base64encode(${a}))`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `coalesce(${a}, ${b}, "last")`),
    fc.tuple(tie('map'), tie('text'), tie('text')).map(([a, b, c]) => `lookup(${a}, ${b}, ${c})`),
  ),
  number: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('0', '1', '2.5', '1e3', '-3', 'var.number', '123456789012345', '0.001'),
    fc.tuple(fc.constantFrom('length'), tie('list')).map(([f, a]) => `${f}(${a})`),
    tie('text').map((a) => `length(${a})`),
    tie('map').map((a) => `length(${a})`),
    fc.constant('tonumber(var.digits)'),
  ),
  truth: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('true', 'false', 'var.yes', '!var.yes', 'var.nothing == null'),
    fc.tuple(tie('text'), fc.constantFrom('==', '!='), tie('text')).map((p) => p.join(' ')),
    fc
      .tuple(tie('number'), fc.constantFrom('==', '!=', '<', '<=', '>', '>='), tie('number'))
      .map((p) => p.join(' ')),
    fc
      .tuple(tie('truth'), fc.constantFrom('&&', '||'), tie('truth'))
      .map(([a, o, b]) => `((${a}) ${o} (${b}))`),
    fc.tuple(tie('list'), tie('text')).map(([a, b]) => `contains(${a}, ${b})`),
    tie('any').map((a) => `can(${a}.missing[0])`),
    fc
      .tuple(fc.constantFrom('startswith', 'endswith'), tie('text'), tie('text'))
      .map(([f, a, b]) => `${f}(${a}, ${b})`),
  ),
  list: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'var.list',
      'var.object.items[*].id',
      'var.object.items.*.id',
      '[]',
      'var.list[*]',
      'var.nothing[*]',
    ),
    fc.array(tie('text'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .tuple(
        fc.constantFrom('sort', 'reverse', 'distinct', 'compact', 'tolist', 'flatten'),
        tie('list'),
      )
      .map(([f, a]) => `${f}(${a})`),
    tie('list').map((a) => `sort(toset(${a}))`),
    fc.tuple(tie('list'), tie('list')).map(([a, b]) => `concat(${a}, ${b})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `split(${a}, ${b})`),
    fc.tuple(fc.constantFrom('keys', 'values'), tie('map')).map(([f, a]) => `${f}(${a})`),
  ),
  map: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'var.object.tags',
      '{}',
      '{ a = "1", "b-c" : "2" }',
      'zipmap(["x", "y"], ["1", "2"])',
    ),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `{ (${a}) = ${b}, z = "last" }`),
    fc.tuple(tie('map'), tie('map')).map(([a, b]) => `merge(${a}, ${b})`),
    tie('map').map((a) => `jsondecode(jsonencode(${a}))`),
  ),
}));
