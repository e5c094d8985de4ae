import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { castText } from '../src/testing/recordings.ts';
import { expect, holdUpScreens, test } from './fixture.ts';
import { LINES_V2, named } from './recordings.ts';

const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join(' ');

const keys = (text: string, from: number): string => times(text.length, (index) => `${text[index]}@${from + index * 0.2}`);

/** Turns twice a second. */
const spinner = (word: string, from: number, seconds: number): string =>
  times(2 * seconds, (index) => `\\r${'⠋⠙⠹⠸'[index % 4]}␣${word}@${from + index / 2}`);

const output = (from: number, seconds: number): string =>
  times(20 * seconds, (index) => `compiled␣module␣${index}␣of␣many\\r\\nand␣linked␣it␣to␣${index * 7}\\r\\n@${from + index / 20}`);

/** Two minutes: a command is typed, a spinner turns for a minute, output runs by, and it turns for twenty seconds more. */
const SESSION = named(
  'build.cast',
  castText(
    [
      '$␣@1',
      keys('cargo␣build␣--release', 2),
      '\\r\\n@7',
      spinner('Resolving', 8, 60),
      '\\r\\n@68.5',
      output(69, 8),
      'warning:␣unused␣variable␣in␣src/main.rs\\r\\n@79',
      spinner('Testing', 85, 20),
      '\\r\\n3␣passed,␣1␣failed\\r\\n@106',
      '$␣@113',
    ].join(' '),
  ),
);
const SESSION_SECONDS = 113;

const panel = (page: Page) => page.getByRole('tabpanel');
const suggestions = (page: Page) => panel(page).getByRole('listitem');
const suggestion = (page: Page, reason: string | RegExp) => suggestions(page).filter({ hasText: reason });
/** How many the list says that it has: fewer are shown at once where there are many. */
const count = (page: Page) => panel(page).getByRole('heading', { level: 2 });
const session = (page: Page) => page.getByRole('region', { name: 'Session' });
const openSuggestions = (page: Page) =>
  session(page)
    .getByRole('button', { name: /^Suggestions/ })
    .click();
const ghosts = (page: Page) => page.getByTestId('lane').getByRole('button', { name: /^Accept:/ });

