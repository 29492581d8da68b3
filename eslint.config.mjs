import js from '@eslint/js';
import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const BARE_ERROR = {
  selector: 'NewExpression[callee.name="Error"], CallExpression[callee.name="Error"]',
  message: 'Use the error classes of lib/core/errors.ts, which carry a code.',
};
const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Use named exports.',
};
const LOGICAL_ID = {
  selector: 'CallExpression[callee.property.name="overrideLogicalId"]',
  message:
    'Two instances in one stack would share the address, and the last one would win silently.',
};
const CONSTRUCTING_GETTER = {
  selector:
    ':matches(MethodDefinition, Property)[kind="get"] NewExpression[callee.name=/^Terraform/]',
  message: 'Reading a getter twice would add the construct twice.',
};

const CDKTF_ROOT_ONLY = {
  regex: '^cdktf/.',
  message: 'Import cdktf from its root, so that the source can be emitted for its fork.',
};
const PROVIDER_SUBPATH_ONLY = {
  regex: '^@cdktf/provider-[^/]+(?!/lib/[a-z0-9-]+$)(/.*)?$',
  message: 'Import one resource, @cdktf/provider-azurerm/lib/<resource>: the root costs seconds.',
};
const NO_PRIVATE = {
  regex: '(^|/)private/',
  message: 'An index exports the public API only.',
};
const NO_CONSTRUCTS = {
  regex: '^(cdktf|constructs|@cdktf/.*)$',
  allowTypeImports: true,
  message: 'Rules and bodies are pure: take core and types only.',
};

const restrictImports = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'packages/',
      'site/',
      'coverage/',
      '**/cdktf.out/',
      '**/.terraform/',
      // A project of its own, compiled against the packed library.
      'scripts/smoke/consumer/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      // What names and JSON may not hold is written as such.
      'no-control-regex': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A key of a JSON document reads as one in brackets.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/explicit-member-accessibility': 'error',
      // Names in Azure and Terraform are ASCII.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-shadow': 'error',
      // What few programs need is loaded when it is first needed.
      '@typescript-eslint/no-require-imports': [
        'error',
        {
          allow: [
            `^(?:cdktf|${Object.keys(manifest.dependencies).join('|')})$`,
            '^\\.\\./rehearsal$',
            '^\\./[a-z]+-command$',
          ],
        },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // The public API uses what jsii can express: maps as type literals, classes of statics, overrides with all parameters.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-empty-function': ['error', { allow: ['private-constructors'] }],
      // Constructs are passed by their interfaces, IConstruct above all.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-restricted-syntax': ['error', DEFAULT_EXPORT, LOGICAL_ID],
    },
  },
  {
    files: ['lib/**/*.ts'],
    linterOptions: { noInlineConfig: true },
    rules: {
      '@typescript-eslint/member-ordering': [
        'error',
        {
          default: [
            'signature',
            'static-field',
            'static-method',
            'instance-field',
            'constructor',
            ['public-get', 'public-method'],
            ['protected-get', 'protected-method'],
            ['private-get', 'private-method'],
          ],
        },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/strict-boolean-expressions': [
        'error',
        { allowString: false, allowNumber: false, allowNullableObject: false },
      ],
      complexity: ['error', 10],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        BARE_ERROR,
        DEFAULT_EXPORT,
        LOGICAL_ID,
        CONSTRUCTING_GETTER,
      ],
      ...restrictImports(CDKTF_ROOT_ONLY, PROVIDER_SUBPATH_ONLY),
    },
  },
  {
    files: ['lib/**/index.ts'],
    rules: restrictImports(CDKTF_ROOT_ONLY, PROVIDER_SUBPATH_ONLY, NO_PRIVATE),
  },
  {
    files: ['lib/**/private/**/*-body.ts', 'lib/**/private/**/*-rules.ts'],
    rules: restrictImports(CDKTF_ROOT_ONLY, NO_CONSTRUCTS),
  },
  {
    files: ['test/**/*.ts', 'examples/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // The asymmetric matchers of jest are typed as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
      ...restrictImports(PROVIDER_SUBPATH_ONLY),
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly' },
    },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { __dirname: 'readonly', module: 'writable', require: 'readonly' },
    },
  },
);
