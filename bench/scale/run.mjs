// Declares and synthesizes, and prints the CPU time of that alone: what is loaded is loaded before.
//
//   node run.mjs with-library|by-hand FOLDER GROUPS
const [variant, outdir, groups] = process.argv.slice(2);
const { declare } = await import(`./${variant}.mjs`);

const before = process.cpuUsage();
declare(outdir, Number(groups)).synth();
const { user, system } = process.cpuUsage(before);
console.log(`cpu-seconds ${(user + system) / 1e6}`);
