import type { ElementHandle } from '@playwright/test';
import { castText } from '../src/testing/recordings.ts';
import type { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { LINES_SECONDS, LINES_V2, named } from './recordings.ts';

async function terminalOf(editor: Editor): Promise<ElementHandle<HTMLElement>> {
  return (await editor.preview.locator('.ap-player').elementHandle()) as ElementHandle<HTMLElement>;
}

test('one terminal serves all edits and all recordings', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  const terminal = await terminalOf(editor);
  await editor.goTo('end');
  await expect.poll(() => editor.previewText()).toContain('line-30');
  await editor.selectOnLane(10, 15);
  await page.keyboard.press('x');
  await editor.dragHandle('End of cut 1', 18);
  await page.keyboard.press('Control+z');
  await editor.open(named('wide.cast', castText('wide@1 end@2', { header: { width: 200, height: 50 } })));
  await editor.goTo('end');
  await expect.poll(() => editor.previewText()).toContain('wideend');
  expect(await terminal.evaluate((element) => element.isConnected)).toBe(true);
  await expect(editor.preview.locator('.ap-line')).toHaveCount(50);
});

test('shows the recording as it was at a handle that is dragged', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.selectOnLane(10, 15);
  await page.keyboard.press('x');
  await editor.goTo('start');
  await expect.poll(() => editor.previewText()).not.toContain('line-1');
  await editor.holdHandleAt('End of cut 1', 24.5);
  await expect.poll(() => editor.previewText()).toMatch(/line-24$/);
  await page.mouse.up();
  await expect.poll(() => editor.previewText()).not.toContain('line-1');
});

test('in a cut the screen is that of its seam, and in the source view that of the recording', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.selectOnLane(3.5, 7.5);
  await page.keyboard.press('x');
  await editor.seek(5.5);
  await expect(page.getByText('in a cut', { exact: true })).toBeVisible();
  await expect.poll(() => editor.previewText()).toMatch(/line-7$/);
  await page.getByRole('radiogroup', { name: 'Time line' }).getByText('Source').click();
  await expect(page.getByText('in a cut', { exact: true })).toBeHidden();
  await expect.poll(() => editor.previewText()).toMatch(/line-5$/);
});

test('names the time on both time lines', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.drop(named('fast.plan.json', JSON.stringify({ speed_regions: [{ start: 0, end: LINES_SECONDS, factor: 2 }] })));
  const transport = page.getByRole('region', { name: 'Preview' });
  await editor.goTo('end');
  await expect(transport).toContainText('0:15.0 / 0:15.0 source 0:30.0');
  await page.getByRole('radio', { name: 'Result' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(transport).toContainText('0:30.0 / 0:30.0 result 0:15.0');
});

test('the keys of the editor work with the focus in the terminal, and those of the player do not', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.goTo('start');
  await editor.preview.locator('.ap-term-text').click();
  await page.keyboard.press('.');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '1');
  // The player has keys of these names too: its digits and its help are other ones.
  await page.keyboard.press('2');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', String(LINES_SECONDS / 5));
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard help' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(editor.button('Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(editor.button('Play')).toBeVisible();
  await expect(page.locator('.ap-overlay:visible')).toHaveCount(0);
  await expect.poll(() => editor.previewText()).not.toContain('line-8');
});

test('says why where the terminal does not start, and edits all the same', async ({ editor, page }) => {
  await page.clock.install();
  await page.evaluate(() => {
    WebAssembly.instantiate = () => new Promise<never>(() => {});
  });
  await editor.choose(LINES_V2);
  await expect(editor.lane).toBeVisible();
  await expect(editor.preview.locator('.ap-player')).toHaveCount(1);
  await page.clock.runFor(15_000);
  await expect(editor.preview.getByRole('alert')).toContainText('WebAssembly');
  await editor.selectOnLane(10, 20);
  await page.keyboard.press('x');
  await expect(editor.edits).toHaveCount(1);
});
