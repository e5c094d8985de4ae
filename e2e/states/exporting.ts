import { expect, type Page } from '@playwright/test';
import { shortSession } from '../../src/testing/short-session.ts';
import type { Editor } from '../editor.ts';
import { holdUpScreens } from '../fixture.ts';
import { LINES_V2, named } from '../recordings.ts';
import { type State, start } from './state.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });

async function openExport(editor: Editor): Promise<void> {
  await editor.open(LINES_V2);
  await editor.selectOnLane(10, 15);
  await editor.button('Cut').click();
  await editor.button('Export').click();
  await expect(dialog(editor.page)).toBeVisible();
}

/** What is written fails at the end of it, for want of memory. */
async function failToWrite(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { Blob } = window;
    window.Blob = class extends Blob {
      constructor(parts?: BlobPart[], options?: BlobPropertyBag) {
        if (options?.type === 'application/x-asciicast') throw new Error('There is no memory left.');
        super(parts, options);
      }
    };
  });
}

async function refuseClipboard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Not here.', 'NotAllowedError'));
  });
}

/** The way out of the editor. */
export const EXPORTING: readonly State[] = [
  {
    row: 'Exporting',
    name: 'the seams are made',
    async show(page) {
      await holdUpScreens(page);
      const editor = await start(page);
      await openExport(editor);
      await expect(dialog(page)).toContainText('Making the seams…');
      await editor.button('Download recording').press('Enter');
      await expect(dialog(page)).toContainText('Preparing… it is downloaded when it is ready');
      await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeVisible();
    },
  },
  {
    row: 'Exporting',
    name: 'it waits for what it is fitted to',
    async show(page) {
      await holdUpScreens(page);
      const editor = await start(page);
      await editor.open(named('session.cast', shortSession()));
      await editor.button('15 s').click();
      await editor.button('Export').click();
      await expect(dialog(page)).toContainText('Looking through the session, to fit it to 0:15…');
    },
  },
  {
    row: 'Export failed',
    name: 'at what, what is safe, and what can be done',
    async show(page) {
      await failToWrite(page);
      const editor = await start(page);
      await openExport(editor);
      await expect(editor.alert).toContainText(
        'The export failed while writing the file. There is no memory left. Your edits are not touched.',
      );
      await expect(editor.button('Try again')).toBeVisible();
      await expect(editor.button('Copy diagnostics')).toBeVisible();
    },
  },
  {
    row: 'Export done',
    name: 'where it went, and what is not saved yet',
    async show(page) {
      const editor = await start(page);
      await openExport(editor);
      await editor.download('Download recording');
      await expect(dialog(page)).toContainText(/Downloaded lines-v2\S*\.cast/);
      await expect(dialog(page)).toContainText('The edits themselves are in no file yet');
    },
  },
  {
    row: 'Clipboard/file permission denied',
    name: 'the command is copied by hand',
    async show(page) {
      await refuseClipboard(page);
      const editor = await start(page);
      await openExport(editor);
      await editor.button('Copy as command').click();
      await expect(dialog(page)).toContainText('The browser does not allow it. The text is selected below: copy it from there.');
      await expect(page.getByRole('textbox', { name: 'Text to copy' })).toBeFocused();
    },
  },
  {
    row: 'Clipboard/file permission denied',
    name: 'so is the screen',
    async show(page) {
      await refuseClipboard(page);
      const editor = await start(page);
      await editor.open(LINES_V2);
      await editor.goTo('end');
      await page.keyboard.press('Shift+R');
      const sheet = page.getByRole('dialog', { name: 'Read screen' });
      await expect(sheet.getByRole('textbox')).toHaveValue(/line-30/);
      await sheet.getByRole('button', { name: 'Copy' }).click();
      await expect(sheet.getByRole('status')).toContainText('The text is selected');
    },
  },
];
