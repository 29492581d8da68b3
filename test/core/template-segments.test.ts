import {
  loneExpression,
  quotedTemplate,
  segmentsOfTemplate,
} from '../../lib/core/template-segments';

const expression = (source: string): object => ({ kind: 'expression', source });
const literal = (text: string): object => ({ kind: 'literal', text });

describe('segmentsOfTemplate', () => {
  test.each<[string, readonly object[]]>([
    ['', []],
    ['plain', [literal('plain')]],
    ['$${a} %%{b} $$${c}', [literal('${a} %{b} $${c}')]],
    ['${a.b}', [expression('${a.b}')]],
    ['x${a}y%{ if b }', [literal('x'), expression('${a}'), literal('y'), expression('%{ if b }')]],
    ['${{a = {}}}-', [expression('${{a = {}}}'), literal('-')]],
    ['${f("}")}-', [expression('${f("}")}'), literal('-')]],
    ['${f("\\"}")}-', [expression('${f("\\"}")}'), literal('-')]],
    ['${f("$${")}-', [expression('${f("$${")}'), literal('-')]],
    ['${f("%%{")}-', [expression('${f("%%{")}'), literal('-')]],
    ['${f("a${g("}")}b")}-', [expression('${f("a${g("}")}b")}'), literal('-')]],
    ['${"$$"}${a}', [literal('$$'), expression('${a}')]],
    ['${never ends', [expression('${never ends')]],
    ['${never "ends', [expression('${never "ends')]],
  ])('splits %j', (template, segments) => {
    expect(segmentsOfTemplate(template)).toEqual(segments);
  });
});

describe('loneExpression', () => {
  test.each([
    ['${a.b}', 'a.b'],
    ['x${a.b}', undefined],
    ['${a}${b}', undefined],
    ['%{ if a }', undefined],
    ['plain', undefined],
    ['', undefined],
  ])('finds in %j only what stands alone', (template, inside) => {
    expect(loneExpression(segmentsOfTemplate(template))).toBe(inside);
  });
});

describe('quotedTemplate', () => {
  test.each([
    ['say "hi" \\ ${a}', '"say \\"hi\\" \\\\ ${a}"'],
    ['a\n\u0001', '"a\\u000a\\u0001"'],
    ['$${x}%%{y}', '"$${x}%%{y}"'],
    ['${"$$"}${a}', '"\\u0024\\u0024${a}"'],
  ])('writes %j as an expression', (template, quoted) => {
    expect(quotedTemplate(segmentsOfTemplate(template))).toBe(quoted);
  });
});
