import type { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { LINES_PAUSE, LINES_SECONDS, LINES_V2 } from './recordings.ts';

/** Selecting snaps to what is near; the edges that a region got are read back from its handles. */
async function spanOf(editor: Editor, region: string): Promise<number> {
  return (await editor.handleSeconds(`End of ${region}`)) - (await editor.handleSeconds(`Start of ${region}`));
}

test.beforeEach(async ({ editor }) => {
  await editor.open(LINES_V2);
});

test('selecting a stretch changes nothing', async ({ editor }) => {
  await editor.selectOnLane(10, 15);
  await editor.expectResult(LINES_SECONDS);
  await expect(editor.edits).toHaveCount(0);
});

test('what the pointer marks between events is in whole milliseconds', async ({ editor, page }) => {
  await page.keyboard.down('Alt');
  await editor.selectOnLane(10.4, 15.4);
  await page.keyboard.up('Alt');
  await editor.button('Cut').click();
  for (const edge of ['Start', 'End']) expect(Math.round((await editor.handleSeconds(`${edge} of cut 1`)) * 1e6) % 1000).toBe(0);
});

test('a selected stretch is cut', async ({ editor }) => {
  await editor.selectOnLane(10.4, 15.4);
  await editor.button('Cut').click();
  await expect(editor.edits).toHaveCount(1);
  const tolerance = 7 * (await editor.secondsPerPx());
  expect(Math.abs((await editor.handleSeconds('Start of cut 1')) - 10.4)).toBeLessThan(tolerance);
  expect(Math.abs((await editor.handleSeconds('End of cut 1')) - 15.4)).toBeLessThan(tolerance);
  await editor.expectResult(LINES_SECONDS - (await spanOf(editor, 'cut 1')));
});

test('a selected stretch is sped up, and the factor typed at once', async ({ editor, page }) => {
  await editor.selectOnLane(21.4, 26.4);
  await editor.button('Speed').click();
  const span = await spanOf(editor, 'speed 1');
  await editor.expectResult(LINES_SECONDS - span / 2);
  await expect(editor.field('Factor')).toBeFocused();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await editor.expectResult(LINES_SECONDS - span * (1 - 1 / 5));
});

test('a factor is also a wanted length, a preset, and a step of the arrow keys', async ({ editor, page }) => {
  await editor.selectOnLane(21.4, 26.4);
  await editor.button('Speed').click();
  const kept = LINES_SECONDS - (await spanOf(editor, 'speed 1'));
  await page.keyboard.type('=2s');
  await page.keyboard.press('Enter');
  await editor.expectResult(kept + 2);
  await editor.button('8×').click();
  await expect(editor.field('Factor')).toHaveValue('8×');
  await editor.field('Factor').press('ArrowUp');
  await expect(editor.field('Factor')).toHaveValue('12×');
  await editor.field('Factor').press('ArrowDown');
  await expect(editor.button('8×')).toHaveAttribute('aria-pressed', 'true');
  await editor.expectResult(kept + (LINES_SECONDS - kept) / 8);
});

test('a factor that makes no sense is refused with a reason', async ({ editor, page }) => {
  await editor.selectOnLane(21.4, 26.4);
  await editor.button('Speed').click();
  const before = await editor.resultSeconds();
  await page.keyboard.type('fast');
  await page.keyboard.press('Enter');
  await expect(editor.field('Factor')).toHaveAttribute('aria-invalid', 'true');
  await expect(editor.alert).not.toBeEmpty();
  await editor.expectResult(before);
});

test('a handle is dragged, and one step back undoes the whole drag', async ({ editor }) => {
  await editor.selectOnLane(9.4, 12.4);
  await editor.button('Cut').click();
  const end = await editor.handleSeconds('End of cut 1');
  await editor.dragHandle('End of cut 1', 17.4);
  const tolerance = 7 * (await editor.secondsPerPx());
  await expect.poll(async () => Math.abs((await editor.handleSeconds('End of cut 1')) - 17.4)).toBeLessThan(tolerance);
  await editor.expectResult(LINES_SECONDS - (await spanOf(editor, 'cut 1')));

  await editor.button('Undo').click();
  await expect.poll(() => editor.handleSeconds('End of cut 1')).toBe(end);
  await editor.button('Redo').click();
  await expect.poll(() => editor.handleSeconds('End of cut 1')).toBeGreaterThan(end + 3);
  await editor.button('Undo').click();
  await editor.button('Undo').click();
  await expect(editor.edits).toHaveCount(0);
  await editor.expectResult(LINES_SECONDS);
});

test('Escape gives a dragged handle back', async ({ editor, page }) => {
  await editor.selectOnLane(9.4, 12.4);
  await editor.button('Cut').click();
  const end = await editor.handleSeconds('End of cut 1');
  await editor.holdHandleAt('End of cut 1', 17.4);
  await expect.poll(() => editor.handleSeconds('End of cut 1')).toBeGreaterThan(end + 3);
  await page.keyboard.press('Escape');
  await expect.poll(() => editor.handleSeconds('End of cut 1')).toBe(end);
  await page.mouse.up();
  await expect(editor.handle('End of cut 1')).toHaveAttribute('aria-valuenow', String(end));
});

test('an idle cap shortens every longer pause', async ({ editor, page }) => {
  await editor.field('Idle cap').fill('2');
  await page.keyboard.press('Enter');
  const pause = LINES_PAUSE.end - LINES_PAUSE.start;
  // The recording's last pause, of three seconds, is capped too.
  await editor.expectResult(LINES_SECONDS - (pause - 2) - (3 - 2));
  await editor.field('Idle cap').fill('');
  await page.keyboard.press('Enter');
  await editor.expectResult(LINES_SECONDS);
});

test('times are typed in the list, and an entry is removed there', async ({ editor, page }) => {
  await editor.selectOnLane(9.4, 12.4);
  await editor.button('Cut').click();
  await editor.edits.getByRole('textbox', { name: 'Start', exact: true }).fill('8.25');
  await page.keyboard.press('Enter');
  await editor.edits.getByRole('textbox', { name: 'End', exact: true }).fill('0:18.75');
  await page.keyboard.press('Enter');
  await editor.expectResult(LINES_SECONDS - 10.5);
  await editor.edits.getByRole('button', { name: 'Remove' }).click();
  await editor.expectResult(LINES_SECONDS);
  await expect(editor.edits).toHaveCount(0);
});

test('the mode of a cut is shown and chosen in words, by keys too', async ({ editor, page }) => {
  await editor.selectOnLane(10.4, 15.4);
  await editor.button('Cut').click();
  const mode = editor.edits.getByRole('combobox', { name: 'Mode' });
  await expect(mode).toHaveValue('jump');
  await expect(mode.getByRole('option')).toHaveText([
    'Jump: screen stays right, what was cut is not in the file',
    'Fast-forward: everything is printed at once',
    'Drop: as if it never happened',
  ]);
  await expect(editor.edits).toContainText('Screen stays right, what was cut is not in the file.');
  await mode.focus();
  await page.keyboard.press('ArrowDown');
  await expect(mode).toHaveValue('collapse');
  await expect(editor.edits).toContainText('Everything is printed at once.');
  await page.keyboard.press('d');
  await expect(mode).toHaveValue('drop');
  await expect(editor.edits).toContainText('As if it never happened.');
  await editor.button('Undo').click();
  await expect(mode).toHaveValue('collapse');
});

test('cut wins where it lies over a speed region', async ({ editor, page }) => {
  await editor.drop({
    name: 'both.plan.json',
    bytes: Buffer.from(JSON.stringify({ speed_regions: [[20, 30, 5]], cuts: [[25, 30]] })),
  });
  await editor.expectResult(20 + 5 / 5);
  await expect(editor.edits).toHaveCount(2);
  await expect(page.getByRole('slider', { name: /speed 1$/ })).toHaveCount(2);
});
