import { expect, type Page } from '@playwright/test';
import { castText } from '../../src/testing/recordings.ts';
import { shortSession } from '../../src/testing/short-session.ts';
import type { Editor } from '../editor.ts';
import { holdUpScreens } from '../fixture.ts';
import { LINES_V2, named } from '../recordings.ts';
import { type State, start } from './state.ts';

const session = (page: Page) => page.getByRole('region', { name: 'Session' });
const problem = (page: Page) => page.getByRole('group', { name: 'The target cannot be met' });

/** A minute at a shell, looked through. */
async function openSession(page: Page): Promise<Editor> {
  const editor = await start(page);
  await editor.open(named('session.cast', shortSession()));
  await expect(session(page).getByRole('list')).toBeVisible();
  return editor;
}

/** Two cuts with two seconds between them. */
async function openWithCuts(page: Page): Promise<Editor> {
  const editor = await start(page);
  const cuts = [
    { start: 2, end: 4, mode: 'jump' },
    { start: 6, end: 9, mode: 'jump' },
  ];
  await editor.drop(LINES_V2, named('a.plan.json', JSON.stringify({ cuts, speed_regions: [[12, 16, 4]] })));
  await editor.expectOpened(LINES_V2.name);
  await expect(editor.edits).toHaveCount(3);
  return editor;
}

