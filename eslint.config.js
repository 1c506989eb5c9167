import neostandard, { plugins } from 'neostandard'

const typescriptEslint = plugins['typescript-eslint']

/** Where settings are read. Tests set the environment of the programs that they start. */
const READS_ENVIRONMENT = ['src/config.ts']
/** Where the program speaks to whoever started it. */
const WRITES_TO_CONSOLE = ['src/main.ts', 'src/cli/**', 'src/demo/**']

export default [
  { ignores: ['build/', '.build*/', '.tap/', 'data/', '**/*.queries.ts'] },
  ...neostandard({ ts: true }),
  {
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-void': ['error', { allowAsStatement: true }],
      '@stylistic/max-len': ['error', { code: 120, comments: 100, ignorePattern: '^\\s*// eslint-|@name' }],
      'no-restricted-syntax': ['error', {
        selector: 'ExportAllDeclaration',
        message: 'Say what is exported, where it is made: there are no barrel files.'
      }, {
        selector: 'ImportDeclaration[source.value=/^[.].*(?<!\\.(js|json))$/]',
        message: 'Name the compiled file: ./name.js'
      }]
    }
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': typescriptEslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', {
        // tap waits for its tests by itself.
        allowForKnownSafePromises: [{ from: 'package', package: '@tapjs/core', name: 'PromiseWithSubtest' }]
      }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error'
    }
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'n/no-process-env': 'error'
    }
  },
  { files: READS_ENVIRONMENT, rules: { 'n/no-process-env': 'off' } },
  { files: WRITES_TO_CONSOLE, rules: { 'no-console': 'off' } }
]
