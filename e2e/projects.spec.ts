import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { castText } from '../src/testing/recordings.ts';
import { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { LINES_V2, LINES_V3, named } from './recordings.ts';

const KEPT = /Saved in this browser · \d/;

/** Two edits, kept by the browser. */
async function editAndKeep(editor: Editor, file = LINES_V2): Promise<void> {
  await editor.open(file);
  await editor.selectOnLane(21.4, 23.4);
  await editor.button('Cut').click();
  await editor.selectOnLane(1.4, 6.4);
  await editor.button('Speed').click();
  await expect(editor.edits).toHaveCount(2);
  await expectKept(editor);
}

/** With the last change: it is said to be saved while that is still on its way. */
async function expectKept({ page }: Editor): Promise<void> {
  await expect(page.getByRole('banner')).toContainText(KEPT);
  await expect(page.getByRole('banner').locator('[data-keeping="kept"]')).toBeVisible();
}

const unsaved = (page: Page) => page.getByRole('dialog', { name: 'Unsaved work' });
const recent = (page: Page) => page.getByRole('list', { name: 'Recent work' }).getByRole('listitem');

/** In both themes. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([]);
  }
}

/** The browser has dialogs for files, as if the user chose one in its private folder; how often it was asked is counted. */
async function answerFileDialogs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      asked: 0,
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
        Object.assign(window, { asked: Reflect.get(window, 'asked') + 1 });
        return (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
      },
    });
  });
}

const timesAsked = (page: Page): Promise<number> => page.evaluate(() => Reflect.get(window, 'asked'));

const savedPlan = (page: Page, name: string): Promise<{ cuts: unknown[]; speed_regions?: unknown[] }> =>
  page.evaluate(async (name) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
    return JSON.parse(await (await handle.getFile()).text());
  }, name);

test('what was edited is there again after the page was closed', async ({ editor, page }) => {
  await editAndKeep(editor);
  await editor.seek(25.5);
  const entries = await editor.edits.allInnerTexts();
  const seconds = await editor.resultSeconds();
  const screen = await editor.settledPreviewText();
  await page.reload();
  await expect(unsaved(page)).toBeVisible();
  await expect(unsaved(page).getByRole('listitem')).toContainText('0:30 · 2 edits · just now');
  await page.getByRole('button', { name: 'Continue lines-v2.cast' }).click();
  await editor.expectOpened(LINES_V2.name);
  await expect(unsaved(page)).toHaveCount(0);
  await editor.expectResult(seconds, 6);
  await expect.poll(() => editor.edits.allInnerTexts()).toEqual(entries);
  await editor.seek(25.5);
  expect(await editor.settledPreviewText()).toBe(screen);
});

