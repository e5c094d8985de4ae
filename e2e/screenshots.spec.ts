import type { Page } from '@playwright/test';
import { shortSession } from '../src/testing/short-session.ts';
import type { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { named } from './recordings.ts';

const SESSION = named('session.cast', shortSession());

/** Every kind of edit once, apart from each other. */
const EDITED = named(
  'session.plan.json',
  JSON.stringify({
    cuts: [{ start: 41, end: 57, mode: 'jump' }],
    speed_regions: [[4, 30, 16]],
    holds: [{ at: 32, duration: 2 }],
    markers: [
      { time: 1, label: 'the tests' },
      { time: 38, label: 'the difference' },
    ],
  }),
);

const MORNING = new Date('2025-11-20T09:30:00Z');
const NOON = new Date('2025-11-20T12:04:00Z');

test.use({ viewport: { width: 1024, height: 640 } });

// The time of day is on the page, and so is how long ago something was.
test.beforeEach(({ page }) => page.clock.setFixedTime(MORNING));

/** The page as people see it, once its own fonts are there. A picture is taken until two are alike, and then compared until one matches. */
async function expectPicture(page: Page, name: string, part?: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await expect(part === undefined ? page : page.getByRole('dialog', { name: part })).toHaveScreenshot(`${name}.png`, { timeout: 20_000 });
}

/** Looked through, so that nothing more comes to it. */
async function openSession({ page }: Editor, open: () => Promise<void>): Promise<void> {
  await open();
  await expect(page.getByRole('region', { name: 'Session' }).getByRole('list')).toBeVisible();
}

/** Where there is something to see. */
async function goToEnd(editor: Editor): Promise<void> {
  await editor.goTo('end');
  await expect.poll(() => editor.previewText()).toContain('2 failed, 40 passed');
}

async function openEdited(editor: Editor): Promise<void> {
  await openSession(editor, async () => {
    await editor.drop(SESSION, EDITED);
    await editor.expectOpened(SESSION.name);
  });
  await expect(editor.edits).toHaveCount(2);
  await goToEnd(editor);
  await settle(editor);
}

/** What was just done goes by itself after a while, and when it was kept is said once it is. */
async function settle(editor: Editor): Promise<void> {
  const { page } = editor;
  await editor.button('Dismiss').click();
  await expect(page.getByRole('banner').locator('[data-keeping="kept"]')).toContainText('09:30');
  // Away from whatever has more to say when it is pointed at.
  await page.mouse.move(150, 200);
}

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the empty page', async ({ editor, page }) => {
      await expect(editor.button('Choose a file')).toBeVisible();
      await expectPicture(page, `empty-${colorScheme}`);
    });

    test('the editor with every kind of edit', async ({ editor, page }) => {
      await openEdited(editor);
      await expectPicture(page, `editor-${colorScheme}`);
    });
  });
}

test('what could be shortened', async ({ editor, page }) => {
  await openSession(editor, () => editor.open(SESSION));
  await goToEnd(editor);
  await page.getByRole('tab', { name: /^Suggestions/ }).click();
  await expect(editor.button('Accept all')).toBeVisible();
  await page.mouse.move(150, 200);
  await expectPicture(page, 'suggestions');
});

test('fitted to a length', async ({ editor, page }) => {
  await openSession(editor, () => editor.open(SESSION));
  await editor.button('15 s').click();
  await editor.expectResult(15, 1);
  await expect(editor.edits.first()).toBeVisible();
  await goToEnd(editor);
  await settle(editor);
  await expectPicture(page, 'fitted');
});

test('the export', async ({ editor, page }) => {
  await openEdited(editor);
  await editor.button('Export').click();
  await expect(editor.button('Download recording')).toHaveAttribute('aria-disabled', 'false');
  await expectPicture(page, 'export', 'Export');
});

test('the commands', async ({ editor, page }) => {
  await openEdited(editor);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: /^Cut/ }).first()).toBeVisible();
  await expectPicture(page, 'commands', 'Commands');
});

test('the keys', async ({ editor, page }) => {
  await editor.button('Keyboard help').click();
  await expectPicture(page, 'keyboard-help', 'Keyboard help');
});

test('work that is in no file', async ({ page, editor }) => {
  await openEdited(editor);
  await page.keyboard.press('m');
  await expect(page.getByRole('banner').locator('[data-keeping="kept"]')).toBeVisible();
  await page.clock.setFixedTime(NOON);
  await page.reload();
  await expect(page.getByRole('dialog', { name: 'Unsaved work' })).toBeVisible();
  await expectPicture(page, 'unsaved-work', 'Unsaved work');
});

test.describe('at the width of a telephone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the editor', async ({ editor, page }) => {
    await openEdited(editor);
    await editor.preview.scrollIntoViewIfNeeded();
    await expectPicture(page, 'narrow');
  });
});
