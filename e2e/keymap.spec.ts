import type { Page } from '@playwright/test';
import { castText } from '../src/testing/recordings.ts';
import type { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { LINES_SECONDS, LINES_V2, named } from './recordings.ts';

const MARKED = named('marked.cast', castText('a@1 m:first@4 b@6 m:second@10 c@15 end@20'));

const visibleRange = (page: Page) => page.getByRole('slider', { name: 'Visible range', exact: true });

/** What is selected on the lane, in seconds: `4-9.5`. */
async function selection(editor: Editor): Promise<string> {
  const ends = ['Start of selection', 'End of selection'].map((name) => editor.handle(name).getAttribute('aria-valuenow'));
  return (await Promise.all(ends)).join('-');
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Keys mean what they mean anywhere. */
const leaveFocus = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).blur());

test('a preset and keys of one’s own are there again in the next visit', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await press(page, '?');
  await page.getByRole('dialog').getByRole('button', { name: 'Keyboard settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Keyboard settings' });
  await settings.getByRole('radio', { name: 'Trace' }).check();
  await settings.getByRole('button', { name: 'Change Cut', exact: true }).click();
  await press(page, 'q');
  await press(page, 'Escape');
  await expect(settings).toBeHidden();

  await page.reload();
  await editor.open(LINES_V2);
  await expect(editor.button('Cut')).toHaveAttribute('aria-keyshortcuts', 'q');
  await expect(editor.button('Zoom in')).toHaveAttribute('aria-keyshortcuts', /^W /);
  await editor.goTo('start');
  await press(page, 'x');
  await expect(editor.edits).toHaveCount(0);
  await press(page, 'w', 'd');
  await expect(visibleRange(page)).toHaveAttribute('aria-valuenow', String(LINES_SECONDS / 8));
  await press(page, 'a', 's');
  await expect(visibleRange(page)).toHaveAttribute('aria-valuetext', `0 seconds to ${LINES_SECONDS} seconds`);
  await press(page, 'q');
  await expect(editor.edits).toHaveCount(1);
});

test('letters and signs alone can be switched off, for good; the rest stays', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await press(page, '?');
  await page.getByRole('dialog').getByRole('button', { name: 'Keyboard settings' }).click();
  await page.getByLabel('Letters and signs alone are commands').uncheck();
  await press(page, 'Escape');
  await page.reload();
  await editor.open(LINES_V2);
  await editor.playhead.focus();
  await press(page, 'x', 's', '1', 'm', '/', '?', 'e');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(editor.field('Find on screen')).toBeHidden();
  await expect(editor.edits).toHaveCount(0);
  await expect(editor.button('Undo')).toHaveAttribute('aria-disabled', 'true');
  await expect(editor.button('Cut')).not.toHaveAttribute('aria-keyshortcuts');
  await press(page, ' ');
  await expect(editor.button('Pause')).toBeVisible();
  await press(page, ' ', 'Home', 'ArrowRight');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '1');
  await press(page, 'Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
});

test('after typing in a field Enter and Escape give the keys back', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.selectOnLane(4, 10);
  await press(page, 's');
  await expect(editor.field('Factor')).toBeFocused();
  await page.keyboard.type('5x');
  await expect(editor.field('Factor')).toHaveValue('5x');
  await press(page, 'Enter', 'Home', 'ArrowRight');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '1');
  await press(page, 'Control+z');
  await expect(editor.field('Factor')).toHaveValue('2×');

  await editor.field('Factor').focus();
  await page.keyboard.type('7');
  await press(page, 'Escape', 'ArrowRight');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '2');
  await expect(editor.field('Factor')).toHaveValue('2×');
});

test('Enter goes to the first field of what is selected', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.selectOnLane(4, 10);
  await press(page, 'x');
  await expect(editor.edits).toHaveCount(1);
  await leaveFocus(page);
  await press(page, 'Enter');
  await expect(editor.field('Start')).toBeFocused();
  await editor.seek(20);
  await press(page, 'm');
  await expect(editor.field('Label')).toBeFocused();
  await page.keyboard.type('here');
  await press(page, 'Enter');
  await expect(editor.field('Label')).not.toBeFocused();
  await leaveFocus(page);
  await press(page, 'F2');
  await expect(editor.field('Label')).toBeFocused();
});

test('on the playhead, where the focus rests, the keymap says what a key does', async ({ editor, page }) => {
  await editor.open(MARKED);
  await editor.goTo('start');
  await press(page, 'ArrowDown');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '4');
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '10');
  await press(page, 'PageUp');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '20');

  await press(page, '?');
  await page.getByRole('dialog').getByRole('button', { name: 'Keyboard settings' }).click();
  await page.getByRole('dialog', { name: 'Keyboard settings' }).getByRole('radio', { name: 'Premiere' }).check();
  await press(page, 'Escape');
  await editor.goTo('start');
  await press(page, 'ArrowRight', 'ArrowRight');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '6');
});

test('with nothing left to undo, or to select, the browser does nothing in its place', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.field('Title').click();
  await page.keyboard.type('mine');
  await press(page, 'Enter');
  await leaveFocus(page);
  await press(page, 'Control+z');
  await expect(editor.field('Title')).toHaveValue('');
  await press(page, 'Control+z', 'Control+z', 'Control+a');
  await expect(editor.field('Title')).not.toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  await press(page, 'Control+y');
  await expect(editor.field('Title')).toHaveValue('mine');
});

