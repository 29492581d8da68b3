import { escapeExpressions } from '../../lib/logic-apps/private/expressions';
import { textOfTemplate } from './workflow-language';

describe('escaped literals', () => {
  test.each([
    ['plain text', 'plain text'],
    ['', ''],
    ['@', '@@'],
    ['@triggerBody()', '@@triggerBody()'],
    ['@@', '@@@'],
    ['@{guid()}', '@@{guid()}'],
    ['a@{guid()}b', 'a@@{guid()}b'],
    ['a@@{guid()}', 'a@@@{guid()}'],
    ['@a @{guid()}', '@@a @{guid()}'],
    ['mail@example.org', 'mail@example.org'],
    [' @trim()', ' @trim()'],
    ['${{inputs.x}}', '${{inputs.x}}'],
  ])('write %j as %j, which Logic Apps reads as it was', (text, escaped) => {
    expect(escapeExpressions(text)).toBe(escaped);
    expect(textOfTemplate(escaped)).toBe(text);
  });
});
