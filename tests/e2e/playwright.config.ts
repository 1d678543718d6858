import { defineConfig } from '@playwright/test';
import { chromiumPath } from './support/chromium-path';
import { VIEWPORT } from './support/viewport';

const FOREIGN_APP = 'foreign-app.spec.ts';
const SITE = 'site.spec.ts';
/** What an editor does to articles: half of the time of all tests of the newsroom. */
const WRITING = ['compliance.spec.ts', 'editors-day.spec.ts'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // The tests of a project share one newsroom, and go one after the other: each tells its newsroom, and its browser, what it
  // needs of them. The site's newsroom has nothing on it but what the site's tests put there.
  workers: 2,
  fullyParallel: false,
  projects: [
    { name: 'foreign app', testMatch: FOREIGN_APP, workers: 1 },
    { name: 'newsroom, writing', testMatch: WRITING, workers: 1 },
    { name: 'newsroom, screens', testIgnore: [FOREIGN_APP, SITE, ...WRITING], workers: 1 },
    { name: 'site', testMatch: SITE, workers: 1 },
  ],
  forbidOnly: true,
  // A machine may have other work: what fails here fails by what it sees, not by how long it takes.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: VIEWPORT,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    // Without its film, for which every page would be drawn all along: its snapshots tell as much.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
