import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { shortSession } from '../src/testing/short-session.ts';
import type { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { LINES_SECONDS, LINES_V2, named } from './recordings.ts';

const steps = (page: Page): Locator => page.getByRole('list', { name: 'History' }).getByRole('listitem');
const step = (page: Page, name: string | RegExp): Locator => page.getByRole('list', { name: 'History' }).getByRole('button', { name });
const toast = (page: Page): Locator => page.getByRole('region', { name: 'Last action' });

async function showHistory(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'History' }).click();
}

/** A plan as a file: with its cuts and speed regions the edits are at known times. */
async function dropPlan(editor: Editor, plan: object): Promise<void> {
  await editor.drop(named('a.plan.json', JSON.stringify(plan)));
  await expect(editor.edits.first()).toBeVisible();
}

const SEVERAL = {
  cuts: [
    [2, 4],
    [8, 9],
  ],
  speed_regions: [[20, 26, 3]],
};

test.beforeEach(async ({ editor }) => {
  await editor.open(LINES_V2);
});

test('steps are listed by what was done and where, and one goes to any of them', async ({ editor, page }) => {
  await dropPlan(editor, SEVERAL);
  await editor.edits.first().getByRole('textbox', { name: 'Start', exact: true }).fill('3');
  await page.keyboard.press('Enter');
  await editor.edits.last().getByRole('textbox', { name: 'Factor' }).fill('6');
  await page.keyboard.press('Enter');
  await showHistory(page);
  await expect(steps(page)).toHaveText([
    'Opened lines-v2.cast',
    'Plan a.plan.json',
    'Start of cut 1 to 0:03.0',
    'Speed 6× on 0:20.0–0:26.0',
  ]);
  await expect(steps(page).locator('[aria-current="step"]')).toHaveText('Speed 6× on 0:20.0–0:26.0');
  await editor.expectResult(LINES_SECONDS - 1 - 1 - 5);

  await step(page, 'Plan a.plan.json').click();
  await editor.expectResult(LINES_SECONDS - 2 - 1 - 4);
  await expect(steps(page).locator('[aria-current="step"]')).toHaveText('Plan a.plan.json');
  await expect(steps(page)).toHaveCount(4);

  await step(page, 'Opened lines-v2.cast').focus();
  await page.keyboard.press('Enter');
  await editor.expectResult(LINES_SECONDS);
  await expect(step(page, 'Opened lines-v2.cast')).toBeFocused();

  await step(page, /^Speed 6×/).click();
  await editor.expectResult(LINES_SECONDS - 1 - 1 - 5);
});

test('what is dragged is named by where that ended', async ({ editor, page }) => {
  await dropPlan(editor, SEVERAL);
  await editor.handle('Start of speed 1').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await showHistory(page);
  await expect(steps(page).last()).toHaveText('Start of speed 1 to 0:21.0');
});

test('undo brings what comes back into sight, and selects what was selected', async ({ editor, page }) => {
  await dropPlan(editor, SEVERAL);
  await editor.seek(23);
  await expect(editor.edits.last().getByRole('button', { name: 'Select' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Delete');
  await expect(editor.edits).toHaveCount(2);
  await editor.goTo('start');
  for (let i = 0; i < 3; i++) await page.keyboard.press('+');
  await page.keyboard.press('Control+z');
  await expect(editor.edits).toHaveCount(3);
  await expect(editor.handle('Start of speed 1')).toBeInViewport();
  await expect(editor.handle('End of speed 1')).toBeInViewport();
  await expect(editor.edits.last().getByRole('button', { name: 'Select' })).toHaveAttribute('aria-pressed', 'true');
});

test('what is gone can be had back for a while', async ({ editor, page }) => {
  await dropPlan(editor, SEVERAL);
  await editor.edits.first().getByRole('button', { name: 'Remove' }).click();
  await expect(toast(page)).toContainText('Remove cut 1 at 0:02.0–0:04.0');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(editor.edits).toHaveCount(3);
  await expect(toast(page)).toHaveCount(0);
});

test('the way back goes with the step, with Escape, or once it is dismissed', async ({ editor, page }) => {
  await dropPlan(editor, SEVERAL);
  await editor.edits.first().getByRole('button', { name: 'Remove' }).click();
  await expect(toast(page)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(toast(page)).toHaveCount(0);

  await page.keyboard.press('Control+Shift+z');
  await expect(toast(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await editor.edits.first().getByRole('button', { name: 'Remove' }).click();
  await toast(page).getByRole('button', { name: 'Dismiss' }).focus();
  await page.keyboard.press('Enter');
  await expect(toast(page)).toHaveCount(0);
  await expect(editor.playhead).toBeFocused();

  await editor.edits.first().getByRole('button', { name: 'Remove' }).click();
  await expect(toast(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(toast(page)).toHaveCount(0);
});

test('the way back goes after a while, but not from under the pointer or the focus', async ({ editor, page }) => {
  await page.clock.install();
  await dropPlan(editor, SEVERAL);
  await editor.edits.first().getByRole('button', { name: 'Remove' }).click();
  await toast(page).hover();
  await page.clock.runFor(30_000);
  await expect(toast(page)).toBeVisible();
  await toast(page).getByRole('button', { name: 'Dismiss' }).focus();
  await page.mouse.move(0, 0);
  await page.clock.runFor(30_000);
  await expect(toast(page)).toBeVisible();
  await editor.playhead.focus();
  await page.clock.runFor(8_000);
  await expect(toast(page)).toBeVisible();
  await page.clock.runFor(8_000);
  await expect(toast(page)).toHaveCount(0);
});

test('assistive technology is told what was done, what comes of it and how to take it back', async ({ editor, page }) => {
  const told = page.getByRole('status').filter({ hasText: 'Result' });
  await dropPlan(editor, { cuts: [[2, 4]] });
  await editor.edits.first().getByRole('button', { name: 'Remove' }).click();
  await expect(told).toHaveText('Remove cut 1 at 2 seconds to 4 seconds. Result 30 seconds. Control Z to undo.');
  await page.keyboard.press('Control+z');
  await expect(told).toHaveText('Undid: Remove cut 1 at 2 seconds to 4 seconds. Result 28 seconds.');
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the history and the way back are without serious faults', async ({ editor, page }) => {
      await editor.open(named('session.cast', shortSession()));
      await expect(page.getByRole('tab', { name: /^Suggestions [1-9]/ })).toBeVisible();
      await page.keyboard.press('Shift+U');
      await expect(toast(page)).toContainText(/Accept \d suggestions/);
      await page.keyboard.press('x');
      await page.keyboard.press('Control+z');
      await showHistory(page);
      await expect(steps(page)).not.toHaveCount(0);
      const { violations } = await new AxeBuilder({ page })
        .include('aside')
        .include('header')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ help, nodes }) => `${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    });
  });
}

test('what is said after a step in its place says no way back', async ({ editor, page }) => {
  await editor.seek(2);
  await page.keyboard.press('x');
  await page.keyboard.press('b');
  await expect(page.getByRole('status').last()).toHaveText('Put the playhead inside a cut or a speed region to split it.');
});
