import { defineConfig } from '@playwright/test';
import { chromiumPath } from './support/chromium-path';
import { VIEWPORT } from './support/viewport';

const FOREIGN_APP = 'foreign-app.spec.ts';
const SITE = 'site.spec.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // One newsroom is shared by its tests, which go one after the other. Beside it the foreign app is made and tried, and then the
  // site, whose newsroom has nothing on it but what the site's tests put there.
  workers: 2,
  fullyParallel: false,
  projects: [
    { name: 'foreign app', testMatch: FOREIGN_APP, workers: 1 },
    { name: 'newsroom', testIgnore: [FOREIGN_APP, SITE], workers: 1 },
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