test('what input methods compose is no command', async ({ editor }) => {
  await editor.open(LINES_V2);
  await editor.playhead.focus();
  const type = (isComposing: boolean) =>
    editor.playhead.evaluate(
      (element, isComposing) => element.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', code: 'KeyM', bubbles: true, isComposing })),
      isComposing,
    );
  await type(true);
  await expect(editor.button('Undo')).toHaveAttribute('aria-disabled', 'true');
  await type(false);
  await expect(editor.button('Undo')).toHaveAttribute('aria-disabled', 'false');
});

test.describe('on a recording with markers', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.open(MARKED);
    await editor.goTo('start');
  });

  test('in and out make a selection, which is cut, split, and walked through edge by edge', async ({ editor, page }) => {
    await press(page, ']');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '4');
    await press(page, 'i');
    await expect.poll(() => selection(editor)).toBe('4-20');
    await press(page, ']', 'o');
    await expect.poll(() => selection(editor)).toBe('4-10');
    await press(page, '[', '[');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '4');

    await press(page, 'x');
    await editor.expectResult(14);
    await leaveFocus(page);
    await press(page, 'ArrowRight', 'ArrowRight', 'b');
    await expect(editor.edits).toHaveCount(2);
    await editor.expectResult(14);
    await editor.playhead.focus();
    await press(page, 'Home', 'o');
    await expect(editor.handle('Start of selection')).toBeHidden();
    for (const edge of ['4', '6', '10']) {
      await press(page, 'ArrowDown');
      await expect(editor.playhead).toHaveAttribute('aria-valuenow', edge);
    }
    await press(page, 'ArrowUp');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '6');
  });

  test('all edits are selected and removed in one step', async ({ editor, page }) => {
    await editor.selectOnLane(2, 3);
    await press(page, 'x');
    await editor.selectOnLane(12, 14);
    await press(page, 'x');
    await editor.seek(17);
    await press(page, 'Shift+H');
    await editor.expectResult(20 - 3 + 2, 1);
    await editor.playhead.focus();
    await press(page, 'Control+a');
    await expect(page.getByRole('group', { name: 'Selected edits' })).toContainText('3 edits selected');
    await press(page, 'Delete');
    await expect(editor.edits).toHaveCount(0);
    await editor.expectResult(20);
    await press(page, 'Control+z');
    await editor.expectResult(19, 1);
  });

  test('the view goes to the selection, and back', async ({ page }) => {
    await press(page, ']', 'i', ']', 'o');
    await press(page, 'z');
    await expect(visibleRange(page)).toHaveAttribute('aria-valuetext', '3.4 seconds to 10.6 seconds');
    await press(page, 'z');
    await expect(visibleRange(page)).toHaveAttribute('aria-valuetext', '0 seconds to 20 seconds');
  });

  test('Escape gives up a drag first, then what is selected, then the search', async ({ editor, page }) => {
    await press(page, '/');
    await editor.selectOnLane(2, 5);
    await press(page, 'x');
    const end = await editor.handleSeconds('End of cut 1');
    await editor.holdHandleAt('End of cut 1', 12);
    await expect.poll(() => editor.handleSeconds('End of cut 1')).toBeGreaterThan(11);
    await press(page, 'Escape');
    await expect.poll(() => editor.handleSeconds('End of cut 1')).toBe(end);
    await page.mouse.up();
    await leaveFocus(page);
    const strip = editor.timeline.getByRole('button', { name: /^Cut 1/ });
    await expect(strip).toHaveAttribute('aria-pressed', 'true');
    await press(page, 'Escape');
    await expect(strip).toHaveAttribute('aria-pressed', 'false');
    await expect(editor.field('Find on screen')).toBeVisible();
    await press(page, 'Escape');
    await expect(editor.field('Find on screen')).toBeHidden();
  });
});

test('a factor is copied to another region, and the clipboard keeps what was marked', async ({ editor, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open(LINES_V2);
  await editor.selectOnLane(2, 6);
  await press(page, 's');
  await expect(editor.field('Factor')).toBeFocused();
  await page.keyboard.type('7');
  await press(page, 'Enter', 'Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('{"castfoldEdit":"speed","factor":7}');

  await editor.selectOnLane(12, 18);
  await press(page, 's');
  await expect(editor.field('Factor').nth(1)).toBeFocused();
  await press(page, 'Enter', 'Control+v');
  await expect(editor.field('Factor').nth(1)).toHaveValue('7×');
  await press(page, 'Control+z');
  await expect(editor.field('Factor').nth(1)).toHaveValue('2×');

  // Of another kind it says so, and is not taken for a recording.
  await editor.seek(25);
  await press(page, 'x', 'Control+v');
  await expect(page.getByRole('status').filter({ hasText: 'Select a speed region to paste this to: speed 7×.' })).toHaveCount(1);
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.evaluate(() => document.getSelection()?.selectAllChildren(document.querySelector('h1') as Element));
  await press(page, 'Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('lines-v2.cast');
});

test('a link that is pasted is not fetched, and says what to do', async ({ editor, page }) => {
  await expect(editor.button('Open')).toBeVisible();
  await editor.paste('https://example.org/demo.cast');
  await expect(page.getByText('A link is not opened')).toBeVisible();
  await expect(page.getByText(/Download the file and drop it here/)).toBeVisible();
});

test('what is pasted while a dialog asks, or into a field, opens nothing', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await press(page, '?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await editor.paste(castText('other@1'));
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await editor.expectSource(LINES_SECONDS);
  await expect(page.getByRole('banner')).toContainText('lines-v2.cast');
});

test('files are asked for by key, in a field as well', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.field('Idle cap').focus();
  const asked = page.waitForEvent('filechooser');
  await press(page, 'Control+o');
  await (await asked).setFiles({ name: MARKED.name, mimeType: 'text/plain', buffer: Buffer.from(MARKED.bytes) });
  await editor.expectOpened(MARKED.name);
});
