// @ts-check
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.[jt]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
    '^.+\\.tsx$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
      },
    ],
  },
  // The built plugin and app have package.json files of their own: Jest's module map must not see them twice.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.tmp/', '<rootDir>/src/plugins/[^/]+/dist/'],
};

/** @type {import('jest').Config} */
const config = {
  // A machine may have other work: what fails here fails by what it sees, not by how long it takes.
  testTimeout: 60_000,
  // Suites have databases, ports and processes of their own, and wait for them more than they compute.
  maxWorkers: '100%',
  // A worker that has run a newsroom ends: the next one starts in a process of its own. Strapi's modules stay loaded outside of
  // Jest's sandbox, and what they remember of one newsroom made the admin API of the next answer 500.
  workerIdleMemoryLimit: '150MB',
  testSequencer: '<rootDir>/tests/support/longest-first.js',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/tests/unit/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'integration',
      // The app runs as Node runs it.
      testEnvironment: '<rootDir>/tests/support/outside-environment.js',
      testMatch: ['<rootDir>/tests/{integration,regressions,attack}/**/*.test.ts'],
    },
  ],
};

module.exports = config;
