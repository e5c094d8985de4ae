import type { Locator, Page } from '@playwright/test';
import { seriousFaults } from './axe.ts';
import type { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { LINES_V2, named } from './recordings.ts';

const menu = (page: Page): Locator => page.getByRole('menu');
const item = (page: Page, name: string): Locator => menu(page).getByRole('menuitem', { name, exact: true });
const radio = (page: Page, name: string): Locator => menu(page).getByRole('menuitemradio', { name, exact: true });

/** A cut, a speed region, a hold and a marker, apart from each other. */
const PLAN = {
  cuts: [[2, 4]],
  speed_regions: [[20, 26, 2]],
  holds: [{ at: 10, duration: 2 }],
  markers: [{ time: 14, label: 'here' }],
};

async function openEdited(editor: Editor): Promise<void> {
  await editor.open(LINES_V2);
  await editor.drop(named('a.plan.json', JSON.stringify(PLAN)));
  await expect(editor.handle('Start of cut 1')).toBeVisible();
}

/** Below the strip that moves regions. */
async function rightClickLane(editor: Editor, page: Page, seconds: number): Promise<void> {
  const box = await editor.lane.boundingBox();
  if (!box) throw new Error('the lane is not visible');
  await page.mouse.click(await editor.laneX(seconds), box.y + box.height * 0.6, { button: 'right' });
  await expect(menu(page)).toBeVisible();
}

/** In tenths: a pixel is no whole number of them. */
const playheadSeconds = async (editor: Editor): Promise<number> => Number(await editor.playhead.getAttribute('aria-valuenow'));

test.beforeEach(async ({ editor }) => {
  await openEdited(editor);
});

test('a region: it is selected, the playhead goes there, and it is split, changed and removed', async ({ editor, page }) => {
  await rightClickLane(editor, page, 23);
  await expect(menu(page)).toHaveAccessibleName('speed 1');
  await expect.poll(() => playheadSeconds(editor)).toBeCloseTo(23, 0);
  await expect(radio(page, '2×')).toHaveAttribute('aria-checked', 'true');
  await radio(page, '8×').click();
  await expect(menu(page)).toBeHidden();
  await editor.expectResult(30 - 2 - 6 + 6 / 8 + 2);

  await rightClickLane(editor, page, 23);
  await item(page, 'Split').click();
  await expect(editor.handle('Start of speed 2')).toBeVisible();

  await rightClickLane(editor, page, 3);
  await expect(menu(page)).toHaveAccessibleName('cut 1');
  await expect(radio(page, 'Jump')).toHaveAttribute('aria-checked', 'false');
  await radio(page, 'Jump').click();
  await rightClickLane(editor, page, 3);
  await expect(radio(page, 'Jump')).toHaveAttribute('aria-checked', 'true');
  await item(page, 'Remove').click();
  await expect(editor.handle('Start of cut 1')).toBeHidden();
});

test('a menu that comes of a press with Ctrl, as on a Mac, keeps its edit selected', async ({ editor, page }) => {
  const strip = page.getByRole('button', { name: /^Speed 1,/ });
  const box = await strip.boundingBox();
  if (!box) throw new Error('the strip is not visible');
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  await page.mouse.move(at.clientX, at.clientY);
  await page.keyboard.down('Control');
  await page.mouse.down();
  await strip.dispatchEvent('contextmenu', { ...at, button: 0, ctrlKey: true, bubbles: true, cancelable: true });
  await expect(menu(page)).toHaveAccessibleName('speed 1');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(strip).toHaveAttribute('aria-pressed', 'true');
  await item(page, 'Remove').click();
  await expect(editor.handle('Start of speed 1')).toBeHidden();
});

test('a region by keyboard: the menu takes the focus and gives it back', async ({ editor, page }) => {
  const handle = editor.handle('End of speed 1');
  await handle.focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu(page)).toHaveAccessibleName('speed 1');
  await expect(menu(page).getByRole('menuitemradio').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(item(page, 'Remove')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(menu(page).getByRole('menuitemradio').first()).toBeFocused();
  await page.keyboard.type('zoo');
  await expect(item(page, 'Zoom to selection')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(handle).toBeFocused();

  await page.keyboard.press('ContextMenu');
  await page.keyboard.type('r');
  await page.keyboard.press('Enter');
  await expect(handle).toBeHidden();
  await expect(editor.playhead).toBeFocused();
});

test('a letter in a menu chooses and is no command', async ({ editor, page }) => {
  await editor.playhead.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('x');
  await expect(menu(page)).toBeVisible();
  await expect(editor.handle('Start of cut 2')).toBeHidden();
});

test('an entry of the list has the menu of its region', async ({ editor, page }) => {
  await editor.edits.first().click({ button: 'right', position: { x: 60, y: 12 } });
  await expect(menu(page)).toHaveAccessibleName('cut 1');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '2');
  await page.keyboard.press('Escape');
  await editor.edits.nth(1).getByRole('button', { name: 'Select' }).focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu(page)).toHaveAccessibleName('speed 1');
});

test('a menu on one of several selected edits is about all of them', async ({ editor, page }) => {
  await editor.playhead.focus();
  await page.keyboard.press('Control+a');
  await rightClickLane(editor, page, 3);
  await expect(menu(page)).toHaveAccessibleName('3 edits');
  await item(page, 'Remove').click();
  await expect(editor.handle('Start of cut 1')).toBeHidden();
  await expect(editor.handle('Start of speed 1')).toBeHidden();
  await editor.expectResult(30);
});

test('a hold and a marker', async ({ editor, page }) => {
  await editor.handle('Hold 1').click({ button: 'right' });
  await expect(menu(page)).toHaveAccessibleName('hold 1');
  await item(page, 'Remove').click();
  await expect(editor.handle('Hold 1')).toBeHidden();

  await editor.handle('Marker 1').focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu(page)).toHaveAccessibleName('marker 1');
  await item(page, 'Rename').click();
  await expect(editor.field('Label')).toBeFocused();
});

