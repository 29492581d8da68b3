// Runs a command of the compiled package as users do, and tells what the whole process has cost, its start included.
import { createRequire } from 'node:module';

const { run } = createRequire(import.meta.url)('../../dist/cli/run.js');
const ignored = () => undefined;
const code = await run(process.argv.slice(2), { out: ignored, note: ignored });
const { user, system } = process.cpuUsage();
const peakMb = process.resourceUsage().maxRSS / 1024;

console.log(JSON.stringify({ code, cpuSeconds: (user + system) / 1e6, peakMb }));
