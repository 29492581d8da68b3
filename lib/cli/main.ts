#!/usr/bin/env node
import { run } from './run';

void run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
}).then((code) => {
  process.exitCode = code;
});
