// npm run bench            a table
// npm run bench -- --json  for machines
import { fileURLToPath } from 'node:url';
import { scaleCost } from './scale.mjs';
import { importCost, synthCost } from './start-up.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const figures = [...synthCost(root), ...importCost(root), ...scaleCost(root)];

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(figures, undefined, 2));
} else {
  const rows = figures.map(({ subject, beside, unit, value, goal, detail }) => [
    subject,
    `${value.toFixed(2)} ${unit}`,
    `goal ${goal.toFixed(2)}`,
    value <= goal ? 'met' : 'missed',
    `beside ${beside}`,
    detail ?? '',
  ]);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  }
}
