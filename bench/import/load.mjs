// Loads the modules that its arguments name and tells what that cost, and which bindings came along.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
for (const specifier of process.argv.slice(2)) require(specifier);
const { user, system } = process.cpuUsage();

const bindings = Object.keys(require.cache).flatMap(
  (file) => /(@cdktf\/provider-azurerm\/lib\/[a-z0-9-]+)\/index\.js$/.exec(file)?.[1] ?? [],
);
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, bindings }));
