import { castText } from '../src/testing/recordings.ts';
import { expect, test } from './fixture.ts';
import { LINES_SECONDS, LINES_V2, named } from './recordings.ts';

const plan = (document: object) => named('lines.plan.json', JSON.stringify(document));

test.describe('the shuttle', () => {
  test('goes faster with each press, backwards too, and pauses to one', async ({ editor, page }) => {
    // Long enough that no way back comes to the start, however slow the machine.
    await editor.open(named('hour.cast', castText('a@0 b@3600')));
    await editor.seek(1800);
    const speed = page.getByTestId('shuttle-speed');
    for (const key of ['l', 'l', 'l']) await page.keyboard.press(key);
    await expect(speed).toHaveText('4×');
    for (const key of ['j', 'j', 'j', 'j']) await page.keyboard.press(key);
    await expect(speed).toHaveText('−2×');
    await page.keyboard.press('k');
    await expect(speed).toBeHidden();
    await expect(editor.button('Play')).toBeVisible();
    await page.keyboard.press(' ');
    await expect(editor.button('Pause')).toBeVisible();
    await expect(speed).toBeHidden();
  });

  test('shows the screens on the way back, to the start', async ({ editor, page }) => {
    await editor.open(LINES_V2);
    await editor.goTo('end');
    await expect.poll(() => editor.previewText()).toMatch(/line-30$/);
    // Slow enough that no screen is gone before it is looked at.
    await page.getByRole('combobox', { name: 'Playback speed' }).selectOption('0.5');
    await editor.playhead.focus();
    for (const key of ['j', 'j', 'j', 'j']) await page.keyboard.press(key);
    await expect.poll(() => editor.previewText()).toMatch(/line-2\d$/);
    await expect.poll(() => editor.previewText()).toMatch(/line-\d$/);
    await expect(editor.button('Play')).toBeVisible({ timeout: 15_000 });
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '0');
    await expect.poll(() => editor.previewText()).toBe('');
  });

  test('goes back through a recording that is long to tell', async ({ editor, page }) => {
    const events = Array.from({ length: 2000 }, (_, line) => `${'.'.repeat(700)}line-${line}\\r\\n@${line / 100}`);
    await editor.open(named('long.cast', castText(events.join(' '))));
    await editor.goTo('end');
    await expect.poll(() => editor.previewText()).toMatch(/line-1999$/);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const seen = new Set<string>();
    await expect(async () => {
      seen.add(/line-(\d+)$/.exec(await editor.previewText())?.[1] ?? '');
      expect(seen.size).toBeGreaterThan(5);
    }).toPass({ intervals: [100] });
    await page.keyboard.press('k');
    await expect(editor.button('Play')).toBeVisible();
    await expect(async () => {
      const playhead = Number(await editor.playhead.getAttribute('aria-valuenow'));
      expect(await editor.previewText()).toMatch(new RegExp(`line-${Math.floor(playhead * 100 + 1e-6)}$`));
    }).toPass({ timeout: 10_000 });
  });

  test('steps by changes of the screen while the pause is held', async ({ editor, page }) => {
    await editor.open(LINES_V2);
    await editor.goTo('start');
    await page.keyboard.down('k');
    await page.keyboard.press('l');
    await page.keyboard.press('l');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '2');
    await page.keyboard.press('j');
    await page.keyboard.up('k');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '1');
    await expect(editor.button('Play')).toBeVisible();
  });
});

test('plays around a cut, and the playhead returns', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.drop(plan({ cuts: [{ start: 5, end: 20 }] }));
  await editor.expectResult(15);
  await editor.seek(8);
  const before = await editor.playhead.getAttribute('aria-valuenow');
  await page.getByRole('combobox', { name: 'Playback speed' }).selectOption('0.5');
  await editor.playhead.focus();
  await page.keyboard.press('p');
  await expect(editor.button('Pause')).toBeVisible();
  // The nearest edge is that of the cut: what is before it is seen, and what follows.
  for (const pattern of [/line-4$/, /line-21$/]) await expect.poll(() => editor.previewText(), { intervals: [50] }).toMatch(pattern);
  await expect(editor.button('Play')).toBeVisible();
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', before ?? '');
});

test('plays the selection over and over, while that is edited, until Escape', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  const loop = editor.button('Loop selection');
  await expect(loop).toHaveAttribute('aria-pressed', 'false');
  await expect(loop).toHaveAttribute('aria-disabled', 'true');
  await expect(loop).toHaveAccessibleDescription('Select a stretch or an edit to play it over and over.');
  await editor.selectOnLane(4.4, 5.6);
  await loop.click();
  await expect(loop).toHaveAttribute('aria-pressed', 'true');
  // Line 5 comes, goes with the next round, and comes again.
  for (const pattern of [/line-5$/, /line-4$/, /line-5$/]) await expect.poll(() => editor.previewText()).toMatch(pattern);

  await editor.button('Speed').click();
  await editor.field('Factor').fill('2');
  await editor.field('Factor').press('Enter');
  await expect(loop).toHaveAttribute('aria-pressed', 'true');
  for (const pattern of [/line-4$/, /line-5$/]) await expect.poll(() => editor.previewText()).toMatch(pattern);

  await page.keyboard.press('Escape');
  await expect(loop).toHaveAttribute('aria-pressed', 'false');
  await expect(editor.button('Play')).toBeVisible();
  await expect(editor.edits).toHaveCount(1);
});

