import tseslint from 'typescript-eslint';
import { noCircles } from './eslint.circles.js';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';

/** The design's import directions: each folder may import only what stands to its left. */
const allowedImports = {
  domain: [],
  config: [],
  workflows: ['domain', 'activities'],
  activities: ['domain', 'workflows'],
  policies: ['domain'],
  adapters: ['domain', 'workflows', 'activities', 'policies', 'config', 'migrations'],
  queries: ['domain', 'workflows', 'activities', 'adapters', 'policies', 'config'],
  commands: ['domain', 'workflows', 'activities', 'adapters', 'policies', 'queries', 'config'],
  api: ['domain', 'workflows', 'activities', 'adapters', 'policies', 'commands', 'queries', 'config'],
  // The composition roots know everybody, and nobody but the command line knows them.
  workers: [
    'domain',
    'workflows',
    'activities',
    'adapters',
    'policies',
    'commands',
    'queries',
    'api',
    'config',
  ],
  migrations: [],
};
const folders = [...Object.keys(allowedImports), 'cli', 'test', 'bench'];

const importDirections = Object.entries(allowedImports).map(([folder, allowed]) => ({
  target: `./${folder}`,
  from: folders.filter((other) => other !== folder && !allowed.includes(other)).map((other) => `./${other}`),
  message: `${folder}/ may import only: ${[folder, ...allowed].join(', ')} (docs/architecture.md).`,
}));

/** The floors of domain/ that stand on each other: each may import only what is named. */
const floors = {
  time: [],
  recurrence: ['time'],
  ical: ['time', 'recurrence'],
  freebusy: ['time', 'recurrence', 'ical'],
  'calendar-query': ['time', 'recurrence', 'ical', 'freebusy'],
  availability: ['time'],
};

const floorDirections = Object.entries(floors).map(([floor, allowed]) => ({
  target: `./domain/${floor}`,
  from: './domain',
  except: [floor, ...allowed].map((other) => `./${other}`),
  message: `domain/${floor}/ may import only: ${[floor, ...allowed].join(', ')} (docs/architecture.md).`,
}));

const EXTENSIONS = ['.ts', '.tsx', '.js'];

export default tseslint.config(
  { ignores: ['node_modules', '.parley', 'coverage', 'clients/typescript/schema.ts'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js', 'bin/*.js'] } },
    },
    plugins: { 'import-x': importX, parley: { rules: { 'no-circles': noCircles } } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: EXTENSIONS })],
    },
    rules: {
      'parley/no-circles': 'error',
      'import-x/no-restricted-paths': ['error', { zones: [...importDirections, ...floorDirections] }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config/ reads the environment.' },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['config/**', 'test/support/**', 'vitest.config.ts', 'bench/**', 'clients/**/examples/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['api/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/adapters/postgres/**', 'knex', 'pg'],
              message: 'A door calls commands/ and queries/, and knows no table (docs/architecture.md).',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['workflows/**'],
    rules: {
      // Activities reach workflow code as types only: their implementations would pull I/O into the bundle.
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@temporalio/workflow',
              importNames: ['defineUpdate'],
              message: 'Everything is a signal (docs/decisions/commands-as-signals.md).',
            },
          ],
          patterns: [
            { group: ['**/activities/*'], allowTypeImports: true },
            { group: ['node:*', 'zod', 'luxon'] },
          ],
        },
      ],
    },
  },
  {
    files: ['domain/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'domain/ is pure.' }] }],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the time in.' },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Pass the time in.',
        },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Pass ids in.' },
        {
          selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local)$/]",
          message: 'Pass the time in.',
        },
      ],
    },
  },
  {
    // Answers of servers are read here as they come; what they hold is what the tests are about.
    files: ['test/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // Written by "npm run schema:dump".
  { files: ['migrations/rows/**'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.js'], rules: { 'parley/no-circles': 'off' } },
);
