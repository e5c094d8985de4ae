import { expect, test } from '@playwright/test';
import { asciinemaWidths } from '../src/core/screen/terminal/widths.ts';
import { dispatch, log, output, picture, screen, startPlayer } from './lone-player.ts';

/**
 * What src/ui/preview/player-driver.ts relies on of asciinema-player's driver interface, which its documentation
 * calls experimental. The player stands alone here, in a page of nothing else: a new version that fails here must not be
 * put into the editor.
 */

test('a function is taken as the source, and called once with the means to dispatch', async ({ page }) => {
  await startPlayer(page);
  expect(await log(page)).toEqual(['init']);
  expect(await page.evaluate(() => Object.keys(window.contract.driverOptions))).toEqual(expect.arrayContaining(['cols', 'rows']));
});

test('all events that the driver dispatches have their names, and others are refused', async ({ page }) => {
  await startPlayer(page);
  const size = { cols: 20, rows: 5 };
  const events = {
    reset: { size, theme: null },
    resize: size,
    output: 'x',
    metadata: { duration: 1 },
    play: {},
    playing: {},
    pause: {},
    seeked: {},
  };
  for (const [name, payload] of Object.entries(events)) await dispatch(page, name, payload);
  await expect(dispatch(page, 'no-such-event')).rejects.toThrow();
});

test('the start button is where the style sheet hides it', async ({ page }) => {
  await startPlayer(page);
  await expect(page.locator('.ap-player > .ap-overlay-start')).toHaveCount(1);
});

test('output is text or a list of texts, and is on the screen after a frame', async ({ page }) => {
  await startPlayer(page);
  await output(page, 'one\r\n');
  await output(page, ['t', 'wo', '\x1b[3', '1m red']);
  expect(await screen(page)).toEqual(['one', 'two red', '', '', '']);
});

test('a reset to the initial state leaves nothing behind', async ({ page }) => {
  const dirt = [
    '\x1b[?1049h\x1b[2;4r\x1b[?6h\x1b[?7l\x1b[4h\x1b[20h',
    '\x1b(0\x1b)0\x0e\x1b[1;3;4;7;38;5;200;48;2;1;2;3m',
    '\x1b[3;3H\x1b7\x1b[?25l\x1b[?1h\x1b[3g\x1b[1;9H\x1bHlqqk\x1b[38;5',
  ];
  const after = [
    'plain\ttab\r\nsecond line that wraps around\r\n',
    'lqqk \x1b8restored',
    '\x1b[?1049halt\x1b[?1049l\x1b[31mred\x1b[0m\r\n\r\n\r\n\r\nlast',
  ];
  await startPlayer(page);
  await output(page, after);
  const fresh = await picture(page);
  await output(page, [...dirt, '\x1bc']);
  expect(await screen(page)).toEqual(['', '', '', '', '']);
  await output(page, after);
  expect(await picture(page)).toBe(fresh);
});

test('a reset makes a terminal of the size, and takes a theme, none, or keeps the one it had', async ({ page }) => {
  await startPlayer(page);
  const background = () => page.locator('.ap-player').evaluate((element) => getComputedStyle(element).backgroundColor);
  const own = await background();
  const palette = Array.from({ length: 16 }, (_, index) => `#0000${index.toString(16).repeat(2)}`);
  await dispatch(page, 'reset', { size: { cols: 30, rows: 3 }, theme: { foreground: '#ffffff', background: '#102030', palette } });
  expect(await screen(page)).toEqual(['', '', '']);
  expect(await background()).toBe('rgb(16, 32, 48)');
  await dispatch(page, 'reset', { size: { cols: 30, rows: 4 } });
  expect(await screen(page)).toHaveLength(4);
  expect(await background()).toBe('rgb(16, 32, 48)');
  await dispatch(page, 'reset', { size: { cols: 30, rows: 4 }, theme: null });
  expect(await background()).toBe(own);
});

test('a resize keeps what is on the screen, and the terminal still fits its box', async ({ page }) => {
  await startPlayer(page);
  await output(page, 'stays');
  for (const size of [
    { cols: 250, rows: 70 },
    { cols: 8, rows: 2 },
    { cols: 20, rows: 5 },
  ]) {
    await dispatch(page, 'resize', size);
    expect(await screen(page)).toHaveLength(size.rows);
    const box = await page.locator('.ap-player').boundingBox();
    expect(box?.width).toBeLessThanOrEqual(600.5);
    expect(box?.height).toBeLessThanOrEqual(300.5);
  }
  expect((await screen(page))[0]).toBe('stays');
});

test('characters are as wide as the screens of src/core/screen take them to be', async ({ page }) => {
  const characters = [
    ...'a~é\u00a0\u00adłאعกक\u0301\u0323\u0e31\u1112\u1161\u11ab\u200b\u200d\u2060…─█⣿⏩⚠❤\ufe0e\ufe0f\u20e3☝✅⭐、世한',
    ...'ｱＡ\ue0b0\ufeff𝐀𠀀🀄🇩🇪👍🏽🏴\u{e0067}🕷😀🫠🫨\u{1fae9}',
  ];
  await startPlayer(page, { cols: 6, rows: characters.length });
  // The letter after each is in a span of its own, for its line, and that says which column it begins in.
  await output(page, characters.map((character) => `${character}\x1b[4mx\x1b[m`).join('\r\n'));
  await screen(page);
  const widths = await page
    .locator('.ap-line')
    .evaluateAll((lines) => lines.map((line) => line.querySelector<HTMLElement>('.ap-underline')?.style.getPropertyValue('--offset')));
  const show = (width: unknown, index: number) => `${characters[index]?.codePointAt(0)?.toString(16)} ${width}`;
  expect(widths.map(show)).toEqual(characters.map((character) => asciinemaWidths.wcwidth(character.codePointAt(0) as number)).map(show));
});

test('metadata and seeked may come at any time, and leave the screen alone', async ({ page }) => {
  await startPlayer(page);
  await output(page, 'still here');
  const before = await picture(page);
  await dispatch(page, 'metadata', { duration: 99 });
  await dispatch(page, 'seeked');
  expect(await log(page)).toEqual(['init', 'heard metadata', 'heard seeked']);
  expect(await picture(page)).toBe(before);
  expect(await page.evaluate(() => window.contract.player.getDuration())).toBe(12.5);
});

test('the player plays and pauses through the driver', async ({ page }) => {
  await startPlayer(page);
  await page.evaluate(async () => {
    await window.contract.player.play();
    await window.contract.player.pause();
  });
  expect(await log(page)).toEqual(['init', 'play', 'pause']);
});

test('keys do nothing where their way up is stopped at the player', async ({ page }) => {
  await startPlayer(page);
  await page.locator('.ap-term-text').focus();
  await page.keyboard.press('Space');
  await expect.poll(() => log(page)).toEqual(['init', 'play']);
  await page.evaluate(() => window.contract.player.el.addEventListener('keydown', (event) => event.stopPropagation()));
  await page.keyboard.press('Space');
  await page.keyboard.press('?');
  await screen(page);
  expect(await log(page)).toEqual(['init', 'play']);
  await expect(page.locator('.ap-overlay-help')).toHaveCount(0);
});

test('disposing empties the element and stops the driver', async ({ page }) => {
  await startPlayer(page);
  await page.evaluate(() => window.contract.player.dispose());
  await expect(page.locator('#mount')).toBeEmpty();
  await expect.poll(() => log(page)).toEqual(['init', 'stop']);
});
