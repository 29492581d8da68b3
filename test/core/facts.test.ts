import { Construct } from 'constructs';
import { factsOf, recordFact } from '../../lib/core/facts';
import { plainStack, synthesized } from './evaluate';

const ENDPOINT = { pipeline: 'churn', endpoint: 'https://churn' };
const TRIGGER = { when: 'every day', through: 'schedule', pipeline: 'churn' };

describe('facts', () => {
  test('are found below a construct, by kind, in tree order, with the construct they stand on', () => {
    const stack = plainStack();
    const [first, second] = [new Construct(stack, 'First'), new Construct(stack, 'Second')];
    const inner = new Construct(first, 'Inner');
    recordFact(second, 'endpoint', { ...ENDPOINT, pipeline: 'third' });
    recordFact(inner, 'endpoint', { ...ENDPOINT, pipeline: 'second' });
    recordFact(first, 'endpoint', { ...ENDPOINT, pipeline: 'first' });
    recordFact(first, 'trigger', TRIGGER);

    const found = factsOf(stack, 'endpoint');
    expect(found.map(({ scope, fact }) => [scope, fact.pipeline])).toEqual([
      [first, 'first'],
      [inner, 'second'],
      [second, 'third'],
    ]);
    expect(factsOf(first, 'trigger')).toEqual([{ scope: first, fact: TRIGGER }]);
    expect(factsOf(second, 'trigger')).toEqual([]);
    expect(factsOf(stack, 'grant')).toEqual([]);
  });

  test('of one construct stay in the order in which they were noted', () => {
    const stack = plainStack();
    recordFact(stack, 'trigger', { ...TRIGGER, when: 'first' });
    recordFact(stack, 'trigger', { ...TRIGGER, when: 'second' });
    expect(factsOf(stack, 'trigger').map(({ fact }) => fact.when)).toEqual(['first', 'second']);
  });

  test('leave no trace in what is synthesized', () => {
    const [plain, noted] = [plainStack(), plainStack()];
    recordFact(noted, 'endpoint', ENDPOINT);
    expect(synthesized(noted)).toEqual(synthesized(plain));
  });
});
