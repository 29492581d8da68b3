import { renderSarif } from '../../../lib/review/render';
import { ReviewSource } from '../../../lib/review/model';
import { Review } from '../../../lib/review/review';
import { NOW, stackOf } from '../meaning/fixtures';
import { HOSTILE, hostileReview } from './hostile';
import { SAMPLE } from './sample';
import { sarifErrors } from './sarif-schema';

const NOTHING = Review.of({ stacks: [stackOf([])], source: ReviewSource.SYNTH }, { now: NOW });

describe('findings as SARIF', () => {
  test.each([
    ['the sample', SAMPLE, {}] as const,
    [
      'another folder and a version',
      SAMPLE,
      { folder: './out/my stacks/', version: '1.2.3' },
    ] as const,
    ['nothing', NOTHING, {}] as const,
    ...HOSTILE.map((name) => [name, hostileReview(name), {}] as const),
  ])('are as the schema of SARIF 2.1.0 says: %j', (_, review, options) => {
    expect(sarifErrors(JSON.parse(renderSarif(review, options)))).toEqual([]);
  });

  test.each<[string, (sarif: string) => string]>([
    ['another level', (sarif) => sarif.replace('"level": "error"', '"level": "high"')],
    ['no message', (sarif) => sarif.replace('"message"', '"massage"')],
    ['another version', (sarif) => sarif.replace('"version": "2.1.0"', '"version": "2.0.0"')],
    ['an address that is none', (sarif) => sarif.replace('"uri": "', '"uri": "%%% ')],
    ['no rule', (sarif) => sarif.replace('"ruleIndex": ', '"ruleIndex": -')],
  ])('are refused by that schema with %s', (_, broken) => {
    expect(sarifErrors(JSON.parse(broken(renderSarif(SAMPLE))))).not.toEqual([]);
  });
});
