// Loads the modules that its arguments name, and of MODULE#NAME,NAME these names, and tells what that cost,
// and which bindings came along.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
for (const argument of process.argv.slice(2)) {
  const [specifier, names = ''] = argument.split('#');
  const loaded = require(specifier);
  for (const name of names.split(',').filter(Boolean)) {
    if (loaded[name] === undefined) throw new Error(`${specifier} has no ${name}`);
  }
}
const { user, system } = process.cpuUsage();

const bindings = Object.keys(require.cache).flatMap(
  (file) => /(@cdktf\/provider-azurerm\/lib\/[a-z0-9-]+)\/index\.js$/.exec(file)?.[1] ?? [],
);
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, bindings }));