test.describe('by mouse', () => {
  test('what the recording is made of is said, and gone to', async ({ editor, page }) => {
    await editor.open(SESSION);
    const chips = session(page).getByRole('listitem');
    await expect(chips).toHaveText([/^waiting 1:3/, /^typing 0:0/, /^scrolling 0:0/, /^reading 0:/]);
    await session(page)
      .getByRole('button', { name: /^scrolling/ })
      .click();
    await expect.poll(() => editor.previewText()).toContain('compiled module');
    // Around the end to the first.
    await session(page)
      .getByRole('button', { name: /^typing/ })
      .click();
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', /^[0-6]\b/);
    await expect(editor.timeline).toContainText(/ \d+% waiting; \d+ busy bursts; longest wait 1 minute 3 seconds at 0:06\.0; /);
  });

  test('one is looked at and accepted, with its reason, and taken back', async ({ editor, page }) => {
    await editor.open(SESSION);
    await openSuggestions(page);
    const spun = suggestion(page, '1:01 of spinner');
    await spun.getByRole('button', { name: /of spinner/ }).click();
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', /^8/);
    await spun.getByRole('button', { name: 'Accept' }).click();
    await editor.expectResult(SESSION_SECONDS - 60.3, 0);
    await expect(spun).toHaveCount(0);
    await page.getByRole('tab', { name: /^Edits/ }).click();
    await expect(editor.edits).toHaveText(/1:01 of spinner/);
    await editor.button('Undo').click();
    await editor.expectResult(SESSION_SECONDS);
    await page.getByRole('tab', { name: /^Suggestions/ }).click();
    await expect(spun).toHaveCount(1);
  });

  test('all of a kind, then all: each is one step, and then it is said that nothing is left', async ({ editor, page }) => {
    await editor.open(SESSION);
    await openSuggestions(page);
    await expect(count(page)).toHaveText('5 suggestions');
    await panel(page).getByRole('button', { name: 'Accept all waiting (3)' }).click();
    await expect(count(page)).toHaveText('2 suggestions');
    await editor.button('Accept all').click();
    await expect(count(page)).toHaveText('No suggestions');
    await expect(panel(page)).toContainText(/that waits|What waits/);
    await expect.poll(() => editor.resultSeconds()).toBeLessThan(20);
    await editor.button('Undo').click();
    await expect(count(page)).toHaveText('2 suggestions');
    await editor.button('Undo').click();
    await editor.expectResult(SESSION_SECONDS);
    await expect(editor.button('Undo')).toHaveAttribute('aria-disabled', 'true');
  });

  test('after one is accepted with the mouse the space bar plays, and accepts no other', async ({ editor, page }) => {
    await editor.open(SESSION);
    await openSuggestions(page);
    await suggestions(page).first().getByRole('button', { name: 'Accept' }).click();
    await expect(count(page)).toHaveText('4 suggestions');
    await page.keyboard.press('Space');
    await expect(editor.button('Pause')).toBeVisible();
    await page.keyboard.press('Space');
    await suggestions(page).first().getByRole('button', { name: / at / }).click();
    await page.keyboard.press('Space');
    await expect(editor.button('Pause')).toBeVisible();
    await expect(count(page)).toHaveText('4 suggestions');
  });

  test('while it is fitted to a length there are none, and from there the fit is given up', async ({ editor, page }) => {
    await editor.open(SESSION);
    await editor.button('40 s').click();
    await editor.expectResult(40);
    await openSuggestions(page);
    await expect(count(page)).toHaveText('No suggestions');
    await panel(page).getByRole('button', { name: 'Stop fitting' }).click();
    await expect(count(page)).toHaveText('5 suggestions');
    await editor.expectResult(SESSION_SECONDS);
  });

  test('a ghost on the lane is accepted, and in its way nobody is', async ({ editor, page }) => {
    await editor.open(SESSION);
    const plate = ghosts(page).filter({ hasText: 'Accept: 1:01 of spinner' });
    await expect(plate).toBeVisible();
    // Across the middle of it.
    await editor.selectOnLane(20, 50);
    await expect(editor.handle('Start of selection')).toBeVisible();
    await editor.expectResult(SESSION_SECONDS);
    await plate.click();
    await expect(plate).toHaveCount(0);
    await editor.expectResult(SESSION_SECONDS - 60.3, 0);
    await expect(editor.edits).toHaveText(/1:01 of spinner/);
  });

  test('what is pointed at on the lane stands out in the list', async ({ editor, page }) => {
    await editor.open(SESSION);
    await openSuggestions(page);
    const ground = (reason: string) => suggestion(page, reason).evaluate((entry) => getComputedStyle(entry).backgroundColor);
    const plain = await ground('1:01 of spinner');
    const box = await editor.lane.boundingBox();
    await page.mouse.move(await editor.laneX(40), (box?.y ?? 0) + (box?.height ?? 0) * 0.6);
    await expect.poll(() => ground('1:01 of spinner')).not.toBe(plain);
    expect(await ground('22.4 s of spinner')).toBe(plain);
    await expect(page.getByTestId('thumbnail')).toContainText('Suggested: 1:01 of spinner');
    await page.mouse.move(await editor.laneX(40), 10);
    await expect.poll(() => ground('1:01 of spinner')).toBe(plain);
  });

  test('what the user has edited is left alone', async ({ editor, page }) => {
    await editor.open(SESSION);
    await expect(ghosts(page).first()).toBeVisible();
    await editor.selectOnLane(20, 30);
    await editor.button('Speed').click();
    await openSuggestions(page);
    await expect(suggestion(page, '1:01 of spinner')).toHaveCount(0);
    await editor.button('Accept all').click();
    await page.getByRole('tab', { name: /^Edits/ }).click();
    const own = editor.edits.filter({ has: page.getByRole('textbox', { name: 'Factor' }) }).first();
    await expect(editor.handle('Start of speed 2')).toHaveAttribute('aria-valuenow', /^(19|20)/);
    await expect(own).toBeVisible();
  });

  test('other limits make other suggestions, and refuse what makes no sense', async ({ editor, page }) => {
    await editor.open(SESSION);
    await openSuggestions(page);
    await expect(count(page)).toHaveText('5 suggestions');
    await panel(page).getByText('Margins and limits').click();
    await editor.field('Shortest cut, s').fill('30');
    await page.keyboard.press('Enter');
    await expect(suggestion(page, 'Cut at')).toHaveCount(1);
    await expect(panel(page).getByText('Margins and limits')).toHaveText('Margins and limits · changed');
    await editor.field('Margin before, s').fill('99');
    await page.keyboard.press('Enter');
    await expect(editor.alert).toHaveText('From 0 to 10 seconds, not “99”.');
    await panel(page).getByRole('button', { name: 'Reset' }).click();
    await expect(count(page)).toHaveText('5 suggestions');
    await expect(editor.field('Shortest cut, s')).toHaveValue('0.3');
  });
});

