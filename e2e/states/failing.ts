import { expect, type Page } from '@playwright/test';
import { LINES_V2 } from '../recordings.ts';
import { NOT_LOADED, type State, start } from './state.ts';

const refuse = (page: Page, file: RegExp) => page.route(file, (route) => route.abort());

const GONE = [NOT_LOADED, /Failed to fetch dynamically imported module/, /error occurred/];

/** A part of the page that does not come, or does not work here. */
export const FAILING: readonly State[] = [
  {
    row: 'Fatal UI error',
    name: 'a part of the page is gone, before anything is done',
    expectedFaults: GONE,
    async show(page) {
      await refuse(page, /Workspace-.*\.js/);
      const editor = await start(page);
      await editor.choose(LINES_V2);
      await expect(editor.alert).toContainText('A part of the page failed');
      await expect(editor.alert).toContainText('A file of the page could not be loaded.');
      await expect(editor.alert).toContainText('Nothing is lost. Reload the page, and open the recording again.');
      await expect(editor.button('Reload')).toBeVisible();
    },
  },
  {
    row: 'Fatal UI error',
    name: 'a part of the page is gone, and what was done is kept',
    expectedFaults: GONE,
    async show(page) {
      // The part that is loaded once something was done.
      await refuse(page, /ToastBar-.*\.js/);
      const editor = await start(page);
      await editor.open(LINES_V2);
      await editor.selectOnLane(10, 12);
      await page.keyboard.press('x');
      await expect(editor.edits).toHaveCount(1);
      await editor.selectOnLane(14, 16);
      await page.keyboard.press('x');
      await page.keyboard.press('Delete');
      await expect(editor.alert).toContainText('Your edits are kept in this browser. Reload the page to go on with them.');
      await expect(editor.button('Download plan')).toBeVisible();
      await expect(editor.button('Reload')).toBeVisible();
    },
  },
  {
    row: 'Fatal UI error',
    name: 'a part that belongs to no recording is gone',
    expectedFaults: GONE,
    async show(page) {
      await refuse(page, /CommandWindows-.*\.js/);
      const editor = await start(page);
      await editor.button('Keyboard help').click();
      await expect(editor.alert).toContainText('A part of the page failed');
    },
  },
  {
    row: 'Fatal UI error',
    name: 'the terminal does not start',
    async show(page) {
      await page.addInitScript(() => {
        WebAssembly.instantiate = () => new Promise<never>(() => {});
      });
      await page.clock.install();
      const editor = await start(page);
      await editor.choose(LINES_V2);
      await expect(editor.preview.locator('.ap-player')).toHaveCount(1);
      await page.clock.runFor(15_000);
      await expect(editor.preview.getByRole('alert')).toContainText('The recording cannot be shown here.');
      await expect(editor.preview.getByRole('alert')).toContainText('Editing and exporting work without it.');
    },
  },
  {
    row: 'Fatal UI error',
    name: 'the screens are not worked out',
    expectedFaults: [NOT_LOADED],
    async show(page) {
      await refuse(page, /screens\.worker/);
      const editor = await start(page);
      await editor.open(LINES_V2);
      await expect(editor.alert.filter({ hasText: 'The screens of this recording are not available' })).toContainText(
        'could not be started. Editing goes on without them.',
      );
      await expect(editor.button('Try again')).toBeVisible();
    },
  },
  {
    row: 'Fatal UI error',
    name: 'the reader does not come',
    expectedFaults: [NOT_LOADED],
    async show(page) {
      await refuse(page, /read-recording\.worker/);
      const editor = await start(page);
      await editor.choose(LINES_V2);
      await expect(editor.alert).toContainText('lines-v2.cast could not be opened');
      await expect(editor.alert).toContainText('The reader could not be started. Reload the page and try again.');
    },
  },
  {
    row: 'Fatal UI error',
    name: 'there are no workers',
    async show(page) {
      await page.addInitScript(() => {
        window.Worker = class {
          constructor() {
            throw new DOMException('Workers are switched off.', 'SecurityError');
          }
        } as unknown as typeof Worker;
      });
      const editor = await start(page);
      await editor.choose(LINES_V2);
      await expect(editor.alert).toContainText('does not let the page start a worker, which reading needs.');
      await expect(page.getByRole('region', { name: /^Reading/ })).toHaveCount(0);
    },
  },
];
