import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import js from '@eslint/js';
import html from 'eslint-plugin-html';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The folders of the source code, from the lowest layer up. */
const ROOMS = [
  'base', 'pipeline', 'language', 'models', 'voices', 'devices', 'engine', 'nodes', 'evaluation', 'practice', 'cli', 'training', 'trials', 'tools', 'page/src',
];

const forTypeScript = (files, ...configs) =>
  tseslint.config({
    files,
    extends: configs,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  });

/** What the files of nodes/editor/ hold, each a constant of its own name, and the one that the build makes of a node's
 *  settings. The build puts them where they are included. */
const editorGlobals = Object.fromEntries(
  [...readdirSync(join(import.meta.dirname, 'nodes', 'editor')), 'settings.js']
    .filter((file) => file.endsWith('.js'))
    .map((file) => [basename(file, '.js'), 'readonly']),
);

const forEditor = {
  languageOptions: {
    sourceType: 'script',
    globals: { ...globals.browser, ...globals.jquery, ...editorGlobals, RED: 'readonly' },
  },
  rules: {
    'prefer-const': 'error',
    eqeqeq: ['error', 'always'],
    'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    // A file declares the constant that is global to the others.
    'no-redeclare': ['error', { builtinGlobals: false }],
    // The editor shows a validator's sentence only if the function has two parameters.
    'no-unused-vars': ['error', { args: 'none', vars: 'local' }],
  },
};

export default tseslint.config(
  { ignores: ['dist*/', 'page/resources/', 'vendor/', 'node_modules/', '.node-red/', 'training/work/', 'shared/'] },
  js.configs.recommended,
  ...forTypeScript(
    ROOMS.map((room) => `${room}/**/*.ts`),
    ...tseslint.configs.strictTypeChecked,
  ),
  ...forTypeScript(['test/**/*.ts', 'types/**/*.ts'], ...tseslint.configs.recommendedTypeChecked),
  {
    files: ['**/*.ts'],
    rules: {
      // TypeScript resolves names itself, and knows the types that a linter takes for undefined.
      'no-undef': 'off',
      // A PronError says the cause in its sentence; what lies below it is seldom the user's.
      'preserve-caught-error': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // Splitting a text into code points is what the voices want.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }, 'string'] }],
      // The declared types of the `export =` modules among the libraries ask for it.
      '@typescript-eslint/no-require-imports': ['error', { allowAsImport: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test may look into what it got: a wrong guess shows as a failure there and then.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['bin/**/*.js', 'ear/*.js', 'page/nodes/*.js', 'trials/**/*.{js,cjs}', 'tools/**/*.cjs', 'test/**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: globals.node },
  },
  { files: ['tools/**/*.mjs', 'eslint.config.mjs'], languageOptions: { globals: globals.node } },
  {
    // What Function nodes of the example flows run: the body of a function, with Node-RED's own names.
    files: ['practice/**/*.js'],
    ignores: ['practice/**/page/*.js'],
    languageOptions: {
      sourceType: 'script',
      parserOptions: { ecmaFeatures: { globalReturn: true } },
      globals: { Buffer: 'readonly', context: 'readonly', env: 'readonly', flow: 'readonly', msg: 'writable', node: 'readonly' },
    },
    rules: { 'prefer-const': 'error', eqeqeq: ['error', 'always'] },
  },
  {
    // The parts of the practice page.
    files: ['practice/**/page/*.js'],
    languageOptions: { sourceType: 'module', globals: { ...globals.browser, ...globals.worker } },
  },
  {
    // The pages that the example flows serve.
    files: ['practice/**/*.html'],
    plugins: { html },
    settings: { 'html/report-bad-indent': 'off' },
    languageOptions: { sourceType: 'script', globals: globals.browser },
    rules: { 'prefer-const': 'error', eqeqeq: ['error', 'always'] },
  },
  {
    // The editor's side of the nodes: the code between <script> and </script>, and what they share.
    files: ['nodes/**/*.html'],
    plugins: { html },
    settings: { 'html/javascript-tag-names': ['script'], 'html/report-bad-indent': 'off' },
    ...forEditor,
    // The build puts a dialog's own script into a function: nobody else uses its constants.
    rules: { ...forEditor.rules, 'no-unused-vars': ['error', { args: 'none' }] },
  },
  { files: ['nodes/editor/*.js'], ...forEditor },
);
