import type { Page } from '@playwright/test';
import { Editor } from '../editor.ts';

/** A state that the page can be in, and how a user comes into it. */
export interface State {
  /** The row of the list of states that it belongs to. */
  readonly row: string;
  readonly name: string;
  /** Leads there from a page that is not loaded yet, and expects the words that say so. */
  readonly show: (page: Page) => Promise<void>;
  /** What the browser says on the console of what the test takes away from the page. */
  readonly expectedFaults?: readonly RegExp[];
}

/** The editor, loaded and empty. */
export async function start(page: Page): Promise<Editor> {
  await page.goto('./');
  return new Editor(page);
}

/** Waits until the last change is kept by the browser. */
export async function kept(page: Page): Promise<void> {
  await page.getByRole('banner').locator('[data-keeping="kept"]').waitFor();
}

/** The browser says so of a file that the test does not let through. */
export const NOT_LOADED = /console: Failed to load resource: net::ERR_FAILED/;
