import { expect, type Page } from '@playwright/test';
import { castText } from '../../src/testing/recordings.ts';
import type { Editor } from '../editor.ts';
import { LINES_V2, named } from '../recordings.ts';
import { kept, type State, start } from './state.ts';

const banner = (page: Page) => page.getByRole('banner');

async function cutSomething(editor: Editor): Promise<void> {
  await editor.selectOnLane(10, 12);
  await editor.button('Cut').click();
  await expect(editor.edits).toHaveCount(1);
}

async function editAndKeep(page: Page): Promise<Editor> {
  const editor = await start(page);
  await editor.open(LINES_V2);
  await cutSomething(editor);
  await kept(page);
  return editor;
}

/** The next visit, where the recording was too large to be kept. */
async function comeBackWithoutRecording(page: Page): Promise<Editor> {
  await page.addInitScript(() => {
    navigator.storage.estimate = async () => ({ usage: 1000, quota: 1200 });
  });
  const editor = await editAndKeep(page);
  await page.reload();
  await page.getByRole('button', { name: 'Continue lines-v2.cast' }).click();
  return editor;
}

/** Where edits are kept, and what becomes of them. */
export const KEEPING: readonly State[] = [
  {
    row: 'Saving',
    name: 'on its way for longer than one would expect',
    async show(page) {
      await page.addInitScript(() => {
        IDBFactory.prototype.open = () => Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype);
      });
      const editor = await start(page);
      await editor.open(LINES_V2);
      await cutSomething(editor);
      await expect(banner(page)).toContainText('Saving…');
    },
  },
  {
    row: 'Saving',
    name: 'in this browser',
    async show(page) {
      await editAndKeep(page);
      await expect(banner(page)).toContainText(/Saved in this browser · \d\d:\d\d/);
      await expect(banner(page)).toContainText('Not yet in a file.');
    },
  },
  {
    row: 'Saving',
    name: 'in a file, and edited since',
    async show(page) {
      await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
      const editor = await editAndKeep(page);
      const waiting = page.waitForEvent('download');
      await editor.button('Save').click();
      await waiting;
      await expect(banner(page)).toContainText('Saved to lines-v2.plan.json');
      await editor.selectOnLane(14, 16);
      await editor.button('Cut').click();
      await expect(banner(page)).toContainText('Edited since lines-v2.plan.json');
    },
  },
  {
    row: 'Storage full',
    name: 'nothing is saved, and what to do',
    async show(page) {
      await page.addInitScript(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('There is no room.', 'QuotaExceededError');
        };
      });
      const editor = await start(page);
      await editor.open(LINES_V2);
      await cutSomething(editor);
      await expect(editor.alert).toContainText('Changes are not being saved: the storage of this browser is full.');
      await expect(editor.button('Save file now')).toBeVisible();
      await expect(banner(page)).toContainText('Not saved: storage is full');
    },
  },
  {
    row: 'Storage evicted / private window',
    name: 'this window keeps nothing',
    async show(page) {
      await page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('The user denied permission to access the database.', 'SecurityError');
        };
      });
      const editor = await start(page);
      await editor.open(LINES_V2);
      await cutSomething(editor);
      await expect(editor.alert).toContainText('Changes are not being saved: this window has no storage.');
      await expect(editor.alert).toContainText('They are lost with this page unless they are saved to a file.');
    },
  },
  {
    row: 'Open in two tabs',
    name: 'to be looked at, and taken over',
    async show(page) {
      // The other tab is the one that has it.
      const otherPage = await page.context().newPage();
      await editAndKeep(otherPage);
      const editor = await start(page);
      await page.getByRole('button', { name: 'Open lines-v2.cast' }).click();
      await editor.expectOpened(LINES_V2.name);
      const claim = page.getByRole('region', { name: 'Open in another tab' });
      await expect(claim).toContainText(/Another tab has this project\.\s*Here it can be looked at\./);
      await expect(claim.getByRole('button', { name: 'Take over' })).toBeVisible();
    },
  },
  {
    row: 'Crash recovery',
    name: 'work that is in no file',
    async show(page) {
      await editAndKeep(page);
      await page.reload();
      const dialog = page.getByRole('dialog', { name: 'Unsaved work' });
      await expect(dialog).toContainText('This browser kept these edits. They are in no file yet.');
      await expect(dialog.getByRole('listitem')).toContainText('0:30 · 1 edit · just now');
      for (const name of ['Continue lines-v2.cast', 'Discard lines-v2.cast', 'Not now']) {
        await expect(dialog.getByRole('button', { name })).toBeVisible();
      }
    },
  },
  {
    row: 'Crash recovery',
    name: 'discarded, with the way back',
    async show(page) {
      await editAndKeep(page);
      await page.reload();
      const dialog = page.getByRole('dialog', { name: 'Unsaved work' });
      await dialog.getByRole('button', { name: 'Discard lines-v2.cast' }).click();
      await expect(dialog).toContainText('Removed lines-v2.cast');
      await expect(dialog.getByRole('button', { name: 'Undo removing lines-v2.cast' })).toBeFocused();
    },
  },
  {
    row: 'Source missing/changed',
    name: 'which file is needed to go on',
    async show(page) {
      const editor = await comeBackWithoutRecording(page);
      await expect(page.getByRole('heading', { name: 'Drop lines-v2.cast to continue' })).toBeVisible();
      await expect(
        page.getByText('0:30 · 462 bytes · 17 events. This browser has your 1 edit, made just now, but not the recording itself.'),
      ).toBeVisible();
      await expect(editor.button('Choose file')).toBeFocused();
    },
  },
  {
    row: 'Source missing/changed',
    name: 'another of the same name, and how it differs',
    async show(page) {
      const editor = await comeBackWithoutRecording(page);
      await editor.drop(named(LINES_V2.name, castText('something@1 else@2')));
      const notice = page.getByRole('region', { name: 'Notice' });
      await expect(notice).toContainText('lines-v2.cast is not the recording that lines-v2.cast was');
      await expect(notice).toContainText('It is 0:02.0 long, not 0:30.0. It has 76 bytes, not 462; 2 events, not 17.');
      await expect(notice).toContainText('It is open without the edits.');
      await expect(notice.getByRole('button', { name: 'Apply the edits anyway' })).toBeVisible();
    },
  },
];
