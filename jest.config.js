// What tests synthesize is no publication of anybody.
process.env.CDKTF_AZUREML_VERSIONS ??= 'off';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: {
    '^cdktf-azureml$': '<rootDir>/lib/index.ts',
    '^cdktf-azureml/pulumi$': '<rootDir>/lib/pulumi/index.ts',
    '^cdktf-azureml/testing$': '<rootDir>/lib/testing/index.ts',
  },
  globalSetup: '<rootDir>/test/support/start-of-run.ts',
  globalTeardown: '<rootDir>/test/support/remove-temp-folder.ts',
  maxWorkers: '100%',
  testTimeout: 30_000,
  collectCoverageFrom: ['lib/**/*.ts', '!lib/**/index.ts'],
};
