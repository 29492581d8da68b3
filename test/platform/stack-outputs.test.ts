import { Construct } from 'constructs';
import { addOutput, addStudioUrl } from '../../lib/platform/stack-outputs';
import { Template } from '../../lib/testing';
import { freshStack } from '../support/stack';

describe('outputs that the library makes', () => {
  test.each<[string, string]>([
    ['Train', 'train_scoring_uri'],
    ['ChurnTrain', 'churn_train_scoring_uri'],
    ['2026-11', 'n2026_11_scoring_uri'],
  ])('are named after the place of a construct: %s', (id, name) => {
    const scope = new Construct(freshStack(), id);
    expect(addOutput(scope, 'scoring_uri', 'x', 'where')).toBe(name);
  });

  test('have names of their own where places read alike', () => {
    const stack = freshStack();
    const names = ['ChurnTrain', 'Churn_Train'].map((id) =>
      addOutput(new Construct(stack, id), 'scoring_uri', id, 'where'),
    );
    expect(new Set(names).size).toBe(2);
    expect(Object.keys(Template.fromStack(stack).toJson()['output'] as object)).toEqual(names);
  });

  test('list pages of the studio in one', () => {
    const stack = freshStack();
    const team = new Construct(stack, 'Team');
    addStudioUrl(team, 'https://ml.azure.com/a');
    addStudioUrl(new Construct(team, 'Train'), 'https://ml.azure.com/b');
    expect(Template.fromStack(stack).toJson()['output']).toMatchObject({
      studio_urls: {
        value: { Team: 'https://ml.azure.com/a', 'Team/Train': 'https://ml.azure.com/b' },
      },
    });
  });
});
