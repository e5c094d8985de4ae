import type { Locator, Page } from '@playwright/test';
import { seriousFaults } from './axe.ts';
import { expect, test } from './fixture.ts';
import { LINES_V2 } from './recordings.ts';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Commands' });
const help = (page: Page): Locator => page.getByRole('dialog', { name: 'Keyboard help' });
const settings = (page: Page): Locator => page.getByRole('dialog', { name: 'Keyboard settings' });
const options = (page: Page): Locator => palette(page).getByRole('option');

/** Command and keys of every line, in the words of the page. */
const lines = (dialog: Locator): Promise<readonly string[]> =>
  dialog.locator('ul > li').evaluateAll((items) =>
    items.map((item) => {
      const keys = [...item.querySelectorAll('kbd')].map((key) => key.textContent);
      return `${item.querySelector('span')?.textContent}: ${keys.join(', ')}`;
    }),
  );

test.describe('the palette', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.open(LINES_V2);
  });

  test('finds a command by what is typed, runs it, and gives the focus back', async ({ editor, page }) => {
    await editor.playhead.focus();
    await page.keyboard.press('Control+k');
    await expect(palette(page).getByRole('combobox')).toBeFocused();
    await page.keyboard.type('sel all');
    await expect(options(page).first()).toHaveAccessibleName('Select all edits');
    await palette(page).getByRole('combobox').fill('no such thing');
    await expect(options(page)).toHaveCount(0);
    await expect(palette(page)).toContainText('No command is called that.');
    await palette(page).getByRole('combobox').fill('zoom i');
    await expect(options(page).first()).toHaveAccessibleName('Zoom in');
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeHidden();
    await expect(editor.playhead).toBeFocused();
    await expect(page.getByRole('slider', { name: 'Visible range', exact: true })).toHaveAttribute(
      'aria-valuetext',
      '0 seconds to 15 seconds',
    );
  });

  test('closed again it leaves the focus on the timeline where nothing had it before', async ({ editor, page }) => {
    await editor.seek(5);
    await page.keyboard.press('Control+k');
    await expect(palette(page).getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(editor.playhead).toBeFocused();
  });

  test('what is run takes the focus where it does by its key', async ({ editor, page }) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('speed');
    await page.keyboard.press('Enter');
    await expect(editor.field('Factor')).toBeFocused();
  });

  test('arrows choose, and what was run last comes first', async ({ editor, page }) => {
    await editor.playhead.focus();
    await page.keyboard.press('Control+k');
    const active = palette(page).getByRole('option', { selected: true });
    const [first, second] = await options(page).evaluateAll((all) => all.slice(0, 2).map((option) => option.getAttribute('aria-label')));
    await expect(active).toHaveAccessibleName(first as string);
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveAccessibleName(second as string);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(active).toHaveAccessibleName('Keyboard settings');
    await palette(page).getByRole('combobox').fill('forward 10');
    await page.keyboard.press('Enter');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '10');
    await page.keyboard.press('Control+k');
    await expect(palette(page).getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveAccessibleName('Forward 10 seconds');
    await page.keyboard.press('Enter');
    await expect(editor.playhead).toHaveAttribute('aria-valuenow', '20');
  });

  test('what does not apply says why, and does nothing', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('undo');
    const undo = palette(page).getByRole('option', { name: 'Undo', exact: true });
    await expect(undo).toHaveAttribute('aria-disabled', 'true');
    await expect(undo).toHaveAccessibleDescription('There is nothing to undo.');
    await expect(palette(page)).toContainText('There is nothing to undo.');
    await page.keyboard.press('Enter');
    await undo.click({ force: true });
    await expect(palette(page)).toBeVisible();
  });

  test('Escape closes it, and so does a press beside it', async ({ editor, page }) => {
    await editor.button('Fit').focus();
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(editor.button('Fit')).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeVisible();
    await page.mouse.click(4, 4);
    await expect(palette(page)).toBeHidden();
    await expect(editor.button('Fit')).toBeFocused();
  });

  test('opens the help in its place, and from there the settings', async ({ editor, page }) => {
    await editor.playhead.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('keyboard help');
    await page.keyboard.press('Enter');
    await expect(help(page)).toBeVisible();
    await expect(palette(page)).toBeHidden();
    await help(page).getByRole('button', { name: 'Keyboard settings' }).click();
    await expect(settings(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(settings(page)).toBeHidden();
    await expect(editor.playhead).toBeFocused();
  });
});

