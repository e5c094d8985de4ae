import { castText } from '../src/testing/recordings.ts';
import { expect, test } from './fixture.ts';
import { LINES_SECONDS, LINES_V2, named } from './recordings.ts';

test.beforeEach(async ({ editor }) => {
  await editor.open(LINES_V2);
});

test('a cut is made, shaped, undone and exported without a pointer', async ({ editor, page }) => {
  const { keyboard } = page;
  await editor.playhead.focus();
  await keyboard.press('Home');
  await keyboard.press('x');
  await expect(editor.edits).toHaveCount(1);

  await editor.handle('End of cut 1').focus();
  await keyboard.press('End');
  await keyboard.press('PageDown');
  await expect.poll(() => editor.handleSeconds('End of cut 1')).toBe(LINES_SECONDS - 10);
  await editor.expectResult(10);

  await keyboard.press('Control+z');
  await expect.poll(() => editor.handleSeconds('End of cut 1')).toBe(LINES_SECONDS);
  await keyboard.press('Control+Shift+z');
  await expect.poll(() => editor.handleSeconds('End of cut 1')).toBe(LINES_SECONDS - 10);

  await keyboard.press('Delete');
  await expect(editor.edits).toHaveCount(0);
  await editor.playhead.focus();
  await keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeHidden();
});

test('a handle steps by the second and by ten', async ({ editor, page }) => {
  await editor.selectOnLane(9.4, 14.4);
  await editor.button('Cut').click();
  await editor.handle('Start of cut 1').focus();
  const start = await editor.handleSeconds('Start of cut 1');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => editor.handleSeconds('Start of cut 1')).toBeCloseTo(start - 1, 3);
  await page.keyboard.press('Home');
  await expect.poll(() => editor.handleSeconds('Start of cut 1')).toBe(0);
});

test('Space plays and pauses, the playhead moves by its keys', async ({ editor, page }) => {
  await editor.playhead.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '11');
  await page.keyboard.press(' ');
  await expect(editor.button('Pause')).toBeVisible();
  await page.keyboard.press(' ');
  await expect(editor.button('Play')).toBeVisible();
});

test('every control is reached by Tab, and none holds the focus', async ({ editor, page }) => {
  await editor.selectOnLane(9.4, 14.4);
  await editor.button('Cut').click();
  const reached = new Set<string>();
  const focusedName = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    // The handles of an edit are found by Tab once it is entered.
    if ((await focusedName()).startsWith('Cut 1, ')) await page.keyboard.press('Enter');
    reached.add(await focusedName());
  }
  for (const name of ['Open', 'Undo', 'Export', 'Play', 'Cut', 'Fit', 'Playhead', 'Start of cut 1', 'End of cut 1', 'Remove']) {
    expect([...reached]).toContain(name);
  }
});

test('steps go from one change of the screen to the next', async ({ editor, page }) => {
  const unseen = ['\\u001b[1m@2', '\\u001b]0;title\\u0007@3', 'i:k@4', 'm:here@5', '\\u001b[K@6'].join(' ');
  await editor.open(named('still.cast', castText(`first@1 ${unseen} second@7 end@9`)));
  await expect(async () => {
    await editor.goTo('start');
    await page.keyboard.press('.');
    await page.keyboard.press('.');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '7', { timeout: 500 });
  }).toPass();
  await page.keyboard.press(',');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '1');
});
