import {
  parseVersionLines,
  renderVersionLines,
  type VersionLine,
  VersionStatus,
} from '../../../lib/platform/versions/private/version-lines';
import { codesIn, messageOf } from './setup';

const A: VersionLine = {
  stack: 'churn',
  address: 'azapi_resource.A',
  status: VersionStatus.DECLARED,
  id: '/subscriptions/s/a?api-version=1',
};
const B: VersionLine = {
  stack: 'churn',
  address: 'azurerm_storage_blob.B',
  status: VersionStatus.FORGOTTEN,
  id: 'https://st.blob.core.windows.net/code/${join("-", var.x)}/',
};

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

describe('a versions file', () => {
  test('has one line for each version, in an order of its own', () => {
    const [one, other] = [renderVersionLines([A, B]), renderVersionLines([B, A])];
    expect(one).toBe(other);
    expect(linesOf(one)).toEqual([
      'churn azapi_resource.A declared /subscriptions/s/a?api-version=1',
      'churn azurerm_storage_blob.B forgotten https://st.blob.core.windows.net/code/${join("-", var.x)}/',
    ]);
  });

  test('says for whom it is, and what to do with it', () => {
    expect(renderVersionLines([])).toMatch(
      /^# .*Commit this file[^]*keep the lines of both sides\.\n$/,
    );
  });

  test.each(['\n', '\r\n'])('is read as it was written, with %j at the ends of lines', (end) => {
    const text = renderVersionLines([A, B]).replaceAll('\n', end);
    expect(parseVersionLines(text, 'f')).toEqual([A, B]);
  });

  test.each([
    ['declared', 'forgotten', 'adopted'],
    ['forgotten', 'declared', 'adopted'],
    ['adopted', 'declared', 'adopted'],
    ['declared', 'declared', 'declared'],
    ['forgotten', 'forgotten', 'forgotten'],
  ])('that a merge left with %s and %s is read as %s', (one, other, both) => {
    const text = [one, other].map((status) => `s azapi_resource.A ${status} /id`).join('\n');
    expect(parseVersionLines(text, 'f').map(({ status }) => status)).toEqual([both]);
  });

  test.each([
    '<<<<<<< ours',
    '=======',
    's azapi_resource.A /id',
    's azapi_resource.A destroyed /id',
    's azapi_resource.A declared ',
  ])('with the line %j is refused, with its number', (line) => {
    const read = () => parseVersionLines(`# x\n${line}\n`, 'a/b.versions');
    expect(codesIn(read)).toEqual(['VersionsFileInvalid']);
    expect(messageOf(read)).toContain('a/b.versions, line 2');
  });
});