test('palette and help open while nothing is', async ({ editor, page }) => {
  await expect(editor.button('Open')).toBeVisible();
  await page.keyboard.press('?');
  await expect(help(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('export');
  await expect(palette(page)).toContainText('Open a recording first.');
});

test.describe('the keys', () => {
  test.beforeEach(async ({ editor, page }) => {
    await editor.open(LINES_V2);
    await editor.playhead.focus();
    await page.keyboard.press('?');
  });

  async function toSettings(page: Page): Promise<void> {
    await help(page).getByRole('button', { name: 'Keyboard settings' }).click();
    await expect(settings(page)).toBeVisible();
  }

  /** The help as it is once the settings are left. */
  async function helpAfter(page: Page): Promise<readonly string[]> {
    await page.keyboard.press('Escape');
    await expect(settings(page)).toBeHidden();
    await page.keyboard.press('?');
    await expect(help(page)).toBeVisible();
    return lines(help(page));
  }

  /** Settings list every command, the help those that have keys. */
  const withKeys = (all: readonly string[]): readonly string[] => all.filter((line) => !line.endsWith(': '));

  test('the help lists exactly the keys that are active, whichever preset', async ({ page }) => {
    const before = await lines(help(page));
    expect(before).toContain('Cut: X');
    expect(before).toContain('Split: B, Ctrl B');
    await toSettings(page);
    expect(withKeys(await lines(settings(page)))).toEqual(before);

    await settings(page).getByRole('radio', { name: 'Premiere' }).check();
    const premiere = withKeys(await lines(settings(page)));
    expect(premiere).toContain('Split: Ctrl K, C');
    expect(await helpAfter(page)).toEqual(premiere);
    await expect(help(page)).toContainText('Premiere');
  });

  test('without letters and signs the help leaves them out', async ({ page }) => {
    await toSettings(page);
    await settings(page).getByLabel('Letters and signs alone are commands').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('keyboard help');
    await page.keyboard.press('Enter');
    await expect(help(page)).toContainText('Letters and signs alone are switched off.');
    const left = await lines(help(page));
    expect(left).toContain('Split: Ctrl B');
    expect(left.filter((line) => /: .$/u.test(line) && !/[←→↑↓]$/u.test(line))).toEqual([]);
  });

  test('a key is given to another command', async ({ editor, page }) => {
    await toSettings(page);
    await settings(page).getByRole('button', { name: 'Change Marker', exact: true }).click();
    await expect(settings(page).getByRole('status')).toHaveText('Press the key. Esc cancels.');
    await page.keyboard.press('Control+m');
    await expect(settings(page).getByRole('status')).toContainText('The browser keeps this key for itself.');
    await page.keyboard.press('Control+s');
    await expect(settings(page).getByRole('status')).toHaveText('Save has Ctrl S. Swap?');
    await settings(page).getByRole('button', { name: 'Cancel' }).click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('q');
    await expect(settings(page).getByRole('button', { name: 'Change Marker', exact: true })).toBeFocused();
    expect(await lines(settings(page))).toContain('Marker: Q');
    await page.keyboard.press('Escape');
    await expect(editor.playhead).toBeFocused();
    await page.keyboard.press('q');
    await expect(editor.handle('Marker 1')).toBeVisible();
  });

  test('a key that another command has is swapped once that is wanted', async ({ page }) => {
    await toSettings(page);
    const change = settings(page).getByRole('button', { name: 'Change Speed', exact: true });
    await change.click();
    await page.keyboard.press('x');
    await expect(settings(page).getByRole('status')).toHaveText('Cut has X. Swap?');
    await settings(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(change).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('x');
    await expect(settings(page).getByRole('button', { name: 'Swap' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(change).toBeFocused();
    expect(await lines(settings(page))).toContain('Speed: S');
    await page.keyboard.press('Enter');
    await page.keyboard.press('x');
    await expect(settings(page).getByRole('button', { name: 'Swap' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(change).toBeFocused();
    const swapped = await lines(settings(page));
    expect(swapped).toContain('Speed: X');
    expect(swapped).toContain('Cut: S');

    await settings(page).getByRole('button', { name: 'Reset Speed', exact: true }).click();
    await settings(page).getByRole('button', { name: 'Reset all' }).click();
    const reset = await lines(settings(page));
    expect(reset).toContain('Speed: S');
    expect(reset).toContain('Cut: X');
  });

  test('Escape gives up a change of keys and keeps the settings open, Tab goes on', async ({ page }) => {
    await toSettings(page);
    const change = settings(page).getByRole('button', { name: 'Change Cut', exact: true });
    await change.click();
    await page.keyboard.press('Escape');
    await expect(settings(page)).toBeVisible();
    await expect(change).toBeFocused();
    await page.keyboard.press(' ');
    await expect(settings(page).getByRole('status')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(settings(page).getByRole('status')).toBeHidden();
    expect(await lines(settings(page))).toContain('Cut: X');
  });
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`without serious faults in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('palette, help and settings', async ({ editor, page }) => {
      await editor.open(LINES_V2);
      await page.keyboard.press('Control+k');
      await expect(palette(page)).toBeVisible();
      expect(await seriousFaults(page, ['dialog'])).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(help(page)).toBeVisible();
      expect(await seriousFaults(page, ['dialog'])).toEqual([]);
      await help(page).getByRole('button', { name: 'Keyboard settings' }).click();
      await settings(page).getByRole('button', { name: 'Change Cut', exact: true }).click();
      await page.keyboard.press('s');
      await expect(settings(page).getByRole('button', { name: 'Swap' })).toBeVisible();
      expect(await seriousFaults(page, ['dialog'])).toEqual([]);
    });
  });
}
