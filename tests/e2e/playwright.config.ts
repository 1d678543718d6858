import { defineConfig } from '@playwright/test';
import { chromiumPath } from './support/chromium-path';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // One newsroom is shared by all: it boots once, and its tests go one after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A machine may have other work: what fails here fails by what it sees, not by how long it takes.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 1000 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    trace: 'retain-on-failure',
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
