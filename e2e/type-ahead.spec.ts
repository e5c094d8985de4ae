import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { LINES_V2 } from './recordings.ts';

/** As fast as the browser takes them: each goes out before the page has answered to the one before. */
async function pressAtOnce({ keyboard }: Page, ...keys: readonly string[]): Promise<void> {
  const strokes = keys.flatMap((key) => {
    const parts = key.split('+');
    return [...parts.map((part) => () => keyboard.down(part)), ...parts.reverse().map((part) => () => keyboard.up(part))];
  });
  await Promise.all(strokes.map((stroke) => stroke()));
}

/** From here on what opens over the editor by command is on its way; until the function that is answered is called. */
async function holdUpDialogs(page: Page): Promise<() => void> {
  let letCome = (): void => {};
  const isLetCome = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(/CommandWindows-.*\.js/, async (route) => {
    await isLetCome;
    await route.continue();
  });
  return letCome;
}

test('what is typed for a dialog that is on its way is no command', async ({ editor, page }) => {
  const letDialogsCome = await holdUpDialogs(page);
  await editor.open(LINES_V2);
  await editor.playhead.focus();
  await pressAtOnce(page, 'Control+k', 'x', 's', 'm');
  letDialogsCome();
  const command = page.getByRole('combobox', { name: 'Command' });
  await expect(command).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(editor.edits).toHaveCount(0);
  await expect(editor.button('Undo')).toBeDisabled();
});

test.describe('in an open recording', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.open(LINES_V2);
    await editor.playhead.focus();
  });

  // The letters of the label are commands of their own: in, next hit, target, out.
  test('the label of a new marker takes every key after M', async ({ editor, page }) => {
    await pressAtOnce(page, 'm', 'i', 'n', 't', 'o');
    const label = page.getByRole('list', { name: 'Markers' }).getByRole('textbox', { name: 'Label' });
    await expect(label).toBeFocused();
    await expect(label).toHaveValue('into');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('slider', { name: 'Marker 1' })).toHaveAttribute('aria-valuetext', /into/);
    await expect(page.getByRole('slider', { name: /selection/ })).toHaveCount(0);
    await expect(editor.playhead).toBeFocused();
  });

  test('the factor of a new speed region takes every key after S, 1 among them, and Enter', async ({ editor, page }) => {
    await pressAtOnce(page, 's', '1', '0', 'Enter');
    await expect(editor.edits.getByRole('textbox', { name: 'Factor' })).toHaveValue('10×');
    await expect(editor.edits).toHaveCount(1);
    await editor.expectResult(3);
  });

  test('from another panel too, and one after the other', async ({ editor, page }) => {
    await page.getByRole('tab', { name: /^History/ }).click();
    await editor.playhead.focus();
    await pressAtOnce(page, 's', '3', 'Enter', 'm', 'x', 's', 'e', 'Enter', 'ArrowRight', 'm', 'b', 'Enter');
    const labels = page.getByRole('list', { name: 'Markers' }).getByRole('textbox', { name: 'Label' });
    await expect(labels).toHaveCount(2);
    await expect(labels.first()).toHaveValue('xse');
    await expect(labels.last()).toHaveValue('b');
    await expect(editor.edits).toHaveCount(1);
    await editor.expectResult(10);
  });

  test('so does the field of a time, of a target, of a search, and the palette', async ({ editor, page }) => {
    await pressAtOnce(page, 'g', '1', '2', 'Enter');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '12');
    await expect(editor.edits).toHaveCount(0);

    await editor.playhead.focus();
    await pressAtOnce(page, '/', 'x', 's', 'm');
    await expect(editor.field('Find on screen')).toHaveValue('xsm');
    await expect(editor.edits).toHaveCount(0);
    await page.keyboard.press('Escape');

    await editor.playhead.focus();
    await pressAtOnce(page, 'Control+k', 'x', 's', 'm');
    await expect(page.getByRole('combobox', { name: 'Command' })).toHaveValue('xsm');
    await expect(editor.edits).toHaveCount(0);
  });
});
