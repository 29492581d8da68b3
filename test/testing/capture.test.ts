import { Capture, Match, Template } from 'cdktf-azureml/testing';
import { failureOf } from './failure';

const template = Template.fromJson({
  resource: {
    thing: {
      A: { kind: 'x', text: 'a', size: 1, on: true, tags: { k: 'v' }, list: [1, 2] },
      B: { kind: 'y', text: 'b', size: 2 },
      C: { kind: 'y', text: 'c' },
    },
  },
});

describe('a capture', () => {
  test('takes a value of every type from the block that matches', () => {
    const captured = {
      text: new Capture(),
      size: new Capture(),
      on: new Capture(),
      tags: new Capture(),
      list: new Capture(),
    };
    template.hasResource('thing', { kind: 'x', ...captured });
    expect([
      captured.text.asString(),
      captured.size.asNumber(),
      captured.on.asBoolean(),
      captured.tags.asObject(),
      captured.list.asArray(),
    ]).toEqual(['a', 1, true, { k: 'v' }, [1, 2]]);
  });

  test('takes nothing from blocks that do not match', () => {
    const text = new Capture();
    template.hasResource('thing', { text, size: 2 });
    expect(text.values()).toEqual(['b']);
  });

  test('takes the values of all blocks that match, in their order', () => {
    const text = new Capture();
    template.hasResource('thing', { kind: 'y', text });
    expect(text.values()).toEqual(['b', 'c']);
  });

  test('takes the item that matches in a list', () => {
    const item = new Capture(2);
    template.hasResource('thing', { list: Match.arrayWith([item]) });
    expect(item.values()).toEqual([2]);
  });

  test('takes nothing from a pattern that is negated', () => {
    const text = new Capture('z');
    template.hasResource('thing', { kind: 'x', text: Match.not(text) });
    expect(text.values()).toEqual([]);
  });

  test('fails the match where its pattern does not match', () => {
    const text = new Capture(Match.stringMatching(/^z/));
    const { message } = failureOf(() => {
      template.hasResource('thing', { kind: 'x', text });
    });
    expect(message).toContain('text: expected a string matching /^z/, found "a"');
  });

  test('fails the match where there is no value', () => {
    const failure = failureOf(() => {
      template.hasResource('thing', { missing: new Capture() });
    });
    expect(failure.message).toContain('missing: expected any value, captured, found nothing');
  });

  test('fails when nothing was captured', () => {
    expect(failureOf(() => new Capture().asString()).message).toContain('nothing was captured');
  });

  test('fails when one value is asked of several', () => {
    const text = new Capture();
    template.hasResource('thing', { kind: 'y', text });
    expect(failureOf(() => text.asString()).message).toContain('2 values were captured');
  });

  test.each<[string, (capture: Capture) => unknown]>([
    ['a number', (capture): unknown => capture.asNumber()],
    ['true or false', (capture): unknown => capture.asBoolean()],
    ['an object', (capture): unknown => capture.asObject()],
    ['a list', (capture): unknown => capture.asArray()],
  ])('fails when %s is asked of a string', (expected, read) => {
    const text = new Capture();
    template.hasResource('thing', { kind: 'x', text });
    const failure = failureOf(() => read(text));
    expect(failure.code).toBe('TemplateMismatch');
    expect(failure.message).toContain(`the captured value is not ${expected}, it is "a"`);
  });

  test('fails when a string is asked of a number', () => {
    const size = new Capture();
    template.hasResource('thing', { kind: 'x', size });
    expect(failureOf(() => size.asString()).message).toContain('is not a string, it is 1');
  });
});