test.describe('going to a time', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.open(LINES_V2);
    await editor.goTo('start');
  });

  test('by its key, absolutely and from where one is; the focus comes back', async ({ editor, page }) => {
    const field = editor.field('Go to time');
    for (const [typed, seconds] of [
      ['0:12.5', '12.5'],
      ['+5', '17.5'],
      ['-0.5', '17'],
      ['50%', '15'],
      ['7', '7'],
    ] as const) {
      await page.keyboard.press('g');
      await expect(field).toBeFocused();
      await field.fill(typed);
      await field.press('Enter');
      await expect(field).toBeHidden();
      await expect(editor.playhead).toHaveAttribute('aria-valuenow', seconds);
      await expect(editor.playhead).toBeFocused();
    }
    await expect.poll(() => editor.previewText()).toMatch(/line-7$/);
  });

  test('on the time line that is shown', async ({ editor, page }) => {
    await editor.drop(plan({ cuts: [{ start: 5, end: 15 }] }));
    await editor.expectResult(20);
    await page.keyboard.press('g');
    await editor.field('Go to time').fill('10');
    await page.keyboard.press('Enter');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '20');
    await page.getByRole('radiogroup', { name: 'Time line' }).getByText('Source').click();
    await editor.button('Position, go to a time').click();
    await editor.field('Go to time').fill('10');
    await page.keyboard.press('Enter');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '10');
  });

  test('from the position itself, which has the focus again then', async ({ editor, page }) => {
    const position = editor.button('Position, go to a time');
    await expect(position).toHaveText('0:00.0');
    for (const end of ['Escape', 'Enter']) {
      await position.focus();
      await page.keyboard.press('Enter');
      await expect(editor.field('Go to time')).toBeFocused();
      await page.keyboard.type('4');
      await page.keyboard.press(end);
      await expect(position).toBeFocused();
    }
    await expect(position).toHaveText('0:04.0');
    // Left for another place the field is gone, and nothing has moved.
    await page.keyboard.press('g');
    await page.keyboard.type('9');
    await page.keyboard.press('Tab');
    await expect(editor.field('Go to time')).toBeHidden();
    await expect(page.getByRole('region', { name: 'Preview' }).locator(':focus')).toHaveCount(1);
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '4');
  });

  test('says what it cannot take and how to type it, and gives up on Escape', async ({ editor, page }) => {
    const field = editor.field('Go to time');
    await page.keyboard.press('g');
    await field.fill('soon');
    await page.keyboard.press('Enter');
    await expect(editor.alert).toHaveText('A time such as 12.5, 1:02.5, +5 or 50% is needed, not “soon”.');
    await expect(field).toBeFocused();
    await field.fill('99');
    await page.keyboard.press('Enter');
    await expect(editor.alert).toHaveText('It is 0:30.0 long. Type 100% to go to the end.');
    await field.fill('-1');
    await page.keyboard.press('Enter');
    await expect(editor.alert).toHaveText('That is before the start. Type 0 to go there.');
    await page.keyboard.press('Escape');
    await expect(field).toBeHidden();
    await expect(editor.playhead).toBeFocused();
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '0');
  });
});

test('digits go to tenths of the length while the preview has the focus', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  const screen = page.getByRole('group', { name: 'Screen' });
  await screen.focus();
  await expect(screen).toHaveAccessibleDescription(/0 to 9 go to 0 to 90 percent/);
  await page.keyboard.press('5');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', String(LINES_SECONDS / 2));
  await page.keyboard.press('9');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '27');
  await page.keyboard.press('0');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '0');
  // The terminal that was clicked is a part of it.
  await editor.preview.click();
  await page.keyboard.press('1');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '3');
  await expect(editor.edits).toHaveCount(0);
  // Everywhere else they are not that.
  await editor.playhead.focus();
  await page.keyboard.press('5');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '3');
});

test('the preview fills the screen with what plays it, and gives the focus back', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.goTo('start');
  const isFull = () => page.evaluate(() => document.fullscreenElement?.getAttribute('aria-label') ?? '');
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe('Preview');
  await expect(editor.button('Full screen')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('group', { name: 'Screen' })).toBeFocused();
  await page.keyboard.press(' ');
  await expect(editor.button('Pause')).toBeVisible();
  await page.keyboard.press(' ');
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe('');
  await expect(editor.button('Full screen')).toHaveAttribute('aria-pressed', 'false');
  await expect(editor.playhead).toBeFocused();

  // Left by the browser's own way out, it knows.
  await editor.button('Full screen').click();
  await expect.poll(isFull).toBe('Preview');
  await page.evaluate(() => document.exitFullscreen());
  await expect(editor.button('Full screen')).toHaveAttribute('aria-pressed', 'false');
});

test('says so where the browser refuses the full screen', async ({ editor, page }) => {
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('Permissions check failed.'));
  });
  await editor.open(LINES_V2);
  await editor.button('Full screen').click();
  await expect(editor.alert).toContainText('The browser does not show the preview on the full screen.');
  await expect(editor.button('Full screen')).toHaveAttribute('aria-pressed', 'false');
});

test('nothing plays by itself under reduced motion, and playing announces nothing', async ({ editor, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await editor.open(LINES_V2);
  await expect(editor.button('Play')).toBeVisible();
  await editor.goTo('start');
  const told = () => page.getByRole('status').allInnerTexts();
  // Of what was opened something is told by and by.
  let before: readonly string[] = [];
  await expect(async () => {
    const earlier = before;
    before = await told();
    expect(before).toEqual(earlier);
  }).toPass({ intervals: [1000] });
  await page.keyboard.press('l');
  await expect.poll(() => editor.previewText()).toContain('line-2');
  await page.keyboard.press('k');
  expect(await told()).toEqual(before);
});
