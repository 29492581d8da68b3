import { Construct } from 'constructs';
import { App, TerraformStack } from 'cdktf';
import * as fc from 'fast-check';
import { PipelineHost } from '../../lib/data-factory/private/pipeline-host';
import { TRIGGERING_BLOB } from '../../lib/data-factory/private/triggering-blob';
import { evaluated } from './pipeline-language';

const host = new PipelineHost(new Construct(new TerraformStack(new App(), 's'), 'c'));

describe('text of a pipeline', () => {
  test.each([
    ['plain', 'plain'],
    ['@x', '@@x'],
    ['@{x}', '@@{x}'],
    ['@@', '@@@'],
    ['a@b', 'a@b'],
    ['a @{b}', 'a @@{b}'],
    ['@a @{b}', '@@a @{b}'],
    ['', ''],
  ])('%j is written as %j', (text, written) => {
    expect(host.escapeLiteral(text)).toBe(written);
  });

  test('arrives as it was', () => {
    const text = fc.string({ unit: fc.constantFrom('@', '{', '}', "'", 'a') });
    fc.assert(
      fc.property(text, (given) => {
        expect(evaluated(host.escapeLiteral(given))).toBe(given);
      }),
    );
  });
});

describe('the blob that started a pipeline', () => {
  test.each([
    ['raw/in/day 1', 'a#b?.csv', 'raw/in/day%201/a%23b%3F.csv', 'in/day 1/a#b?.csv'],
    ['raw', 'a.csv', 'raw/a.csv', 'a.csv'],
    ['raw/100%', 'ä.csv', 'raw/100%25/%C3%A4.csv', '100%/ä.csv'],
  ])('in %s called %s is read by URL and by path', (folder, name, url, path) => {
    const parameters = {
      triggeringBlobEndpoint: 'https://st.blob.core.windows.net',
      triggeringBlobFolder: folder,
      triggeringBlobName: name,
    };
    expect(evaluated(TRIGGERING_BLOB.uri, { parameters })).toBe(
      `https://st.blob.core.windows.net/${url}`,
    );
    expect(evaluated(TRIGGERING_BLOB.relativePath, { parameters })).toBe(path);
  });
});
