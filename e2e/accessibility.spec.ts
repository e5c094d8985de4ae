import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { LINES_V2, named } from './recordings.ts';

/** In words, so that a failure says what to mend. */
async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

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
      await expect(editor.edits).toHaveCount(2);
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('the export', async ({ editor, page }) => {
      await editor.open(LINES_V2);
      await editor.button('Export').click();
      await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('an error', async ({ editor, page }) => {
      await editor.choose(named('notes.txt', 'buy milk\n'));
      await expect(editor.alert).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
    });
  });
}
