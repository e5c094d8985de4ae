import type { Locator } from '@playwright/test';
import type { Editor } from './editor.ts';
import { expect, holdUpScreens, test } from './fixture.ts';
import { LINES_SECONDS, LINES_V1, LINES_V2 } from './recordings.ts';

const card = ({ page }: Editor): Locator => page.getByTestId('thumbnail');
const filmstrip = ({ page }: Editor): Locator => page.getByTestId('filmstrip');

/** How many pixels of a picture are as bright as letters. */
async function brightPixels(picture: Locator): Promise<number> {
  return picture.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('the picture is no canvas');
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let bright = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] as number) > 140) bright++;
    return bright;
  });
}

/** Rests the pointer on an instant of the lane, or of the whole recording above it. */
async function pointAt(editor: Editor, seconds: number, where: Locator = editor.lane): Promise<void> {
  const box = await where.boundingBox();
  if (!box) throw new Error('there is nothing to point at');
  await editor.page.mouse.move(box.x + (box.width * seconds) / LINES_SECONDS, box.y + box.height * 0.6);
}

const overview = ({ page }: Editor): Locator => page.getByRole('slider', { name: 'Visible range' });

async function expectAbove(editor: Editor, below: Locator): Promise<void> {
  const top = (await below.boundingBox())?.y ?? 0;
  const bottom = await card(editor).evaluate((card) => card.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(top);
  expect(top - bottom).toBeLessThan(20);
}

/** `0:12.345` */
async function cardSeconds(editor: Editor): Promise<number> {
  const [, minutes, seconds] = /(\d+):([\d.]+)/.exec(await card(editor).innerText()) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

test.beforeEach(async ({ editor }) => {
  await editor.open(LINES_V2);
});

for (const where of ['lane', 'overview'] as const) {
  test(`over the ${where} a card shows the screen that is pointed at, and when it is`, async ({ editor, page }) => {
    const strip = where === 'lane' ? editor.lane : overview(editor);
    await expect(card(editor)).toBeHidden();
    await pointAt(editor, 5, strip);
    await expect(card(editor)).toHaveAttribute('data-picture', 'shown');
    expect(Math.abs((await cardSeconds(editor)) - 5)).toBeLessThan(2 * (await editor.secondsPerPx()) + 0.05);
    const early = await brightPixels(card(editor));
    expect(early).toBeGreaterThan(0);
    // More lines have been printed by then.
    await pointAt(editor, 25, strip);
    await expect.poll(() => brightPixels(card(editor))).toBeGreaterThan(early);
    await page.mouse.move(400, 300);
    await expect(card(editor)).toBeHidden();
  });
}

test('the card says what becomes of an instant, and what is to be seen there', async ({ editor }) => {
  await editor.selectOnLane(10, 15);
  await editor.button('Cut').click();
  await pointAt(editor, 5);
  await expect(card(editor)).toHaveText(/0:0[45]\.\d+Reading$/);
  await pointAt(editor, 12);
  await expect(card(editor)).toHaveText(/0:1[12]\.\d+cutWaiting: silence$/);
  await pointAt(editor, 25);
  await expect(card(editor)).toHaveText(/0:2[45]\.\d+0:[12]\d\.\d+ in the resultReading$/);
});

test('while a handle is dragged the card shows the screen at it', async ({ editor, page }) => {
  await editor.selectOnLane(10, 15);
  await editor.button('Cut').click();
  await editor.holdHandleAt('End of cut 1', 22);
  await expect(card(editor)).toHaveAttribute('data-picture', 'shown');
  await expect.poll(() => brightPixels(card(editor))).toBeGreaterThan(0);
  await expect.poll(() => cardSeconds(editor)).toBeCloseTo(await editor.handleSeconds('End of cut 1'), 1);
  // It stays off what is dragged, and small: the preview shows the same.
  await expectAbove(editor, overview(editor));
  expect((await card(editor).boundingBox())?.width).toBeLessThan(260);
  await page.keyboard.press('Alt');
  await expect(card(editor)).toBeVisible();
  await page.mouse.up();
});

test('the card covers neither the overview nor what is searched with', async ({ editor, page }) => {
  await pointAt(editor, 5);
  await expect(card(editor)).toHaveAttribute('data-picture', 'shown');
  await expectAbove(editor, overview(editor));
  await page.keyboard.press('/');
  await expect(editor.field('Find on screen')).toBeFocused();
  await expect(card(editor)).toBeHidden();
  await pointAt(editor, 6);
  await expect(card(editor)).toBeVisible();
  await expectAbove(editor, page.getByRole('search'));
});

test('the card goes when a key is pressed, until the pointer moves again, and it is not read out', async ({ editor, page }) => {
  await pointAt(editor, 12);
  await expect(card(editor)).toHaveAttribute('aria-hidden', 'true');
  // With it the wheel zooms.
  await page.keyboard.press('Control');
  await expect(card(editor)).toBeVisible();
  await page.keyboard.press('End');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', String(LINES_SECONDS));
  await expect(card(editor)).toBeHidden();
  await pointAt(editor, 13);
  await expect(card(editor)).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeHidden();
  await expect(card(editor)).toBeHidden();
});

test('the card of what is not indexed yet says so and is small', async ({ editor, page }) => {
  await holdUpScreens(page);
  await editor.open(LINES_V1);
  await pointAt(editor, 12);
  await expect(card(editor)).toHaveText(/^Not indexed yet0:1[12]\.\d+$/);
  expect((await card(editor).boundingBox())?.height).toBeLessThan(80);
  await expectAbove(editor, overview(editor));
});

test('the filmstrip shows the screens along the lane, and a click on it goes there', async ({ editor }) => {
  await expect.poll(() => brightPixels(filmstrip(editor))).toBeGreaterThan(0);
  const box = await filmstrip(editor).boundingBox();
  if (!box) throw new Error('there is no filmstrip');
  await filmstrip(editor).click({ position: { x: box.width / 2, y: box.height / 2 } });
  await expect.poll(async () => Number(await editor.playhead.getAttribute('aria-valuenow'))).toBeCloseTo(LINES_SECONDS / 2, 0);
});

test('the filmstrip can be hidden, and stays so', async ({ editor, page }) => {
  const toggle = editor.button('Filmstrip');
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await toggle.click();
  await expect(filmstrip(editor)).toBeHidden();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await page.reload();
  await editor.open(LINES_V2);
  await expect(filmstrip(editor)).toBeHidden();
  await editor.button('Filmstrip').press('Enter');
  await expect(filmstrip(editor)).toBeVisible();
});
