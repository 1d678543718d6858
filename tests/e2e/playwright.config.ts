import { defineConfig } from '@playwright/test';
import { chromiumPath } from './support/chromium-path';
import { VIEWPORT } from './support/viewport';

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
