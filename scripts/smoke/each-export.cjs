// Loads each export of the package as if it were the only one: modules may need each other in a circle
// that only some of them can be entered at.
const { log } = require('node:console');
const { sep } = require('node:path');
const process = require('node:process');

const [, , library] = process.argv;
const names = Object.keys(require(library));
for (const name of names) {
  for (const file of Object.keys(require.cache)) {
    if (file.includes(`${sep}${library}${sep}`)) delete require.cache[file];
  }
  if (require(library)[name] === undefined) throw new Error(`${name} is undefined`);
}
log(names.length);
