import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

/** A port of its own and a server that is never taken over: one left running elsewhere would test another build. */
const PORT = 4187;
/** Below a path, as GitHub Pages serves a project, so that no address of the page may be absolute. */
const PREFIX = '/some/sub/';
const baseURL = `http://127.0.0.1:${PORT}${PREFIX}`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // Generous: a shared machine is at times ten times slower, and what passes takes no longer for it.
  expect: {
    timeout: 10_000,
    // A browser of another version may smooth edges a little otherwise.
    toHaveScreenshot: { maxDiffPixelRatio: 0.004, threshold: 0.2 },
  },
  // One picture for all systems: the fonts are the page's own.
  snapshotPathTemplate: '{testDir}/{testFileName}-snapshots/{arg}{ext}',
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'dark',
    locale: 'en-GB',
    timezoneId: 'UTC',
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: {
      ...findBrowser()?.launch,
      args: ['--disable-gpu', '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'],
    },
  },
  webServer: {
    command: `node scripts/static.mjs dist/web ${PORT} ${PREFIX}`,
    url: baseURL,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
