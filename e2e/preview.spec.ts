import { castText } from '../src/testing/recordings.ts';
import { expect, test } from './fixture.ts';
import { FULL_SCREEN, LINES_V2, named } from './recordings.ts';

const plan = (document: object) => named('lines.plan.json', JSON.stringify(document));

test('shows the screen at the playhead', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.goTo('end');
  await expect.poll(() => editor.previewText()).toContain('line-30');
  await editor.goTo('start');
  await expect.poll(() => editor.previewText()).not.toContain('line-1');
  await page.keyboard.press('PageUp');
  await editor.goTo('end');
  await expect.poll(() => editor.previewText()).toContain('line-8\nline-20');
});

test('leaves out what a cut drops', async ({ editor }) => {
  await editor.open(LINES_V2);
  await editor.goTo('end');
  await editor.drop(plan({ cuts: [{ start: 3.5, end: 7.5, mode: 'drop' }] }));
  await expect.poll(() => editor.previewText()).toContain('line-3\nline-8');
});

test('keeps what a collapsed cut prints', async ({ editor }) => {
  await editor.open(LINES_V2);
  await editor.goTo('end');
  await editor.drop(plan({ cuts: [{ start: 3.5, end: 7.5, mode: 'collapse' }] }));
  await editor.expectResult(26);
  await expect.poll(() => editor.previewText()).toContain('line-3\nline-4\nline-5\nline-6\nline-7\nline-8');
});

test('after a cut that jumps the screen is the one that was recorded', async ({ editor, page }) => {
  await editor.open(FULL_SCREEN);
  await editor.drop(plan({ cuts: [{ start: 1.5, end: 4.5, mode: 'jump' }] }));
  await editor.goTo('start');
  await page.keyboard.press('.');
  await expect.poll(() => editor.previewText()).toBe('$ edit');
  await page.keyboard.press('Shift+ArrowRight');
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowLeft');
  await expect.poll(() => editor.previewText()).toBe('title\nshown!\nbelow\nstatus');
  expect(await editor.preview.getByText('shown!').evaluate((element) => getComputedStyle(element).color)).not.toBe(
    await editor.preview.getByText('title').evaluate((element) => getComputedStyle(element).color),
  );
});

test('goes far, there and back, in a long recording', async ({ editor, page }) => {
  const count = 3000;
  const events = Array.from({ length: count }, (_, line) => `${'.'.repeat(700)}line-${line}\\r\\n@${line}`);
  await editor.open(named('long.cast', castText(events.join(' '))));
  await editor.goTo('end');
  await expect.poll(() => editor.previewText()).toMatch(new RegExp(`line-${count - 1}$`));
  for (let step = 0; step < 5; step++) await page.keyboard.press(',');
  await expect.poll(() => editor.previewText()).toMatch(new RegExp(`line-${count - 6}$`));
  await page.keyboard.press('Home');
  await page.keyboard.press('PageUp');
  await expect.poll(() => editor.previewText()).toMatch(/line-60$/);
  await editor.seek(1500);
  await expect.poll(() => editor.previewText()).toMatch(/line-(149\d|150\d)$/);
});

test('stands at the time that the result has there', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.drop(plan({ cuts: [{ start: 10, end: 18, mode: 'drop' }] }));
  await editor.goTo('start');
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('0:14.0');
  await expect(preview).toContainText('0:22.0');
  await expect.poll(() => editor.previewText()).toMatch(/line-22$/);
});

test('plays the result to its end', async ({ editor }) => {
  await editor.open(LINES_V2);
  await editor.drop(plan({ speed_regions: [{ start: 0, end: 30, factor: 20 }] }));
  await editor.expectResult(1.5);
  await editor.goTo('start');
  await editor.button('Play').click();
  await expect(editor.button('Pause')).toBeVisible();
  await expect.poll(() => editor.previewText()).toContain('line-30');
  await expect(editor.button('Play')).toBeVisible();
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '30');
});

test('an edit under way of playing does not stop it', async ({ editor }) => {
  await editor.open(LINES_V2);
  await editor.goTo('start');
  await editor.button('Play').click();
  await editor.drop(plan({ speed_regions: [{ start: 0, end: 30, factor: 15 }] }));
  await expect(editor.button('Pause')).toBeVisible();
  await expect.poll(() => editor.previewText()).toContain('line-30');
});

test('takes recordings of every size without overflowing', async ({ editor, page }) => {
  for (const [width, height] of [
    [20, 5],
    [80, 24],
    [250, 70],
  ]) {
    await editor.open(named(`${width}x${height}.cast`, `{"version":2,"width":${width},"height":${height}}\n[1,"o","size ${width}"]\n`));
    await editor.goTo('end');
    await expect.poll(() => editor.previewText()).toContain(`size ${width}`);
    const inner = await page.getByTestId('preview').evaluate((element) => ({
      width: element.scrollWidth - element.clientWidth,
      height: element.scrollHeight - element.clientHeight,
    }));
    expect(inner.width).toBeLessThanOrEqual(1);
    expect(inner.height).toBeLessThanOrEqual(1);
  }
});

test('text of a recording is text, never markup', async ({ editor, page }) => {
  const markup = '<img src=x onerror=alert(1)>';
  const header = { version: 2, width: 80, height: 24, title: markup };
  const marker = JSON.stringify([2, 'm', markup]);
  await editor.open(
    named(`${markup.replace('/', '')}.cast`, `${JSON.stringify(header)}\n${JSON.stringify([1, 'o', markup])}\n${marker}\n`),
  );
  await editor.goTo('end');
  await expect.poll(() => editor.previewText()).toContain(markup);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});
