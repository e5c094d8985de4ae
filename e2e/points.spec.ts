import type { Page } from '@playwright/test';
import { castText } from '../src/testing/recordings.ts';
import type { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { LINES_SECONDS, LINES_V2, named } from './recordings.ts';

const OWN_MARKERS = named('marked.cast', castText('a@1 m:prompt@6.5 b@9 m:answer@21.5 c@30'));

async function openWithHold(editor: Editor, seconds = 2): Promise<void> {
  await editor.drop(LINES_V2, named('a.plan.json', JSON.stringify({ holds: [{ at: 10.5, duration: seconds }] })));
  await editor.expectOpened(LINES_V2.name);
  await editor.expectResult(LINES_SECONDS + seconds);
}

async function expectSeconds(editor: Editor, name: string, seconds: number, digits = 3): Promise<void> {
  await expect.poll(() => editor.handleSeconds(name)).toBeCloseTo(seconds, digits);
}

/** Drags a slider by so many pixels, and lets go. */
async function dragBy(page: Page, editor: Editor, name: string, px: number): Promise<void> {
  const box = await editor.handle(name).boundingBox();
  if (!box) throw new Error(`${name} is not visible`);
  const { mouse } = page;
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await mouse.down();
  await mouse.move(box.x + box.width / 2 + px, box.y + box.height / 2, { steps: 6 });
  await mouse.up();
}

test('a hold is made at the playhead, moved, made longer and removed by keys', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.seek(10.5);
  await editor.button('Hold').click();
  await editor.expectResult(LINES_SECONDS + 2);

  const length = editor.handle('Length of hold 1');
  await length.focus();
  await page.keyboard.press('ArrowRight');
  await editor.expectResult(LINES_SECONDS + 2.1);
  await page.keyboard.press('Shift+ArrowRight');
  await editor.expectResult(LINES_SECONDS + 3.1);
  await page.keyboard.press('PageUp');
  await editor.expectResult(LINES_SECONDS + 13.1);
  await page.keyboard.press('PageDown');
  await editor.expectResult(LINES_SECONDS + 3.1);
  await expect(length).toHaveAttribute('aria-valuetext', '3.1 seconds');

  const before = await editor.handleSeconds('Hold 1');
  await editor.handle('Hold 1').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expectSeconds(editor, 'Hold 1', before + 1);
  await page.keyboard.press('Home');
  await expectSeconds(editor, 'Hold 1', 0);
  await page.keyboard.press('Delete');
  await editor.expectResult(LINES_SECONDS);
  await expect(editor.handle('Hold 1')).toHaveCount(0);
  await expect(editor.playhead).toBeFocused();
});

test('a hold is dragged to another place, and its flag to another length: a step back each', async ({ editor, page }) => {
  await openWithHold(editor);
  await dragBy(page, editor, 'Length of hold 1', 20);
  // Twenty pixels are a doubling of 1 s and the hold.
  await expectSeconds(editor, 'Length of hold 1', 5, 0);
  const length = await editor.handleSeconds('Length of hold 1');
  await editor.expectResult(LINES_SECONDS + length);

  await editor.dragHandle('Hold 1', 16.4);
  const tolerance = 9 * (await editor.secondsPerPx());
  await expect.poll(async () => Math.abs((await editor.handleSeconds('Hold 1')) - 16.4)).toBeLessThan(tolerance);
  await editor.expectResult(LINES_SECONDS + length);

  await editor.button('Undo').click();
  await expectSeconds(editor, 'Hold 1', 10.5);
  await expectSeconds(editor, 'Length of hold 1', length);
  await editor.button('Undo').click();
  await expectSeconds(editor, 'Length of hold 1', 2);
});

test('Escape gives back a hold that is dragged', async ({ editor, page }) => {
  await openWithHold(editor);
  await editor.holdHandleAt('Hold 1', 16.4);
  await expect.poll(() => editor.handleSeconds('Hold 1')).toBeGreaterThan(14);
  await page.keyboard.press('Escape');
  await expectSeconds(editor, 'Hold 1', 10.5);
  await page.mouse.up();
  await expectSeconds(editor, 'Hold 1', 10.5);
});

