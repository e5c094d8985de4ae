import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { castText } from '../src/testing/recordings.ts';
import { shortSession } from '../src/testing/short-session.ts';
import { seriousFaults } from './axe.ts';
import { expect, test } from './fixture.ts';
import { LINES_V2, named } from './recordings.ts';

/** Headings that leave out a level: no law, but how one finds one's way by them. */
async function headingFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withRules(['heading-order']).analyze();
  return violations.flatMap(({ help, nodes }) => nodes.map(({ target }) => `${help}: ${target.join(' ')}`));
}

/** Without the lane: handles of fitted edits may be nearer to each other than 24 px, and each of them has its field in the list. */
const STORY = ['header', 'aside', '[aria-label="Session"]'];

test('the headings of all panels are in order', async ({ editor, page }) => {
  await editor.open(named('session.cast', shortSession()));
  await editor.button('15 s').click();
  await editor.expectResult(15, 1);
  for (const panel of ['Edits', 'Suggestions', 'Moments']) {
    await page.getByRole('tab', { name: new RegExp(`^${panel}`) }).click();
    expect(await headingFaults(page)).toEqual([]);
  }
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`without serious faults in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the empty page', async ({ editor, page }) => {
      await expect(editor.button('Open')).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('the editor', async ({ editor, page }) => {
      await editor.drop(LINES_V2, named('a.plan.json', JSON.stringify({ idle_cap: 5, cuts: [[2, 4]], speed_regions: [[20, 26, 3]] })));
      await editor.expectOpened(LINES_V2.name);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(LINES_V2.name);
      await expect(editor.edits).toHaveCount(2);
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('the search, what it proposes and what is wrong with it', async ({ editor, page }) => {
      await editor.open(LINES_V2);
      await editor.button('Find').click();
      await editor.field('Find on screen').fill('line-5');
      await expect(page.getByRole('search').getByRole('status')).toContainText('Hit 1 of 1');
      expect(await seriousFaults(page)).toEqual([]);
      await editor.button('Keep the hits').click();
      await expect(editor.button('Apply')).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
      await editor.button('Regular expression').click();
      await editor.field('Find on screen').fill('(');
      await expect(editor.field('Find on screen')).toHaveAttribute('aria-invalid', 'true');
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('text that is selected in the preview', async ({ editor, page }) => {
      await editor.open(LINES_V2);
      await editor.goTo('end');
      await editor.preview.getByText('line-5').dblclick({ position: { x: 8, y: 8 } });
      await expect(editor.button('When was this on screen?')).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('the export', async ({ editor, page }) => {
      await editor.open(LINES_V2);
      await editor.button('Export').click();
      await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('a fitted result, its moments, and a target that cannot be met', async ({ editor, page }) => {
      await editor.open(named('session.cast', shortSession()));
      await editor.button('15 s').click();
      await editor.expectResult(15, 1);
      await editor.edits.getByRole('button', { name: 'Pin', exact: true }).first().click();
      expect(await seriousFaults(page, STORY)).toEqual([]);
      await page.getByRole('tab', { name: /^Moments/ }).click();
      await page.getByRole('list', { name: 'Moments' }).getByRole('button', { name: 'Always keep' }).first().click();
      expect(await seriousFaults(page, STORY)).toEqual([]);
      await editor.button('2 min').click();
      await expect(page.getByRole('group', { name: 'The target cannot be met' })).toBeVisible();
      await editor.field('Custom target').fill('soon');
      await page.keyboard.press('Enter');
      await expect(editor.alert).toBeVisible();
      expect(await seriousFaults(page, STORY)).toEqual([]);
      await editor.selectOnLane(34, 58);
      await page.keyboard.press('1');
      await editor.button('15 s').click();
      await expect(editor.button('Choose pins to release')).toBeVisible();
      expect(await seriousFaults(page, STORY)).toEqual([]);
    });

    test('masks, and what looks like a secret', async ({ editor, page }) => {
      await editor.open(named('mail.cast', castText('a@1 mail␣jo@example.org@2 b@3')));
      await editor.button('Mask…').click();
      const dialog = page.getByRole('dialog', { name: 'Mask' });
      await dialog.getByRole('textbox', { name: 'Regular expression' }).fill('(');
      await dialog.getByRole('button', { name: 'Mask' }).click();
      await expect(dialog.getByRole('alert')).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
      await dialog.getByRole('textbox', { name: 'Regular expression' }).fill('a.l');
      await dialog.getByRole('button', { name: 'Mask' }).click();
      await expect(page.getByRole('list', { name: 'Masks' }).getByRole('listitem')).toHaveCount(1);
      expect(await seriousFaults(page)).toEqual([]);
      await editor.button('Export').click();
      await expect(page.getByRole('list', { name: 'Possible secrets' })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('an error', async ({ editor, page }) => {
      await editor.choose(named('notes.txt', 'buy milk\n'));
      await expect(editor.alert).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
    });
  });
}
