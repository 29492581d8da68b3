import { ExactNumber } from '../../../lib/review/model';
import { parsedExactly } from '../../../lib/review/read/exact-numbers';
import { readPlans } from '../../../lib/review/read/read-plans';
import { renderJson, renderMarkdown, renderText } from '../../../lib/review/render';
import { Review } from '../../../lib/review/review';

/** A review of a plan that is written by hand: `JSON.stringify` cannot write such numbers. */
function reviewOf(before: string, after: string, more = ''): Review {
  const text = `{"format_version":"1.2","resource_changes":[{"address":"acme_box.x","mode":"managed","type":"acme_box",
    "name":"x","change":{"actions":["update"],"before":${before},"after":${after},"after_unknown":{}${more}}}]}`;
  return Review.of(readPlans([{ name: 'churn.json', bytes: Buffer.from(text) }]));
}

describe('a number that a double would round', () => {
  test.each([
    ['{"seed":9007199254740993}', '{"seed":9007199254740992}'],
    ['{"seed": -9007199254740993}', '{"seed": -9007199254740992}'],
    ['{"seed":0.12345678901234567891}', '{"seed":0.12345678901234567892}'],
    ['{"seed":[\n123456789012345678901234567890]}', '{"seed":[\n123456789012345678901234567891]}'],
    ['{"seed":"{\\"of\\":9007199254740993}"}', '{"seed":"{\\"of\\":9007199254740992}"}'],
    ['{"seed":9007199254740993}', '{"seed":"9007199254740993"}'],
  ])('is told from its neighbour: %s', (before, after) => {
    const [change] = reviewOf(before, after).changes;
    const digits = (text: string) => /[\d.]{16,}/.exec(text)?.[0] ?? '';
    expect(change?.differences).toHaveLength(1);
    expect(change?.meaning.join()).toContain(digits(before));
    expect(change?.meaning.join()).toContain(digits(after));
  });

  test('is the same as itself', () => {
    const [change] = reviewOf('{"seed":9007199254740993}', '{"seed":9007199254740993}').changes;
    expect(change?.differences).toEqual([]);
  });

  test('is written with all its digits', () => {
    const review = reviewOf('{"seed":1}', '{"seed":9007199254740993}');
    expect(renderMarkdown(review)).toContain('9007199254740993');
    expect(renderText(review)).toContain('1 → 9007199254740993');
    expect(JSON.parse(renderJson(review))).toMatchObject({
      changes: [{ differences: [{ before: 1, after: { $number: '9007199254740993' } }] }],
    });
  });

  test('is not shown where it is sensitive, and told to change', () => {
    const marks = ',"before_sensitive":{"seed":true},"after_sensitive":{"seed":true}';
    const review = reviewOf('{"seed":9007199254740993}', '{"seed":9007199254740992}', marks);
    expect(review.changes[0]?.meaning).toEqual(['a sensitive value changes: seed']);
    expect(renderJson(review)).not.toContain('900719925474099');
  });
});

describe('reading JSON with exact numbers', () => {
  test.each([
    '9007199254740992',
    '10000000000000000000000',
    '0.30000000000000004',
    '1234567890.5000000000000',
    '-0.00000000000000000000',
    '1.7976931348623157e308',
  ])('leaves %s as it is', (digits) => {
    expect(parsedExactly(`[${digits}]`)).toEqual([Number(digits)]);
  });

  test.each(Array.from({ length: 34 }, (_, count) => [count]))(
    'finds one behind %i characters, alone and behind digits that are none',
    (count) => {
      const number = new ExactNumber('9007199254740993');
      expect(parsedExactly(`${' '.repeat(count)}${number.digits}`)).toEqual(number);
      const digits = '1'.repeat(count);
      expect(parsedExactly(`["x${digits}",${number.digits}]`)).toEqual([`x${digits}`, number]);
    },
  );

  test('leaves digits in texts and names alone', () => {
    const value = {
      '9007199254740993': 'at 9007199254740993, :9007199254740993 \\" -9007199254740993',
      '#': '#9007199254740993',
      'a"b\\': [':9007199254740993'],
    };
    expect(parsedExactly(JSON.stringify(value))).toEqual(value);
    expect(parsedExactly(`[${JSON.stringify(value)},9007199254740993]`)).toEqual([
      value,
      new ExactNumber('9007199254740993'),
    ]);
  });

  test('keeps members of any name as they are', () => {
    const read = parsedExactly('{"__proto__":{"a":9007199254740993},"b":1}');
    expect(JSON.stringify(read)).toBe('{"__proto__":{"a":{"digits":"9007199254740993"}},"b":1}');
  });

  test.each(['[09007199254740993]', '[90071992547409931.]', '[9007199254740993'])(
    'refuses %s as JSON.parse does',
    (text) => {
      expect(() => parsedExactly(text)).toThrow(SyntaxError);
    },
  );
});
