import { OptionDefaults } from 'typedoc';

/** @type {Partial<import('typedoc').TypeDocOptions>} */
const options = {
  name: 'cdktf-azureml',
  entryPoints: ['lib/index.ts', 'lib/testing/index.ts', 'lib/pulumi/index.ts'],
  tsconfig: 'tsconfig.build.json',
  out: 'site',
  readme: 'README.md',
  excludeInternal: true,
  excludePrivate: true,
  excludeExternals: true,
  disableSources: true,
  hideGenerator: true,
  githubPages: false,
  validation: {
    notExported: true,
    notDocumented: true,
    invalidLink: true,
    rewrittenLink: true,
    unusedMergeModuleWith: true,
  },
  requiredToBeDocumented: [
    'Enum',
    'Variable',
    'Function',
    'Class',
    'Interface',
    'Property',
    'Method',
    'Accessor',
    'TypeAlias',
  ],
  treatWarningsAsErrors: false,
  treatValidationWarningsAsErrors: true,
  excludeProtected: true,
  // `@jsii ignore` marks what only TypeScript can have.
  blockTags: [...OptionDefaults.blockTags, '@jsii'],
  excludeTags: [...OptionDefaults.excludeTags, '@jsii'],
};

export default options;
