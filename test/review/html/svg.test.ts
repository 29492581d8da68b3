import { inlineSvg } from '../../../lib/review/render/html-svg';

const inline = (svg: string) => inlineSvg(svg, 'role="img"');

describe('an SVG within a page', () => {
  test('keeps shapes and texts, its ids apart from those of the page', () => {
    const svg =
      '<?xml version="1.0"?><!DOCTYPE svg><!-- x --><svg width="1pt" viewBox="0 0 1 1"><g id="n1" class="node"><title>n1</title><path d="M0,0" fill="#fff"/><text x="1">a &lt; b &#45; c</text></g></svg>';
    expect(inline(svg)).toBe(
      '<svg width="1pt" viewBox="0 0 1 1" role="img"><g id="drawn-n1" class="node"><path d="M0,0" fill="#fff"></path><text x="1">a &lt; b &#45; c</text></g></svg>',
    );
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in another case', '<SCRIPT>alert(1)</SCRIPT>'],
    ['what is within something foreign', '<foreignObject><g><text>x</text></g></foreignObject>'],
    ['an image', '<image href="https://example.org/x"/>'],
    ['a link with a shape', '<a href="javascript:alert(1)"><path d="M0"/></a>'],
    ['a style', '<style>* { fill: red }</style>'],
    ['a use', '<use href="#x"/>'],
    ['text outside of texts', 'alert(1)'],
    ['a comment', '<!-- <script> -->'],
    ['a comment that does not end', '<!-- '],
    ['CDATA', '<![CDATA[<script>alert(1)</script>]]>'],
    ['an element that is cut off', '<path d="M0'],
    ['an end without a beginning', '</g>'],
  ])('leaves out %s', (_, content) => {
    expect(inline(`<svg>${content}</svg>`)).toBe('<svg role="img"></svg>');
  });

  test.each([
    ['handlers', '<g onload="alert(1)"/>'],
    ['links', '<g href="https://example.org" xlink:href="x"/>'],
    ['styles', '<g style="fill: red"/>'],
    ['paints from elsewhere', '<g fill="url(https://example.org/x)" stroke="URL (x)"/>'],
    ['values without quotes', '<g id=x/>'],
    ['values that hold markup', '<g id="<b>"/>'],
  ])('leaves out attributes: %s', (_, content) => {
    expect(inline(`<svg>${content}</svg>`)).toBe('<svg role="img"><g></g></svg>');
  });

  test('closes what is left open, and is empty without an svg element', () => {
    expect(inline('<svg><g><text>a')).toBe('<svg role="img"><g><text>a</text></g></svg>');
    expect(inline('<g><text>a</text></g>')).toBe('');
    expect(inline('')).toBe('');
  });
});
