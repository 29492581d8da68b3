import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';
import { AzureCloud } from '../../lib/core/cloud';
import { librarySources, ROOT } from '../support/repository';

/** What hosts of Azure end in, in any of its clouds. */
const HOST =
  /(?:azure\.(?:com|us|cn|net)|windows\.net|microsoftonline\.(?:com|us)|azureml\.ms|azurecr\.\w+|chinacloudapi\.cn|usgovcloudapi\.net)\b/;

/** Files with hosts in their texts, by the reason. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  ['lib/core/cloud.ts', 'the table of clouds itself'],
  ['lib/logic-apps/private/access-control-rules.ts', 'an error names issuers of tokens'],
]);

/** It answers in place of the public cloud, and has its hosts as Azure has them. */
const STAND_IN = 'lib/offline-provider/';

/** Documents and schemas have one address for all clouds. */
const SAME_EVERYWHERE = /https:\/\/(?:learn\.microsoft\.com|schema\.management\.azure\.com)\//;

/** The texts of a program that are no comments. */
function textsIn(program: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) found.push(node.text);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile('x.ts', program, ts.ScriptTarget.ES2022));
  return found;
}

function hostsIn(program: string): readonly string[] {
  return textsIn(program).filter((text) => HOST.test(text) && !SAME_EVERYWHERE.test(text));
}

describe('hosts of Azure', () => {
  test('stand in the table of clouds and nowhere else in the library', () => {
    const found = librarySources()
      .map((file) => relative(ROOT, file))
      .filter((file) => !ALLOWED.has(file) && !file.startsWith(STAND_IN))
      .flatMap((file) =>
        hostsIn(readFileSync(join(ROOT, file), 'utf8')).map((host) => `${file}: ${host}`),
      );
    expect(found).toEqual([]);
  });

  test.each([...ALLOWED])('stand in %s: %s', (file) => {
    expect(hostsIn(readFileSync(join(ROOT, file), 'utf8'))).not.toEqual([]);
  });

  test.each([
    ["const a = 'https://management.azure.com/';", 1],
    ['const a = `https://${account}.blob.core.windows.net`;', 1],
    ["// https://ml.azure.com\nconst a = 'https://learn.microsoft.com/azure';", 0],
  ])('are found in %s', (program, count) => {
    expect(hostsIn(program)).toHaveLength(count);
  });

  test.each([
    [AzureCloud.PUBLIC, AzureCloud.US_GOVERNMENT],
    [AzureCloud.PUBLIC, AzureCloud.CHINA],
    [AzureCloud.US_GOVERNMENT, AzureCloud.CHINA],
  ])('differ from cloud to cloud (%#)', (one, other) => {
    const shared = Object.entries(one).filter(
      ([key, value]) => key !== 'storageAudience' && Object.values(other).includes(value),
    );
    expect(shared).toEqual([]);
  });
});
