// Preloaded into Node (--require): programs that ask for cdktf get CDK Terrain.
const Module = require('node:module');
const { replacedSpecifier } = require('./modules.js');

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return resolve.call(this, replacedSpecifier(request), ...rest);
};
