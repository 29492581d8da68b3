// Completes package-lock.json with the packages for other platforms that the registry in use does
// not serve. npm leaves them out when it writes the lock, and `npm ci` then refuses it everywhere.
// Run it after every change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = missing(lock.packages);
lock.packages = Object.fromEntries(
  Object.entries({ ...lock.packages, ...Object.fromEntries(added) }).sort(([a], [b]) =>
    a.localeCompare(b, 'en'),
  ),
);
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
for (const [path, { version }] of added) console.log(`added ${path} ${version}`);

function missing(packages) {
  return Object.values(packages).flatMap(({ optionalDependencies = {}, dev }) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => packages[`node_modules/${name}`] === undefined)
      .flatMap(([name, version]) => entries(name, version, dev)),
  );
}

/** The entry of a package that says its platform in its name and is wanted in one version. */
function entries(name, version, dev) {
  const words = name.split('-');
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  if (os.length !== 1 || cpu.length !== 1 || !/^\d+\.\d+\.\d+$/.test(version)) return [];
  const development = dev === true ? { dev } : {};
  return [[`node_modules/${name}`, { version, cpu, ...development, optional: true, os }]];
}
