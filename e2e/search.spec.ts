import type { Locator, Page } from '@playwright/test';
import { castText } from '../src/testing/recordings.ts';
import { expect, test } from './fixture.ts';
import { named } from './recordings.ts';

const CLEAR = '\\u001b[2J\\u001b[H';

/** Two lines with an error, ten seconds apart; the screen is cleared after each. */
const ERRORS = named(
  'errors.cast',
  castText(
    [
      'ready\\r\\n@1',
      'first␣error\\r\\n@10',
      `${CLEAR}calm@20`,
      '\\r\\nsecond␣error\\r\\n@30',
      'more\\r\\n@33',
      `${CLEAR}done@50`,
      'end@60',
    ].join(' '),
    { header: { width: 40, height: 8 } },
  ),
);

/** A word typed letter by letter over the edge of a narrow screen, and one put together by moves of the cursor. */
const PIECES = named(
  'pieces.cast',
  castText('xxxxxx@1 h@2 a@3 r@4 b@5 o@6 u@7 r@8 \\r\\nlan@10 \\u001b[5Gern@11 \\u001b[4Gt@12 .@20', { header: { width: 10, height: 6 } }),
);

const status = (page: Page) => page.getByRole('search').getByRole('status');
async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not visible`);
  return box;
}

test.describe('by mouse', () => {
  test('what was on screen is found, and each hit is shown', async ({ editor, page }) => {
    await editor.open(ERRORS);
    await editor.button('Find').click();
    await editor.field('Find on screen').fill('ERROR');
    await expect(status(page)).toHaveText('Hit 1 of 2 at 10 seconds: first error');
    await expect(page.getByRole('search')).toContainText('1 of 2');
    await expect.poll(() => editor.previewText()).toContain('first error');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '10');

    await editor.button('Next hit').click();
    await expect(status(page)).toHaveText('Hit 2 of 2 at 30 seconds: second error');
    await expect.poll(() => editor.previewText()).toContain('second error');
    // Around the end, and back.
    await editor.button('Next hit').click();
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '10');
    await editor.button('Previous hit').click();
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '30');

    await editor.button('Match case').click();
    await expect(status(page)).toHaveText('No hits');
    await expect(editor.button('Next hit')).toHaveAttribute('aria-disabled', 'true');
    await editor.button('Close search').click();
    await expect(page.getByRole('search')).toBeHidden();
  });

  test('a regular expression, and what is wrong with one', async ({ editor, page }) => {
    await editor.open(ERRORS);
    await editor.button('Find').click();
    await editor.button('Regular expression').click();
    const field = editor.field('Find on screen');
    await field.fill('^(second|third) err.r$');
    await expect(status(page)).toHaveText('Hit 1 of 1 at 30 seconds: second error');
    await field.fill('(second');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('search').getByRole('alert')).not.toBeEmpty();
    await field.fill('second');
    await expect(field).toHaveAttribute('aria-invalid', 'false');
    await expect(status(page)).toHaveText('Hit 1 of 1 at 30 seconds: second error');
  });

  test('the hits are kept, and that is one step back', async ({ editor, page }) => {
    await editor.open(ERRORS);
    await editor.button('Find').click();
    await editor.field('Find on screen').fill('error');
    await expect(status(page)).toContainText('Hit 1 of 2');
    await editor.button('Keep the hits').click();
    await expect(status(page)).toHaveText('Keeps 2 moments · result 1:00.0 → 0:09.0');
    await expect(editor.edits).toHaveCount(0);
    await editor.button('Cancel').click();
    await expect(editor.button('Apply')).toBeHidden();
    await editor.button('Keep the hits').click();
    await editor.button('Apply').click();
    await expect(editor.edits).toHaveCount(3);
    await editor.expectResult(9);
    await expect(editor.handle('End of cut 1')).toHaveAttribute('aria-valuenow', '8.5');
    await expect(editor.handle('Start of cut 2')).toHaveAttribute('aria-valuenow', '13');
    await editor.button('Undo').click();
    await expect(editor.edits).toHaveCount(0);
    await editor.expectResult(60);
  });

  test('text that is selected in the preview is located', async ({ editor, page }) => {
    await editor.open(ERRORS);
    await editor.seek(35);
    await expect.poll(() => editor.previewText()).toContain('second error');
    await editor.preview.getByText('second error').dblclick({ position: { x: 12, y: 8 } });
    await editor.button('When was this on screen?').click();
    await expect(page.getByText('On screen from 0:30.0 to 0:50.0 (0:20.0)')).toBeVisible();
    await expect(editor.handle('Start of selection')).toHaveAttribute('aria-valuenow', '30');
    await expect(editor.handle('End of selection')).toHaveAttribute('aria-valuenow', '50');
  });
});

test.describe('by keyboard', () => {
  test('found, gone through, and left where one was', async ({ editor, page }) => {
    const { keyboard } = page;
    await editor.open(ERRORS);
    await editor.playhead.focus();
    await keyboard.press('/');
    await expect(editor.field('Find on screen')).toBeFocused();
    await keyboard.type('error');
    await expect(status(page)).toContainText('Hit 1 of 2');
    await keyboard.press('Enter');
    await expect(status(page)).toContainText('Hit 2 of 2');
    await keyboard.press('Shift+Enter');
    await expect(status(page)).toContainText('Hit 1 of 2');
    await keyboard.press('F3');
    await expect(status(page)).toContainText('Hit 2 of 2');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '30');

    await keyboard.press('Escape');
    await expect(page.getByRole('search')).toBeHidden();
    await expect(editor.playhead).toBeFocused();
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '30');
  });

  test('the browser keeps the key of its own search', async ({ editor, page }) => {
    await editor.open(ERRORS);
    await editor.playhead.focus();
    await page.evaluate(() => {
      window.addEventListener('keydown', (event) => {
        if (event.key === 'f') document.body.dataset.taken = String(event.defaultPrevented);
      });
    });
    await page.keyboard.press('Control+f');
    await expect(page.locator('body')).toHaveAttribute('data-taken', 'false');
    await expect(editor.field('Find on screen')).toBeHidden();
    await page.keyboard.press('/');
    await expect(editor.field('Find on screen')).toBeFocused();
  });

  test('the hits are kept', async ({ editor, page }) => {
    const { keyboard } = page;
    await editor.open(ERRORS);
    await keyboard.press('/');
    await keyboard.type('error');
    await expect(status(page)).toContainText('Hit 1 of 2');
    await editor.button('Keep the hits').focus();
    await keyboard.press('Enter');
    await editor.button('Apply').focus();
    await keyboard.press('Enter');
    await editor.expectResult(9);
    await expect(editor.playhead).toBeFocused();
    await keyboard.press('Control+z');
    await editor.expectResult(60);
  });

  test('a selection in the preview is located and looked for', async ({ editor, page }) => {
    const { keyboard } = page;
    await editor.open(ERRORS);
    await editor.seek(35);
    await expect.poll(() => editor.previewText()).toContain('second error');
    const select = () =>
      page.evaluate(() => {
        const rows = [...document.querySelectorAll('[data-testid="preview"] .ap-line')];
        const row = rows.find(({ textContent }) => textContent?.includes('second error'));
        const text = row?.querySelector('span')?.firstChild;
        if (text) document.getSelection()?.setBaseAndExtent(text, 0, text, 'second'.length);
      });
    await select();
    await expect(editor.button('When was this on screen?')).toBeVisible();
    await keyboard.press('w');
    await expect(editor.handle('Start of selection')).toHaveAttribute('aria-valuenow', '30');
    await expect(editor.handle('End of selection')).toHaveAttribute('aria-valuenow', '50');

    await keyboard.press('/');
    await expect(editor.field('Find on screen')).toHaveValue('second');
    await expect(status(page)).toHaveText('Hit 1 of 1 at 30 seconds: second error');
  });
});

test('words are found that were typed over the edge, or put together', async ({ editor, page }) => {
  await editor.open(PIECES);
  await page.keyboard.press('/');
  await page.keyboard.type('harbour');
  await expect(status(page)).toHaveText('Hit 1 of 1 at 8 seconds: xxxxxxharbour');
  await editor.field('Find on screen').fill('lantern');
  await expect(status(page)).toContainText('Hit 1 of 1 at 12 seconds: lantern');
});

test('a hit inside a cut is shown as it was recorded', async ({ editor, page }) => {
  const source = page.getByRole('radio', { name: 'Source' });
  await editor.open(ERRORS);
  await editor.selectOnLane(5, 25);
  await editor.button('Cut').click();
  await editor.goTo('start');
  await page.keyboard.press('/');
  await page.keyboard.type('error');
  await expect(status(page)).toHaveText('Hit 1 of 2 at 10 seconds, inside a cut: shown as it was recorded: first error');
  await expect(source).toBeChecked();
  await expect.poll(() => editor.previewText()).toContain('first error');
  await expect(page.getByRole('search')).toContainText('in a cut, shown from the source');
  await page.getByRole('radio', { name: 'Result' }).press('Space');
  await expect(page.getByRole('search')).not.toContainText('shown from the source');
  await editor.field('Find on screen').focus();
  await page.keyboard.press('Enter');
  await expect(source).not.toBeChecked();
  await expect(status(page)).toHaveText('Hit 2 of 2 at 30 seconds: second error');
});

test('what was found is marked in the preview, right where it stands', async ({ editor, page }) => {
  const marks = page.locator('[data-part="hit-mark"]');
  await editor.open(ERRORS);
  await page.keyboard.press('/');
  await page.keyboard.type('error');
  await expect(marks).toHaveCount(1);
  const mark = await boxOf(marks);
  const row = await boxOf(editor.preview.locator('.ap-line', { hasText: 'first error' }));
  // Columns 6 to 11 of 40.
  expect((mark.x - row.x) / row.width).toBeCloseTo(6 / 40, 2);
  expect(mark.width / row.width).toBeCloseTo(5 / 40, 2);
  await page.keyboard.press('Escape');
  await expect(marks).toHaveCount(0);
});

test('of what stands there twice the hit itself is marked as that', async ({ editor, page }) => {
  const marks = page.locator('[data-part="hit-mark"]');
  const current = page.locator('[data-part="hit-mark"][data-current="true"]');
  await editor.open(named('twice.cast', castText('error␣1\\r\\n@1 Error␣2\\r\\n@5 end@9', { header: { width: 40, height: 8 } })));
  await page.keyboard.press('/');
  await page.keyboard.type('error');
  await expect(current).toHaveCount(1);
  await expect(status(page)).toContainText('Hit 1 of 2');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Hit 2 of 2');
  await expect(marks).toHaveCount(2);
  await expect(current).toHaveCount(1);
  const mark = await boxOf(current);
  const row = await boxOf(editor.preview.locator('.ap-line', { hasText: 'Error 2' }));
  expect(Math.abs(mark.y - row.y)).toBeLessThan(row.height / 2);
});

test('an expression that takes for ever is given up, and everything goes on', async ({ editor, page }) => {
  const lines = Array.from({ length: 20 }, (_, index) => `${'a␣long␣line␣of␣words␣'.repeat(3)}${index}\\r\\n@${index + 1}`);
  await editor.open(named('long-lines.cast', castText(lines.join(' '))));
  await page.keyboard.press('/');
  await editor.button('Regular expression').click();
  const field = editor.field('Find on screen');
  await field.fill('(.*)*x$');
  await expect(page.getByRole('search').getByRole('alert')).toHaveText(
    'This expression takes too long on this recording. Try a simpler one.',
  );
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(editor.button('Keep the hits')).toHaveAttribute('aria-disabled', 'true');
  await field.fill('words 1[0-4]$');
  await expect(status(page)).toHaveText(/^Hit 1 of 5 at 11 seconds/);
  await editor.button('Close search').click();

  await editor.selectOnLane(5, 10);
  await editor.button('Cut').click();
  await editor.button('Export').click();
  await expect(page.getByText('No secrets found')).toBeVisible();
  await expect(editor.button('Download recording')).toBeEnabled();
  await page.keyboard.press('Escape');

  // The same in the dialog that masks.
  await editor.button('Mask…').click();
  await editor.field('Regular expression').fill('(.*)*x$');
  await expect(page.getByRole('dialog')).toContainText('This expression takes too long on this recording.');
  await editor.field('Regular expression').fill('words');
  await expect(page.getByRole('dialog')).toContainText(/\d found/);
});
