import type { Page } from '@playwright/test';
import type { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { LINES_V2, named } from './recordings.ts';

const PLAN = {
  cuts: [
    [2, 4],
    [24, 26],
  ],
  speed_regions: [[9, 15, 3]],
  holds: [{ at: 20.5, duration: 2 }],
  markers: [{ time: 1, label: 'prompt' }],
};

test.beforeEach(async ({ editor }) => {
  await editor.drop(LINES_V2, named('a.plan.json', JSON.stringify(PLAN)));
  await editor.expectOpened(LINES_V2.name);
  await expect(editor.handle('End of cut 2')).toBeVisible();
});

const strip = (page: Page, name: string) => page.getByRole('region', { name: 'Timeline' }).getByRole('button', { name, exact: true });

const playheadSeconds = async (editor: Editor) => Number(await editor.playhead.getAttribute('aria-valuenow'));

test('all edits are one stop of Tab after the playhead, and the arrows walk through them in order of time', async ({ editor, page }) => {
  const { keyboard } = page;
  await editor.goTo('start');
  await keyboard.press('Tab');
  await expect(strip(page, 'Marker 1, prompt')).toBeFocused();
  for (const [key, name] of [
    ['ArrowRight', 'Cut 1, 2 seconds'],
    ['ArrowDown', 'Speed 1, 6 seconds'],
    ['ArrowRight', 'Hold 1, 2 seconds'],
    ['ArrowRight', 'Cut 2, 2 seconds'],
    ['ArrowRight', 'Cut 2, 2 seconds'],
    ['ArrowLeft', 'Hold 1, 2 seconds'],
    ['Home', 'Marker 1, prompt'],
    ['End', 'Cut 2, 2 seconds'],
    ['ArrowUp', 'Hold 1, 2 seconds'],
  ] as const) {
    await keyboard.press(key);
    await expect(strip(page, name)).toBeFocused();
    await expect(strip(page, name)).toHaveAttribute('aria-pressed', 'true');
  }
  expect(await playheadSeconds(editor)).toBe(0);

  await keyboard.press('Tab');
  await expect(page.locator('[data-part="strip"]:focus, [data-part="handle"]:focus')).toHaveCount(0);
  await keyboard.press('Shift+Tab');
  await expect(strip(page, 'Hold 1, 2 seconds')).toBeFocused();
});

test('Enter goes into an edit, where Tab finds its sliders and then its factor, and Escape comes back', async ({ editor, page }) => {
  const { keyboard } = page;
  await strip(page, 'Speed 1, 6 seconds').focus();
  await keyboard.press('Enter');
  await expect(editor.handle('Start of speed 1')).toBeFocused();
  await keyboard.press('Tab');
  await expect(editor.handle('End of speed 1')).toBeFocused();
  await keyboard.press('Escape');
  await expect(strip(page, 'Speed 1, 6 seconds')).toBeFocused();
  await expect(strip(page, 'Speed 1, 6 seconds')).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await expect(editor.handle('End of speed 1')).toBeFocused();
  await keyboard.press('Tab');
  await expect(editor.field('Factor')).toBeFocused();
});

test('inside an edit Alt and the arrows move all of it, one step a press', async ({ editor, page }) => {
  await strip(page, 'Speed 1, 6 seconds').focus();
  await page.keyboard.press('Enter');
  for (const [key, start] of [
    ['Alt+ArrowRight', 9.1],
    ['Alt+Shift+ArrowRight', 10.1],
    ['Alt+PageUp', 20.1],
    ['Alt+ArrowLeft', 20],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => editor.handleSeconds('Start of speed 1')).toBeCloseTo(start, 3);
    await expect.poll(() => editor.handleSeconds('End of speed 1')).toBeCloseTo(start + 6, 3);
  }
  await page.keyboard.press('Control+z');
  await expect.poll(() => editor.handleSeconds('Start of speed 1')).toBeCloseTo(20.1, 3);
});

test('the sliders say what becomes of their region, and how far they go', async ({ editor, page }) => {
  const end = editor.handle('End of speed 1');
  await expect(end).toHaveAttribute('aria-valuetext', '15 seconds, region now 2 seconds in output');
  await expect(end).toHaveAttribute('aria-valuemin', '9.001');
  await expect(editor.handle('End of cut 1')).toHaveAttribute('aria-valuemax', '24');
  await end.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(end).toHaveAttribute('aria-valuetext', '16 seconds, region now 2.3 seconds in output');
  await expect(editor.handle('Start of speed 1')).toHaveAttribute('aria-valuemax', '15.999');
});

test('a walk brings what is out of sight into it, however near one looks', async ({ editor, page }) => {
  await editor.seek(1);
  for (let step = 0; step < 7; step++) await page.keyboard.press('+');
  await strip(page, 'Marker 1, prompt').focus();
  await page.keyboard.press('End');
  await expect(strip(page, 'Cut 2, 2 seconds')).toBeFocused();
  await expect(strip(page, 'Cut 2, 2 seconds')).toBeInViewport();
  await expect(editor.handle('Start of cut 1')).toHaveCount(0);
});

test('several are selected by Ctrl and by Shift, by pointer and by keys, and removed in one step', async ({ editor, page }) => {
  const pressed = () =>
    page.locator('[data-part="strip"][aria-pressed="true"]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  await strip(page, 'Cut 1, 2 seconds').click();
  await strip(page, 'Cut 2, 2 seconds').click({ modifiers: ['Control'] });
  await expect.poll(pressed).toEqual(['Cut 1, 2 seconds', 'Cut 2, 2 seconds']);
  await strip(page, 'Cut 1, 2 seconds').click({ modifiers: ['Control'] });
  await expect.poll(pressed).toEqual(['Cut 2, 2 seconds']);
  await strip(page, 'Speed 1, 6 seconds').click({ modifiers: ['Shift'] });
  await expect.poll(pressed).toEqual(['Speed 1, 6 seconds', 'Cut 2, 2 seconds', 'Hold 1, 2 seconds']);

  await strip(page, 'Cut 1, 2 seconds').click();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(pressed).toEqual(['Cut 1, 2 seconds', 'Speed 1, 6 seconds']);
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+ ');
  await expect.poll(pressed).toEqual(['Cut 1, 2 seconds', 'Speed 1, 6 seconds', 'Hold 1, 2 seconds']);
  await page.keyboard.press('Delete');
  await expect(editor.handle('Start of speed 1')).toHaveCount(0);
  await expect(editor.handle('Hold 1')).toHaveCount(0);
  await expect(editor.handle('Start of cut 1')).toHaveAttribute('aria-valuenow', '24');
  await page.keyboard.press('Control+z');
  await expect.poll(pressed).toEqual(['Cut 1, 2 seconds', 'Speed 1, 6 seconds', 'Hold 1, 2 seconds']);
});

test('of several that are selected a drag moves the one that is dragged', async ({ editor, page }) => {
  await strip(page, 'Cut 1, 2 seconds').click();
  await strip(page, 'Cut 2, 2 seconds').click({ modifiers: ['Control'] });
  await editor.dragHandle('End of cut 1', 6.5);
  await expect.poll(() => editor.handleSeconds('End of cut 1')).toBeGreaterThan(5);
  await expect(editor.handle('Start of cut 2')).toHaveAttribute('aria-valuenow', '24');
  await expect(strip(page, 'Cut 2, 2 seconds')).toHaveAttribute('aria-pressed', 'true');
});

test('after a cut, and after taking it back and forth, the focus is on what was cut', async ({ editor, page }) => {
  const { keyboard } = page;
  await editor.selectOnLane(17.4, 18.6);
  await editor.handle('End of selection').focus();
  await keyboard.press('x');
  const made = page.locator('[data-part="strip"]:focus');
  await expect(made).toHaveAttribute('aria-label', /^Cut 2, /);
  await keyboard.press('Control+z');
  await expect(editor.playhead).toBeFocused();
  await keyboard.press('Control+Shift+z');
  await expect(made).toHaveAttribute('aria-label', /^Cut 2, /);

  // Nobody has walked there: the space bar still plays.
  await keyboard.press(' ');
  await expect(editor.button('Pause')).toBeVisible();
});

test('after the removal of an edit is undone the focus is on it', async ({ editor, page }) => {
  await strip(page, 'Speed 1, 6 seconds').focus();
  await page.keyboard.press('Delete');
  await expect(editor.playhead).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(strip(page, 'Speed 1, 6 seconds')).toBeFocused();
});

test('the sides of what is visible are moved by keys', async ({ editor, page }) => {
  const start = page.getByRole('slider', { name: 'Start of view' });
  const end = page.getByRole('slider', { name: 'End of view' });
  await start.focus();
  await page.keyboard.press('PageUp');
  await expect(start).toHaveAttribute('aria-valuenow', '7.5');
  await expect(editor.handle('End of view')).toHaveAttribute('aria-valuemin', '7.5');
  await end.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(end).toHaveAttribute('aria-valuenow', '27.75');
  await page.keyboard.press('End');
  await expect(end).toHaveAttribute('aria-valuenow', '30');
});

test('after an edit the arrows go on stepping, and walk once one comes by Tab', async ({ editor, page }) => {
  await editor.goTo('start');
  await page.keyboard.press('Shift+H');
  await expect(strip(page, 'Hold 1, 2 seconds')).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '10');
  await expect(strip(page, 'Hold 1, 2 seconds')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(editor.playhead).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(strip(page, 'Marker 1, prompt')).toBeFocused();
  // The first Escape gives the selection up, the second one the place.
  await page.keyboard.press('Escape');
  await expect(strip(page, 'Marker 1, prompt')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Escape');
  await expect(editor.playhead).toBeFocused();
});
