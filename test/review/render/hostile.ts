import {
  ChangeAction,
  type ReviewedStack,
  ReviewSource,
  Sensitive,
} from '../../../lib/review/model';
import { Review } from '../../../lib/review/review';
import { changed, NOW, stackOf } from '../meaning/fixtures';

/** Names that try to become something else. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</summary></details><h1>owned</h1>',
  '</script><script>alert(1)</script>',
  '`code` ``two`` ```three',
  '``` \n# heading\n\n- item',
  '| a | b |\n|---|---|\n| c | d |',
  '[link](javascript:alert(1)) ![image](https://example.org/x.png)',
  'https://example.org www.example.org a@example.org',
  '@everyone #1 GH-1',
  '<!-- comment --> --> ]]> &lt;b&gt;',
  '**bold** __bold__ ~~gone~~ _it_ * \\',
  '\u001b[31mred\u001b[0m \u202Ereversed \u0000null',
  '1. one',
  '- dash',
  '# hash',
  '> quote',
  '    indented',
  '',
];

/** A review in which a name stands wherever a name can stand. */
export function hostileReview(...names: readonly string[]): Review {
  return Review.of({ stacks: names.map(hostileStack), source: ReviewSource.PLAN }, { now: NOW });
}

function hostileStack(name: string): ReviewedStack {
  const address = `aws_thing.x["${name}"]`;
  const changes = [
    changed({
      stack: name,
      address,
      type: 'azurerm_storage_account',
      label: name,
      action: ChangeAction.REPLACE,
      forcedBy: [[name]],
      movedFrom: name,
      reason: name,
      before: { [name]: 'x', secret: Sensitive.VALUE },
      after: { [name]: name, secret: 'y' },
    }),
    changed({
      stack: name,
      address: `${name}.y`,
      type: name,
      label: name,
      constructPath: `a/${name}/b`,
      before: { a: name },
      after: { a: [name, 'z'] },
    }),
    changed({
      stack: name,
      address: 'azapi_resource.p',
      label: name,
      armType: 'Microsoft.DataFactory/factories/pipelines',
      before: { body: { properties: { activities: [] } } },
      after: {
        body: { properties: { activities: [{ name, type: 'AzureMLExecutePipeline' }] } },
      },
    }),
  ];
  const outputs = [{ name, action: ChangeAction.UPDATE }];
  return stackOf(changes, { name, outputs, notes: [name], checks: [name] });
}
