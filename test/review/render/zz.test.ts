import { renderMarkdown, renderText, renderJson, renderSarif, renderHtml } from '../../../lib/review/render';
import { SAMPLE } from './sample';
import { writeFileSync } from 'node:fs';
test('x', () => {
  writeFileSync('/tmp/r.md', renderMarkdown(SAMPLE)); writeFileSync('/tmp/r.txt', renderText(SAMPLE, {color: false}));
  writeFileSync('/tmp/r.json', renderJson(SAMPLE)); writeFileSync('/tmp/r.sarif', renderSarif(SAMPLE)); writeFileSync('/tmp/r.html', renderHtml(SAMPLE, {topologySvg: '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="100" height="50" fill="teal"/></svg>'}));
});
