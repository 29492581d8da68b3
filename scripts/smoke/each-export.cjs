// Loads each export of the package as if it were the only one: modules may need each other in a circle
// that only some of them can be entered at.
const { log } = require('node:console');
const { sep } = require('node:path');

const names = Object.keys(require('cdktf-azureml'));
for (const name of names) {
  for (const file of Object.keys(require.cache)) {
    if (file.includes(`${sep}cdktf-azureml${sep}`)) delete require.cache[file];
  }
  if (require('cdktf-azureml')[name] === undefined) throw new Error(`${name} is undefined`);
}
log(names.length);