test('by keyboard alone: the list is reached, and the focus goes from one to the next', async ({ editor, page }) => {
  await editor.open(SESSION);
  await session(page)
    .getByRole('button', { name: /^Suggestions/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^Suggestions/ })).toBeFocused();
  const first = suggestions(page).first();
  const accept = first.getByRole('button', { name: 'Accept' });
  while (!(await accept.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
  await expect(accept).toHaveAccessibleDescription('1:01 of spinner → 1.0 s');
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('4 suggestions');
  await expect(suggestion(page, '1:01 of spinner')).toHaveCount(0);
  await expect(accept).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', /^[789]\d/);
  await page.keyboard.press('Shift+U');
  await expect(count(page)).toHaveText('No suggestions');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await editor.expectResult(SESSION_SECONDS);
});

test('a key shows the list and goes there, and the next of Tab is in it', async ({ editor, page }) => {
  await editor.open(SESSION);
  await expect(session(page).getByRole('list')).toContainText('waiting');
  await page.keyboard.press('u');
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(editor.button('Accept all')).toBeFocused();
  await editor.playhead.focus();
  await page.keyboard.press('u');
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(editor.button('Pause')).toBeVisible();
});

test('where nothing waits, it is said', async ({ editor, page }) => {
  await editor.open(named('quick.cast', castText('hello␣world@0.5 $␣@1')));
  await openSuggestions(page);
  await expect(count(page)).toHaveText('No suggestions');
  await expect(panel(page).getByRole('paragraph')).toHaveText(/\w+.*\./);
});

test('while it is looked through the timeline can be used, and it can be called off and taken up again', async ({ editor, page }) => {
  const letScreensCome = await holdUpScreens(page);
  await editor.open(LINES_V2);
  await expect(session(page)).toContainText(/Looking through the session… \d+ %/);
  await editor.selectOnLane(2, 4);
  await editor.button('Cut').click();
  await editor.expectResult(28);
  const callOff = session(page).getByRole('button', { name: 'Cancel' });
  const takeUp = session(page).getByRole('button', { name: 'Analyse' });
  await callOff.click();
  await expect(session(page)).toContainText('Not analysed');
  await takeUp.focus();
  await page.keyboard.press('Enter');
  await expect(callOff).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(takeUp).toBeFocused();
  await page.keyboard.press('Enter');
  letScreensCome();
  await expect(session(page).getByRole('list')).toContainText('waiting');
  await expect(editor.playhead).toBeFocused();
  await expect(editor.edits).toHaveCount(1);
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the suggestions have no serious faults', async ({ editor, page }) => {
      await editor.open(SESSION);
      await openSuggestions(page);
      await expect(count(page)).toHaveText('5 suggestions');
      await panel(page).getByText('Margins and limits').click();
      await suggestions(page).first().hover();
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
    });
  });
}
