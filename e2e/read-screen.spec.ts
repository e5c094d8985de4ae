import { seriousFaults } from './axe.ts';
import { expect, holdUpScreens, test } from './fixture.ts';
import { FULL_SCREEN, LINES_V2, named } from './recordings.ts';

const plan = (document: object) => named('lines.plan.json', JSON.stringify(document));

test('the screen is text to read, to step through and to copy, and the focus comes back', async ({ editor, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open(LINES_V2);
  await editor.seek(3.2);
  await editor.playhead.focus();
  await page.keyboard.press('Shift+R');
  const dialog = page.getByRole('dialog', { name: 'Read screen' });
  const text = dialog.getByRole('textbox', { name: 'Text on the screen' });
  await expect(text).toBeFocused();
  await expect(text).toHaveValue('line-1\nline-2\nline-3\n');
  await expect(dialog.getByRole('heading')).toHaveText('Screen at 0:03.2');
  await expect(dialog).toContainText('4 lines, the cursor is in line 4');

  await dialog.getByRole('button', { name: 'Next change' }).click();
  await expect(dialog.getByRole('heading')).toHaveText('Screen at 0:04.0');
  await expect(text).toHaveValue(/line-4\n$/);
  await expect(dialog.getByRole('status')).toHaveText('0:04.0. 1 new line: line-4');
  await dialog.getByRole('button', { name: 'Previous change' }).click();
  await dialog.getByRole('button', { name: 'Previous change' }).click();
  await expect(text).toHaveValue('line-1\nline-2\n');

  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('line-1\nline-2\n');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(editor.playhead).toBeFocused();
  // One reads on where one was.
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '2');
});

test('a clipboard that is refused leaves the text selected, and says so', async ({ editor, page }) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
  });
  await editor.open(LINES_V2);
  await editor.seek(2.5);
  await page.keyboard.press('Shift+R');
  const dialog = page.getByRole('dialog', { name: 'Read screen' });
  await expect(dialog.getByRole('textbox')).toHaveValue('line-1\nline-2\n');
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toContainText('The text is selected: press Ctrl C');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  expect(
    await dialog.getByRole('textbox').evaluate((element) => {
      const { selectionStart, selectionEnd, value } = element as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    }),
  ).toBe('line-1\nline-2\n');
});

test('in a cut it is the screen after it, and steps go over the cut', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.drop(plan({ cuts: [{ start: 2.5, end: 6.5 }] }));
  await editor.expectResult(26);
  await editor.seek(4);
  await page.keyboard.press('Shift+R');
  const dialog = page.getByRole('dialog', { name: 'Read screen' });
  await expect(dialog.getByRole('heading')).toHaveText('Screen at 0:06.5');
  await expect(dialog).toContainText('In a cut: this is the screen after it, 0:02.5 in the result.');
  await expect(dialog.getByRole('textbox')).toHaveValue(/line-6\n$/);
  await dialog.getByRole('button', { name: 'Previous change' }).click();
  await expect(dialog.getByRole('textbox')).toHaveValue('line-1\nline-2\n');
  const next = dialog.getByRole('button', { name: 'Next change' });
  await next.click();
  await expect(dialog.getByRole('textbox')).toHaveValue(/line-6\n$/);
  await next.click();
  await expect(dialog.getByRole('textbox')).toHaveValue(/line-7\n$/);
});

test('reads what a program draws, and its first and last screen', async ({ editor, page }) => {
  await editor.open(FULL_SCREEN);
  await editor.goTo('start');
  await page.keyboard.press('Shift+R');
  const dialog = page.getByRole('dialog', { name: 'Read screen' });
  await expect(dialog.getByRole('button', { name: 'Previous change' })).toHaveAttribute('aria-disabled', 'true');
  await expect(dialog).toContainText('1 line, the cursor is in line 1');
  const next = dialog.getByRole('button', { name: 'Next change' });
  await next.click();
  await next.click();
  await expect(dialog.getByRole('textbox')).toHaveValue(/^title\n{22,}status$/);
  while ((await next.getAttribute('aria-disabled')) === 'false') await next.click();
  await expect(dialog.getByRole('textbox')).toHaveValue(/done\n\$ nextend$/);
});

test('says that the screens are still being worked out, and shows this one once it is', async ({ editor, page }) => {
  const letCome = await holdUpScreens(page);
  await editor.open(LINES_V2);
  await editor.goTo('end');
  await page.keyboard.press('Shift+R');
  const dialog = page.getByRole('dialog', { name: 'Read screen' });
  await expect(dialog).toContainText('The screens are still being worked out, 0 % so far.');
  await expect(dialog.getByRole('textbox')).toHaveValue('');
  letCome();
  await expect(dialog.getByRole('textbox')).toHaveValue(/line-30\n$/);
  await expect(dialog).not.toContainText('worked out');
});

test('a preview that has the focus offers it', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await page.getByRole('group', { name: 'Screen' }).focus();
  await page.keyboard.press('Tab');
  await expect(editor.button('Read screen')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Read screen' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editor.button('Read screen')).toBeFocused();
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`axe has nothing to say about it in the ${colorScheme}`, async ({ editor, page }) => {
    await page.emulateMedia({ colorScheme });
    await editor.open(LINES_V2);
    await editor.seek(4);
    await page.keyboard.press('Shift+R');
    await expect(page.getByRole('textbox', { name: 'Text on the screen' })).toHaveValue(/line-4/);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await expect(editor.field('Go to time')).toBeFocused();
    expect(await seriousFaults(page, ['[aria-label="Preview"]'])).toEqual([]);
  });
}
