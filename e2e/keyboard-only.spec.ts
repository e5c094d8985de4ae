import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { applyByCommand } from './castfold-command.ts';
import type { NamedFile } from './editor.ts';
import { expect, test } from './fixture.ts';
import { expectFocusOn, expectFocusSeen, tabTo } from './focus.ts';
import { LINES_V2 } from './recordings.ts';

/** The sample of 85 minutes, as the page has it. */
const SESSION: NamedFile = { name: 'session.cast', bytes: gunzipSync(readFileSync('public/samples/agent-session.cast.gz')) };

/** The last thing that was said. */
const said = (page: Page) => page.getByRole('status').last();

/** Goes to an instant of the result: the focus is where it was then. */
async function goToTime({ keyboard }: Page, time: string): Promise<void> {
  await keyboard.press('g');
  await keyboard.type(time);
  await keyboard.press('Enter');
}

/** Marks a stretch of the result by its two ends, typed. */
async function markStretch(page: Page, start: string, end: string): Promise<void> {
  await page.keyboard.press('Escape');
  await goToTime(page, start);
  await page.keyboard.press('i');
  await goToTime(page, end);
  await page.keyboard.press('o');
}

/** What stands in each of some fields. */
const valuesOf = (fields: Locator): Promise<string[]> => fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));

async function downloadByEnter(page: Page): Promise<NamedFile> {
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('85 minutes become 40 seconds, and two files, by nothing but keys', async ({ editor, page }) => {
  test.setTimeout(120_000);
  const { keyboard } = page;
  const holds = page.getByRole('list', { name: 'Holds' }).getByRole('listitem');
  const labels = page.getByRole('list', { name: 'Markers' }).getByRole('textbox', { name: 'Label' });
  const pinned = editor.edits.and(page.locator('[data-pinned="true"]'));

  await test.step('the sample is opened from the empty page', async () => {
    await expect(editor.button('Open')).toBeVisible();
    await tabTo(page, /^A coding agent at work/);
    await keyboard.press('Enter');
    await editor.expectOpened('agent-session.cast.gz');
    await expect(page.getByRole('tab', { name: /^Moments [1-9]/ })).toBeVisible({ timeout: 60_000 });
    await expectFocusOn(page, 'Playhead');
  });

  await test.step('it is fitted to 40 seconds', async () => {
    await keyboard.press('t');
    await expectFocusOn(page, 'Custom target');
    await keyboard.type('40');
    await keyboard.press('Enter');
    await editor.expectResult(40, 1);
    await expectFocusOn(page, 'Playhead');
    await expect(said(page)).toContainText('Result 40 seconds. Control Z to undo.');
  });

  await test.step('a moment is gone to by its list and pinned', async () => {
    await keyboard.press('Shift+M');
    await expectFocusOn(page, /^Moments/);
    await tabTo(page, /^new output/);
    await keyboard.press('Enter');
    await keyboard.press('1');
    await expectFocusSeen(page, 'after 1');
    await page.getByRole('tab', { name: /^Moments/ }).focus();
    await keyboard.press('Home');
    await expectFocusOn(page, /^Edits/);
    await expect(pinned).toHaveCount(1);
    await editor.expectResult(40, 1);
  });

  await test.step('a stretch is cut', async () => {
    await markStretch(page, '20', '21');
    await expectFocusSeen(page, 'after O');
    await keyboard.press('x');
    await expectFocusSeen(page, 'after X');
    await expect(pinned).toHaveCount(2);
    await expect(said(page)).toContainText(/^Cut .* Control Z to undo\.$/);
  });

  await test.step('another gets a factor of its own', async () => {
    await markStretch(page, '4', '8');
    await keyboard.press('s');
    await expectFocusOn(page, 'Factor');
    await keyboard.type('1.5');
    await keyboard.press('Enter');
    await expectFocusOn(page, 'Playhead');
    await expect(pinned).toHaveCount(3);
    await expect.poll(() => valuesOf(pinned.getByRole('textbox', { name: 'Factor' }))).toContain('1.5×');
  });

  await test.step('it is split', async () => {
    await keyboard.press('Enter');
    await expectFocusOn(page, 'Factor');
    await keyboard.press('Escape');
    await goToTime(page, '+1');
    await keyboard.press('b');
    await expectFocusSeen(page, 'after B');
    await expect(pinned).toHaveCount(4);
  });

  await test.step('a screen is held, an instant is marked', async () => {
    await goToTime(page, '15');
    await keyboard.press('Shift+H');
    await expectFocusSeen(page, 'after Shift H');
    // Those that were made to fit cannot be removed.
    await expect(holds.getByRole('button', { name: 'Remove' })).toHaveCount(1);
    await keyboard.press('m');
    await expectFocusOn(page, 'Label');
    await keyboard.type('The answer');
    await keyboard.press('Enter');
    await expectFocusOn(page, 'Playhead');
    await expect.poll(() => valuesOf(labels)).toContain('The answer');
  });

  await test.step('two steps are undone and done again', async () => {
    await keyboard.press('Control+z');
    await keyboard.press('Control+z');
    await expect.poll(() => valuesOf(labels)).not.toContain('The answer');
    await expectFocusSeen(page, 'after undo');
    await keyboard.press('Control+Shift+z');
    await keyboard.press('Control+Shift+z');
    await expect.poll(() => valuesOf(labels)).toContain('The answer');
    await expectFocusSeen(page, 'after redo');
  });

  await test.step('a command is found by its name', async () => {
    await keyboard.press('Control+k');
    await expectFocusOn(page, 'Command');
    await keyboard.type('zoom in');
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocusSeen(page, 'after the palette');
  });

  await test.step('both files are saved, and are one and the same edit', async () => {
    await keyboard.press('e');
    await expectFocusOn(page, 'Download recording');
    const recording = await downloadByEnter(page);
    await tabTo(page, 'Download plan');
    const plan = await downloadByEnter(page);
    expect(Buffer.from(applyByCommand(plan, SESSION)).equals(Buffer.from(recording.bytes))).toBe(true);
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocusSeen(page, 'after the export');
  });
});

test('a factor steps by its keys', async ({ editor, page }) => {
  const { keyboard } = page;
  await editor.open(LINES_V2);
  await editor.playhead.focus();
  await keyboard.press('s');
  await expectFocusOn(page, 'Factor');
  for (const [key, factor] of [
    ['ArrowUp', '3×'],
    ['Shift+ArrowUp', '4×'],
    ['PageUp', '8×'],
    ['PageDown', '4×'],
    ['ArrowDown', '3×'],
  ] as const) {
    await keyboard.press(key);
    await expect(editor.field('Factor')).toHaveValue(factor);
    await expectFocusOn(page, 'Factor');
  }
});
