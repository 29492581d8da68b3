// What `JSON.parse` of a file costs, alone, and with the process that reads the file for it.
import { readFileSync } from 'node:fs';
import { measured } from '../snapshot/measure.mjs';

const text = readFileSync(process.argv[2], 'utf8');
const { result, cpuSeconds, peakMb } = measured(() => JSON.parse(text));

const { user, system } = process.cpuUsage();

console.log(
  JSON.stringify({
    members: Object.keys(result).length,
    cpuSeconds,
    processSeconds: (user + system) / 1e6,
    peakMb,
  }),
);
