import { disagreements, type JudgedReview } from './judged-reviews';

const ONE: JudgedReview = {
  verdict: 'changes: 1 to create',
  findings: ['f'],
  changes: ['create a'],
};

test.each<[string, Partial<JudgedReview>, readonly string[]]>([
  ['nothing', {}, []],
  ['the verdict', { verdict: 'x' }, ['synthesized: changes: 1 to create', 'planned: x']],
  ['a finding', { findings: [] }, ['only synthesized: f']],
  ['a change', { changes: ['create a', 'delete b'] }, ['only planned: delete b']],
  [
    'an action',
    { changes: ['update a'] },
    ['only synthesized: create a', 'only planned: update a'],
  ],
])('two reviews that differ in %s are told apart', (_, other, lines) => {
  expect(disagreements(ONE, { ...ONE, ...other })).toEqual(lines);
});