test('the free lane: the playhead goes there, and what is chosen happens there', async ({ editor, page }) => {
  await rightClickLane(editor, page, 17);
  await expect(menu(page)).toHaveAccessibleName('Timeline');
  await item(page, 'Marker').click();
  await expect(editor.handle('Marker 2')).toBeVisible();
  await expect.poll(() => editor.handleSeconds('Marker 2')).toBeCloseTo(17, 0);

  await rightClickLane(editor, page, 28);
  await item(page, 'Hold').click();
  await expect.poll(() => editor.handleSeconds('Hold 2')).toBeCloseTo(28, 0);
});

test('a selection stays when its menu is opened, and goes with a menu beside it', async ({ editor, page }) => {
  await editor.selectOnLane(15, 18);
  await rightClickLane(editor, page, 16);
  await expect(menu(page)).toHaveAccessibleName('Timeline');
  await item(page, 'Cut').click();
  await expect(editor.handle('Start of cut 2')).toBeVisible();
  await expect.poll(() => editor.handleSeconds('Start of cut 2')).toBeCloseTo(15, 0);

  await editor.selectOnLane(5, 8);
  await rightClickLane(editor, page, 28);
  await expect(editor.handle('Start of selection')).toBeHidden();
});

test('the lane by keyboard', async ({ editor, page }) => {
  await editor.playhead.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await expect(menu(page)).toHaveAccessibleName('Timeline');
  await page.keyboard.type('mark');
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeHidden();
  await expect.poll(() => editor.handleSeconds('Marker 1')).toBe(0);
});

test('the overview fits all in, by mouse and by keyboard', async ({ editor, page }) => {
  const overview = page.getByRole('slider', { name: 'Visible range', exact: true });
  const whole = await overview.getAttribute('aria-valuetext');
  await editor.button('Zoom in').click();
  await expect(overview).not.toHaveAttribute('aria-valuetext', whole as string);
  // The wave lies over it.
  await overview.click({ button: 'right', force: true });
  await expect(menu(page)).toHaveAccessibleName('Overview');
  await item(page, 'Fit').click();
  await expect(overview).toHaveAttribute('aria-valuetext', whole as string);

  await overview.focus();
  await page.keyboard.press('Shift+F10');
  await item(page, 'Zoom in').press('Enter');
  await expect(overview).not.toHaveAttribute('aria-valuetext', whole as string);
  await expect(overview).toBeFocused();
});

test('the preview: a menu of its own, but the browser’s where text is selected', async ({ editor, page }) => {
  await editor.goTo('end');
  await expect.poll(() => editor.previewText()).toContain('line-27');
  await editor.preview.click({ button: 'right' });
  await expect(menu(page)).toHaveAccessibleName('Preview');
  await item(page, 'Marker').click();
  await expect(editor.handle('Marker 2')).toBeVisible();

  await editor.preview.getByText('line-27').dblclick({ position: { x: 8, y: 8 } });
  await expect(editor.button('Mask this')).toBeVisible();
  const isOwn = page.evaluate(
    () => new Promise((resolve) => window.addEventListener('contextmenu', (event) => resolve(event.defaultPrevented))),
  );
  await editor.preview.getByText('line-27').click({ button: 'right', position: { x: 8, y: 8 } });
  expect(await isOwn).toBe(false);
  await expect(menu(page)).toBeHidden();
});

test('what does not apply is shown and says why', async ({ editor, page }) => {
  await rightClickLane(editor, page, 17);
  const loop = item(page, 'Loop selection');
  await expect(loop).toHaveAttribute('aria-disabled', 'true');
  await expect(loop).toHaveAccessibleDescription('Select a stretch or an edit to play it over and over.');
  await loop.click({ force: true });
  await expect(menu(page)).toBeVisible();
});

test('a press beside the menu closes it, and keeps within the window', async ({ editor, page }) => {
  await rightClickLane(editor, page, 28);
  const box = await menu(page).boundingBox();
  const size = page.viewportSize();
  if (!box || !size) throw new Error('the menu is not visible');
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(size.height);
  expect(box.x + box.width).toBeLessThanOrEqual(size.width);
  await page.mouse.click(300, 24);
  await expect(menu(page)).toBeHidden();
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`without serious faults in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the menus', async ({ editor, page }) => {
      for (const seconds of [3, 17, 23]) {
        await rightClickLane(editor, page, seconds);
        expect(await seriousFaults(page, ['[role="menu"]'])).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await editor.preview.click({ button: 'right' });
      expect(await seriousFaults(page, ['[role="menu"]'])).toEqual([]);
    });
  });
}
