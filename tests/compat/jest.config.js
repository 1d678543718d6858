// @ts-check
const { projects } = require('../../jest.config');

/** One app is generated, installed, built and served for all tests: minutes, most of them npm's. */
/** @type {import('jest').Config} */
module.exports = {
  ...projects[1],
  rootDir: '../..',
  displayName: 'compatibility',
  testMatch: ['<rootDir>/tests/compat/**/*.test.ts'],
  testTimeout: 30_000,
  maxWorkers: 1,
};