test('the hold of the last screen can be taken by its flag, which is left of it', async ({ editor, page }) => {
  await editor.drop(LINES_V2, named('a.plan.json', JSON.stringify({ holds: [{ at: LINES_SECONDS, duration: 2 }] })));
  await editor.expectResult(LINES_SECONDS + 2);
  await expect(editor.handle('Length of hold 1')).toBeInViewport({ ratio: 1 });
  await dragBy(page, editor, 'Length of hold 1', -20);
  await expect.poll(() => editor.handleSeconds('Length of hold 1')).toBeGreaterThan(4);
  await expectSeconds(editor, 'Hold 1', LINES_SECONDS);
});

test('the recording’s own markers are moved as those of a plan: by drag and by keys', async ({ editor, page }) => {
  await editor.open(OWN_MARKERS);
  await expect(editor.handle('Marker 1')).toHaveAttribute('aria-valuetext', '6.5 seconds, prompt');
  await editor.dragHandle('Marker 1', 12.4);
  await expect.poll(() => editor.handleSeconds('Marker 1')).toBeGreaterThan(11);
  await expectSeconds(editor, 'Marker 2', 21.5);

  const before = await editor.handleSeconds('Marker 1');
  await editor.handle('Marker 1').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expectSeconds(editor, 'Marker 1', before - 1);
  await editor.button('Undo').click();
  await editor.button('Undo').click();
  await expectSeconds(editor, 'Marker 1', 6.5);
  await expect(editor.button('Undo')).toHaveAttribute('aria-disabled', 'true');
});

test('Enter on a marker, or a double click, asks for its label; Delete removes it', async ({ editor, page }) => {
  await editor.open(OWN_MARKERS);
  await editor.handle('Marker 2').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Label' }).nth(1)).toBeFocused();
  await page.keyboard.type('the answer');
  await page.keyboard.press('Enter');
  await expect(editor.handle('Marker 2')).toHaveAttribute('aria-valuetext', '21.5 seconds, the answer');

  await editor.handle('Marker 1').dblclick();
  await expect(page.getByRole('textbox', { name: 'Label' }).first()).toBeFocused();
  await editor.handle('Marker 1').focus();
  await page.keyboard.press('Delete');
  await expect(editor.handle('Marker 1')).toHaveAttribute('aria-valuetext', '21.5 seconds, the answer');
  await expect(editor.handle('Marker 2')).toHaveCount(0);
});

test('thousands of markers and holds are drawn, and no more have elements than fit', async ({ editor, page }) => {
  const many = Array.from({ length: 3000 }, (_, index) => index / 100);
  const plan = { holds: many.map((at) => ({ at, duration: 0.1 })), markers: many.map((time) => ({ time, label: `m${time}` })) };
  await editor.drop(LINES_V2, named('many.plan.json', JSON.stringify(plan)));
  await editor.expectResult(LINES_SECONDS + 300);
  await expect(page.getByRole('slider', { name: /^Marker \d+$/ }).first()).toBeVisible();
  expect(await page.getByRole('slider', { name: /^Marker \d+$/ }).count()).toBeLessThan(200);
  expect(await page.getByRole('slider', { name: /^Hold \d+$/ }).count()).toBeLessThan(200);
});

test('a click beside the markers is not lost: it moves the playhead', async ({ editor, page }) => {
  await editor.open(OWN_MARKERS);
  const marker = await editor.handle('Marker 2').boundingBox();
  if (!marker) throw new Error('there is no marker 2');
  await page.mouse.click(await editor.laneX(15), marker.y + marker.height / 2);
  await expect.poll(async () => Math.abs(Number(await editor.playhead.getAttribute('aria-valuenow')) - 15)).toBeLessThan(0.2);
});