test('unsaved work is not dismissed by accident, and asked about again', async ({ editor, page }) => {
  await editAndKeep(editor);
  await page.reload();
  await expect(unsaved(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue lines-v2.cast' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await expect(unsaved(page)).toBeVisible();
  await editor.button('Not now').click();
  await expect(unsaved(page)).toHaveCount(0);
  await expect(editor.button('Choose a file')).toBeFocused();
  await page.reload();
  await expect(unsaved(page)).toBeVisible();
});

test('what is discarded can be had back, until the page is left', async ({ editor, page }) => {
  await editAndKeep(editor);
  await page.reload();
  await page.getByRole('button', { name: 'Discard lines-v2.cast' }).click();
  const undo = page.getByRole('button', { name: 'Undo removing lines-v2.cast' });
  await expect(undo.first()).toBeFocused();
  await undo.first().click();
  await expect(page.getByRole('button', { name: 'Discard lines-v2.cast' })).toBeFocused();
  await page.getByRole('button', { name: 'Discard lines-v2.cast' }).click();
  await unsaved(page).getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await expect(editor.button('Choose a file')).toBeVisible();
  await editAndKeep(editor, LINES_V3);
  await page.reload();
  await expect(unsaved(page).getByRole('listitem')).toHaveCount(1);
  await expect(unsaved(page)).toContainText(LINES_V3.name);
});

test('a file that is dropped opens, whatever else is asked about', async ({ editor, page }) => {
  await editAndKeep(editor);
  await page.reload();
  await expect(unsaved(page)).toBeVisible();
  await editor.drop(LINES_V3);
  await editor.expectOpened(LINES_V3.name);
  await expect(unsaved(page)).toHaveCount(0);
});

test('a recording that was edited before offers to go on', async ({ editor, page }) => {
  await editAndKeep(editor);
  await page.reload();
  await editor.button('Not now').click();
  await editor.open(LINES_V2);
  await expect(page.getByText('You edited this recording just now: 2 edits')).toBeVisible();
  await editor.button('Continue').click();
  await expect(editor.edits).toHaveCount(2);
  await expectKept(editor);
});

test('recent work is listed, opened, removed and had back', async ({ editor, page }) => {
  await editAndKeep(editor);
  await editAndKeep(editor, LINES_V3);
  await page.reload();
  await editor.button('Not now').click();
  await expect(recent(page)).toHaveCount(2);
  await expect(recent(page).first()).toContainText(LINES_V3.name);
  await expect(recent(page).first()).toContainText('not in a file');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove lines-v3.cast' }).click();
  await expect(recent(page).first()).toContainText('Removed lines-v3.cast');
  await expect(page.getByRole('button', { name: 'Undo removing lines-v3.cast' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove lines-v3.cast' })).toBeFocused();
  await page.getByRole('button', { name: 'Open lines-v2.cast' }).click();
  await editor.expectOpened(LINES_V2.name);
  await expect(editor.edits).toHaveCount(2);
});

test('a plan that was exported is in a file: nobody asks about it', async ({ editor, page, context }) => {
  await editAndKeep(editor);
  await expect(page).toHaveTitle('• lines-v2.cast – Castfold');
  await editor.button('Export').click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await editor.download('Download recording');
  await expect(dialog).toContainText('The edits themselves are in no file yet');
  await expectAccessible(page);
  await editor.download('Download plan');
  await expect(dialog).not.toContainText('in no file');
  await page.keyboard.press('Escape');
  await expect(page).toHaveTitle('lines-v2.cast – Castfold');
  await expect(page.getByRole('banner')).toContainText('Saved in a plan file');

  const other = await context.newPage();
  await other.goto('./');
  await expect(recent(other)).toContainText('in a plan file · open in another tab');
  await page.close();
  await expect(async () => {
    await other.reload();
    await expect(recent(other)).toContainText('in a plan file');
    await expect(recent(other)).not.toContainText('another tab');
  }).toPass();
  await expect(unsaved(other)).toHaveCount(0);
});

test('Save asks for a file once, and writes straight to it from then on', async ({ page }) => {
  await answerFileDialogs(page);
  await page.goto('./');
  const editor = new Editor(page);
  const banner = page.getByRole('banner');
  await editAndKeep(editor);
  await editor.button('Save').click();
  await expect(banner).toContainText('Saved to lines-v2.plan.json');
  await expect(page).toHaveTitle('lines-v2.cast – Castfold');
  expect(await savedPlan(page, 'lines-v2.plan.json')).toMatchObject({ cuts: [{}], speed_regions: [{}] });

  await editor.selectOnLane(10, 12);
  await editor.button('Cut').click();
  await expect(banner).toContainText('Edited since lines-v2.plan.json');
  await expect(page).toHaveTitle('• lines-v2.cast – Castfold');
  await page.keyboard.press('Control+s');
  await expect(banner).toContainText('Saved to lines-v2.plan.json');
  expect(await savedPlan(page, 'lines-v2.plan.json')).toMatchObject({ cuts: [{}, {}], speed_regions: [{}] });
  expect(await timesAsked(page)).toBe(1);

  await editor.button('More ways to save').click();
  await editor.button('Save as').click();
  await expect.poll(() => timesAsked(page)).toBe(2);
});

test('without dialogs for files Save downloads the plan', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto('./');
  const editor = new Editor(page);
  await editAndKeep(editor);
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  expect((await waiting).suggestedFilename()).toBe('lines-v2.plan.json');
  await expect(page.getByRole('banner')).toContainText('Saved to lines-v2.plan.json');
});

test('storage that is full is said as long as it is, and a file saves the work', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if (Reflect.get(window, 'hasRoom')) return put.apply(this, args);
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
  });
  await page.goto('./');
  const editor = new Editor(page);
  await editor.open(LINES_V2);
  await expect(editor.alert).toHaveCount(0);
  await editor.selectOnLane(10, 12);
  await editor.button('Cut').click();
  await expect(editor.alert).toContainText('Changes are not being saved: the storage of this browser is full.');
  await expect(page.getByRole('banner')).toContainText('Not saved: storage is full');
  await expectAccessible(page);
  const setRoom = (hasRoom: boolean) => page.evaluate((hasRoom) => Object.assign(window, { hasRoom }), hasRoom);
  await setRoom(true);
  await editor.button('Try again').click();
  await expect(editor.alert).toHaveCount(0);
  await expectKept(editor);

  await setRoom(false);
  await editor.selectOnLane(14, 16);
  await editor.button('Cut').click();
  await expect(editor.alert).toContainText('They are lost with this page unless they are saved to a file.');
  const waiting = page.waitForEvent('download');
  await editor.button('Save file now').click();
  await waiting;
  await expect(editor.alert).toContainText('All edits so far are in the plan file.');
  await expect(page.getByRole('banner')).toContainText('Saved to lines-v2.plan.json');
});

test('a window without storage says so once there is something to lose', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError');
    };
  });
  await page.goto('./');
  const editor = new Editor(page);
  await editor.open(LINES_V2);
  await expect(editor.alert).toHaveCount(0);
  await editor.selectOnLane(10, 12);
  await editor.button('Cut').click();
  await expect(editor.alert).toContainText('this window has no storage');
  await expectAccessible(page);
  await editor.button('Dismiss').click();
  await expect(editor.alert).toHaveCount(0);
  await expect(editor.playhead).toBeFocused();
  await editor.selectOnLane(14, 16);
  await editor.button('Cut').click();
  await expect(editor.edits).toHaveCount(2);
  await expect(editor.alert).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('Not saved: no storage in this window');
});

