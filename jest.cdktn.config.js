// The same tests with CDK Terrain in place of cdktf: in the modules that jest loads, and in the programs that
// tests start.
const { join } = require('node:path');
const base = require('./jest.config.js');
const { ENGINE_MODULES } = require('./scripts/cdktn/modules.js');

const preload = JSON.stringify(join(__dirname, 'scripts/cdktn/resolve.js'));
process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS ?? '', '--require', preload].join(' ').trim();

// Tests of what reads no construct and makes none: the offline provider speaks Terraform's protocol, reviews
// and policies read plans, and the others read the texts of the repository. They have just run in CI, where
// ENGINE_TESTS=dependent leaves them out here.
const INDEPENDENT = [
  'test/offline-provider/',
  'test/policy/',
  'test/review/(?!.*terraform)',
  'test/repo/(?:error-codes|hosts|imports|secrets|tracked-files|triggers-document)\\.',
];

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testPathIgnorePatterns: process.env.ENGINE_TESTS === 'dependent' ? INDEPENDENT : [],
  moduleNameMapper: { ...base.moduleNameMapper, ...Object.fromEntries(ENGINE_MODULES) },
};