async function typeInto({ page, edits }: Editor, entry: number, field: string, text: string): Promise<void> {
  await edits.nth(entry).getByRole('textbox', { name: field, exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

/** While a recording is edited. */
export const EDITING: readonly State[] = [
  {
    row: 'Analysing',
    name: 'under way, with the timeline at hand',
    async show(page) {
      await holdUpScreens(page);
      const editor = await start(page);
      await editor.open(LINES_V2);
      await expect(session(page)).toContainText(/Looking through the session… \d+ %/);
      await expect(session(page).getByRole('button', { name: 'Cancel' })).toBeVisible();
      await expect(editor.playhead).toBeVisible();
    },
  },
  {
    row: 'Analysing',
    name: 'called off',
    async show(page) {
      await holdUpScreens(page);
      const editor = await start(page);
      await editor.open(LINES_V2);
      await session(page).getByRole('button', { name: 'Cancel' }).click();
      await expect(session(page)).toContainText('Not analysed');
      await expect(session(page).getByRole('button', { name: 'Analyse' })).toBeVisible();
      await page.getByRole('tab', { name: /^Suggestions/ }).click();
      await expect(page.getByText('The session was not analysed. Analyse it to see what could be shortened.')).toBeVisible();
    },
  },
  {
    row: 'No idle found / no suggestions',
    name: 'nothing is edited, and how to begin',
    async show(page) {
      const editor = await start(page);
      await editor.open(LINES_V2);
      await expect(page.getByText('Drag across the timeline to select a stretch')).toBeVisible();
      await expect(editor.button('Undo')).toHaveAttribute('aria-disabled', 'true');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command' }).fill('remove');
      await expect(page.getByRole('option', { name: /^Remove/ }).first()).toHaveAccessibleDescription('Select an edit or a stretch first.');
      await page.getByRole('combobox', { name: 'Command' }).fill('undo');
      await expect(page.getByRole('option', { name: /^Undo/ }).first()).toHaveAccessibleDescription('There is nothing to undo.');
    },
  },
  {
    row: 'No idle found / no suggestions',
    name: 'nothing waits',
    async show(page) {
      const editor = await start(page);
      await editor.open(named('quick.cast', castText('hello␣world@0.5 $␣@1')));
      await page.getByRole('tab', { name: /^Suggestions/ }).click();
      await expect(page.getByRole('heading', { name: 'No suggestions' })).toBeVisible();
      await expect(page.getByText(/^Nothing waits for longer than \d/)).toBeVisible();
    },
  },
  {
    row: 'No idle found / no suggestions',
    name: 'a target is set',
    async show(page) {
      const editor = await openSession(page);
      await editor.button('15 s').click();
      await editor.expectResult(15, 1);
      await page.getByRole('tab', { name: /^Suggestions/ }).click();
      await expect(page.getByText('While a target is set there are no suggestions.')).toBeVisible();
      await expect(editor.button('Stop fitting')).toBeVisible();
    },
  },
  {
    row: 'Target infeasible',
    name: 'the recording is shorter',
    async show(page) {
      const editor = await start(page);
      await editor.open(LINES_V2);
      await editor.button('2 min').click();
      await expect(problem(page)).toContainText('only 0:30.0 long');
      await expect(problem(page).getByRole('button', { name: 'Lower target to 0:30.0' })).toBeVisible();
    },
  },
  {
    row: 'Over/under target',
    name: 'pins need more, by how much, and the ways out',
    async show(page) {
      const editor = await openSession(page);
      await editor.selectOnLane(1, 40);
      await page.keyboard.press('1');
      await editor.button('15 s').click();
      await expect(problem(page)).toContainText(/need/);
      await expect(problem(page).getByRole('button', { name: /^Raise target to/ })).toBeVisible();
      await expect(problem(page).getByRole('button', { name: /^Speed pins to/ })).toBeVisible();
      await expect(editor.button('Choose pins to release')).toBeVisible();
      await expect(page.getByRole('banner')).toContainText(/over the target of 15 seconds/);
    },
  },
  {
    row: 'Over/under target',
    name: 'a target that is none',
    async show(page) {
      const editor = await openSession(page);
      await editor.field('Custom target').fill('soon');
      await page.keyboard.press('Enter');
      await expect(editor.alert).toHaveText('A length such as 40, 90s or 1:30, not “soon”.');
    },
  },
  {
    row: 'Cannot place region',
    name: 'what is in the way, and what a field takes',
    async show(page) {
      const editor = await openWithCuts(page);
      await typeInto(editor, 0, 'End', '7');
      await expect(editor.edits.nth(0).getByRole('alert')).toHaveText('Not after 0:06.0, where the next cut begins.');
      await typeInto(editor, 2, 'Factor', 'fast');
      await expect(editor.edits.nth(2).getByRole('alert')).toHaveText(
        'A factor such as 5, 5x or 0.5, or a length such as =3s, is needed, not “fast”.',
      );
    },
  },
  {
    row: 'Cannot place region',
    name: 'it is cut already',
    async show(page) {
      const editor = await openWithCuts(page);
      await editor.seek(7.5);
      await editor.selectOnLane(6.4, 8.4);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command' }).fill('cut');
      await expect(page.getByRole('option', { name: /^Cut/ }).first()).toHaveAccessibleDescription('This is cut already.');
    },
  },
  {
    row: 'Playing inside a cut',
    name: 'the screen of the seam, marked',
    async show(page) {
      const editor = await start(page);
      await editor.open(LINES_V2);
      // Wide: in the middle of a region of 100 px the playhead leaves less than 24 px of it to press.
      await editor.selectOnLane(9, 19);
      await editor.button('Cut').click();
      await editor.seek(15);
      await expect(page.getByText('in a cut', { exact: true })).toBeVisible();
      await expect.poll(() => editor.previewText()).toContain('line-8');
    },
  },
  {
    row: 'Undo toast',
    name: 'what was done, and the way back',
    async show(page) {
      const editor = await openWithCuts(page);
      await editor.edits.first().getByRole('button', { name: 'Remove' }).click();
      const toast = page.getByRole('region', { name: 'Last action' });
      await expect(toast).toContainText('Remove cut 1 at 0:02.0–0:04.0');
      await expect(toast.getByRole('button', { name: /^Undo/ })).toBeVisible();
      // It stays while the pointer is over it.
      await toast.hover();
    },
  },
  {
    row: 'Shortcut conflict',
    name: 'who has the key, and the swap',
    async show(page) {
      const editor = await start(page);
      await editor.open(LINES_V2);
      await page.keyboard.press('?');
      await editor.button('Keyboard settings').click();
      const settings = page.getByRole('dialog', { name: 'Keyboard settings' });
      await settings.getByRole('button', { name: 'Change Speed', exact: true }).click();
      await page.keyboard.press('x');
      await expect(settings.getByRole('status')).toHaveText('Cut has X. Swap?');
      await expect(settings.getByRole('button', { name: 'Swap' })).toBeFocused();
    },
  },
];