test('of two tabs one edits, and the other can take over', async ({ editor, page, context }) => {
  await editAndKeep(editor);
  const otherPage = await context.newPage();
  await otherPage.goto('./');
  const other = new Editor(otherPage);
  await expect(recent(otherPage)).toContainText('open in another tab');
  await expect(unsaved(otherPage)).toHaveCount(0);
  await otherPage.getByRole('button', { name: 'Open lines-v2.cast' }).click();
  await other.expectOpened(LINES_V2.name);
  await expect(other.edits).toHaveCount(2);
  const claim = (tab: Page) => tab.getByRole('region', { name: 'Open in another tab' });
  await expect(claim(otherPage)).toContainText('Here it can be looked at.');
  await expectAccessible(otherPage);
  await other.selectOnLane(10, 12);
  await otherPage.keyboard.press('x');
  await expect(other.edits).toHaveCount(2);

  await other.button('Take over').click();
  await expect(claim(otherPage)).toHaveCount(0);
  await expect(claim(page)).toBeVisible();
  await other.selectOnLane(10, 12);
  await other.button('Cut').click();
  await expect(other.edits).toHaveCount(3);

  await editor.button('Take over').click();
  await expect(claim(page)).toHaveCount(0);
  await expect(claim(otherPage)).toBeVisible();
  await expect(editor.edits).toHaveCount(3);
});

test.describe('a recording that the browser has no room for', () => {
  const OTHER = named(LINES_V2.name, castText('something@1 else@2'));

  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      navigator.storage.estimate = async () => ({ usage: 1000, quota: 1200 });
    });
  });

  test('is asked for, to go on with its edits', async ({ page }) => {
    await page.goto('./');
    const editor = new Editor(page);
    await editAndKeep(editor);
    await page.reload();
    await expect(unsaved(page)).toContainText('needs lines-v2.cast');
    await page.getByRole('button', { name: 'Continue lines-v2.cast' }).click();
    await expect(page.getByRole('heading', { name: 'Drop lines-v2.cast to continue' })).toBeVisible();
    await expect(editor.button('Choose file')).toBeFocused();
    await expectAccessible(page);
    await editor.button('Cancel').click();
    await expect(editor.button('Choose a file')).toBeFocused();
    await page.getByRole('button', { name: 'Open lines-v2.cast' }).click();
    await editor.drop(LINES_V2);
    await editor.expectOpened(LINES_V2.name);
    await expect(editor.edits).toHaveCount(2);
  });

  test('is told from another of the same name', async ({ page }) => {
    await page.goto('./');
    const editor = new Editor(page);
    await editAndKeep(editor);
    await page.reload();
    await page.getByRole('button', { name: 'Continue lines-v2.cast' }).click();
    await editor.drop(OTHER);
    await expect(page.getByText('lines-v2.cast is not the recording that lines-v2.cast was')).toBeVisible();
    await expect(page.getByText(/0:02\.0 long, not 0:30\.0.+2 events, not 17/)).toBeVisible();
    await expect(editor.edits).toHaveCount(0);
    await editor.button('Apply the edits anyway').click();
    // The other edit is beyond the end of this one.
    await expect(editor.edits).toHaveCount(1);
  });
});

test('all of the top bar is in reach in a narrow window', async ({ editor, page }) => {
  await editAndKeep(editor);
  for (const width of [1920, 1440, 1024, 800, 640, 320]) {
    await page.setViewportSize({ width, height: 700 });
    const banner = page.getByRole('banner');
    for (const name of ['Open', 'Save', 'More ways to save', 'Undo', 'Redo', 'Commands', 'Keyboard help', 'Export']) {
      const box = await banner.getByRole('button', { name, exact: true }).boundingBox();
      expect(box?.x, `${name} at ${width} px`).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0), `${name} at ${width} px`).toBeLessThanOrEqual(width);
    }
    await expect(page.getByTestId('result-duration')).toBeInViewport();
    await expect(banner.getByText(width > 640 ? KEPT : /^Saved · \d/).first()).toBeInViewport();
  }
});
