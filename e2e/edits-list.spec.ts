import type { Page } from '@playwright/test';
import { castText } from '../src/testing/recordings.ts';
import { seriousFaults } from './axe.ts';
import { applyByCommand } from './castfold-command.ts';
import type { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { LINES_SECONDS, LINES_V2, named } from './recordings.ts';

/** A line a second, with two markers of its own. */
const MARKED = named('marked.cast', castText('a@1 m:first@2 b@3 c@4 m:second@5 d@6 e@7 f@8 g@9 h@10', { header: { title: 'Recorded' } }));

const list = (page: Page, name: string) => page.getByRole('list', { name, exact: true });
const entry = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true });
const field = (page: Page, item: string, name: string) => entry(page, item).getByRole('textbox', { name, exact: true });
const select = (page: Page, item: string) => entry(page, item).getByRole('button', { name: 'Select', exact: true });

async function type(page: Page, item: string, name: string, text: string): Promise<void> {
  await field(page, item, name).fill(text);
  await page.keyboard.press('Enter');
}

/** Cuts at 5–6 and 10–11, and a speed region at 20–24. */
async function openEdited(editor: Editor): Promise<void> {
  await editor.open(LINES_V2);
  await editor.drop(
    named(
      'three.plan.json',
      JSON.stringify({
        cuts: [
          [5, 6],
          [10, 11],
        ],
        speed_regions: [[20, 24, 2]],
      }),
    ),
  );
  await expect(editor.edits).toHaveCount(3);
}

test('times are typed from where they are, and as a share of the whole', async ({ editor, page }) => {
  await openEdited(editor);
  await type(page, 'cut 2', 'End', '+0.5');
  await expect.poll(() => editor.handleSeconds('End of cut 2')).toBe(11.5);
  await type(page, 'cut 2', 'Start', '-1.5s');
  await expect.poll(() => editor.handleSeconds('Start of cut 2')).toBe(8.5);
  await type(page, 'cut 2', 'End', '50%');
  await expect.poll(() => editor.handleSeconds('End of cut 2')).toBe(15);
  await type(page, 'cut 2', 'Start', '-9');
  await expect(editor.alert).toHaveText('Not before 0:06.0, where the cut before it ends.');
  await expect(field(page, 'cut 2', 'Start')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(field(page, 'cut 2', 'Start')).toHaveValue('0:08.5');
});

test('the factor and the length in the result are one value', async ({ editor, page }) => {
  await openEdited(editor);
  await expect(field(page, 'speed 1', 'In result')).toHaveValue('0:02.0');
  await type(page, 'speed 1', 'In result', '1');
  await expect(field(page, 'speed 1', 'Factor')).toHaveValue('4×');
  await editor.expectResult(LINES_SECONDS - 2 - 3);
  await type(page, 'speed 1', 'In result', '+1');
  await expect(field(page, 'speed 1', 'Factor')).toHaveValue('2×');
  await type(page, 'speed 1', 'Factor', '8');
  await expect(field(page, 'speed 1', 'In result')).toHaveValue('0:00.500');
  await type(page, 'speed 1', 'In result', '0.0001');
  await expect(editor.alert).toHaveText('The fastest is 10000×, which lasts 0:00.000400.');
  await page.keyboard.press('Escape');
  await editor.expectResult(LINES_SECONDS - 2 - 3.5);
});

test('several edits are selected with the pointer and changed at once', async ({ editor, page }) => {
  await openEdited(editor);
  const bulk = page.getByRole('group', { name: 'Selected edits' });
  await select(page, 'cut 1').click();
  await expect(bulk).toHaveCount(0);
  await select(page, 'speed 1').click({ modifiers: ['ControlOrMeta'] });
  await expect(bulk).toContainText('2 edits selected');
  await select(page, 'speed 1').click({ modifiers: ['ControlOrMeta'] });
  await expect(bulk).toHaveCount(0);
  await select(page, 'speed 1').click({ modifiers: ['Shift'] });
  await expect(bulk).toContainText('3 edits selected');
  for (const name of ['cut 1', 'cut 2', 'speed 1']) await expect(select(page, name)).toHaveAttribute('aria-pressed', 'true');

  await bulk.getByRole('combobox', { name: 'Mode' }).selectOption('Drop');
  await expect(entry(page, 'cut 1').getByRole('combobox', { name: 'Mode' })).toHaveValue('drop');
  await expect(entry(page, 'cut 2').getByRole('combobox', { name: 'Mode' })).toHaveValue('drop');
  await bulk.getByRole('textbox', { name: 'Factor' }).fill('4');
  await page.keyboard.press('Enter');
  await expect(field(page, 'speed 1', 'Factor')).toHaveValue('4×');
  await bulk.getByRole('button', { name: 'Remove' }).click();
  await expect(editor.edits).toHaveCount(0);
  await editor.expectResult(LINES_SECONDS);
  await editor.button('Undo').click();
  await expect(editor.edits).toHaveCount(3);
  await editor.button('Undo').click();
  await expect(field(page, 'speed 1', 'Factor')).toHaveValue('2×');
  await editor.button('Undo').click();
  await expect(entry(page, 'cut 1').getByRole('combobox', { name: 'Mode' })).toHaveValue('drop');
});

test('several edits are selected with the keyboard', async ({ editor, page }) => {
  await openEdited(editor);
  const bulk = page.getByRole('group', { name: 'Selected edits' });
  await expect(list(page, 'Edits')).toHaveAttribute('aria-description', /Control Enter adds .* Shift Enter selects all/);
  await select(page, 'cut 1').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(select(page, 'cut 2')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(select(page, 'speed 1')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(bulk).toContainText('2 edits selected');
  await expect(select(page, 'cut 2')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Control+Space');
  await expect(bulk).toHaveCount(0);
  await page.keyboard.press('Shift+Enter');
  await expect(bulk).toContainText('3 edits selected');
  await page.keyboard.press('ArrowUp');
  await expect(select(page, 'cut 2')).toBeFocused();
  await bulk.getByRole('button', { name: 'Clear' }).focus();
  await page.keyboard.press('Enter');
  await expect(bulk).toHaveCount(0);
  await expect(editor.playhead).toBeFocused();
});

test('holds are added, typed and removed', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.button('Hold the last screen').click();
  await editor.expectResult(LINES_SECONDS + 3);
  await expect(editor.button('Hold the last screen')).toHaveCount(0);
  await editor.goTo('start');
  await editor.button('Add hold').click();
  await expect(list(page, 'Holds').getByRole('listitem')).toHaveCount(2);
  await type(page, 'hold 1', 'At', '10');
  await expect(field(page, 'hold 1', 'At')).toHaveValue('0:10.0');
  await type(page, 'hold 1', 'Length', '+2.5');
  await expect(field(page, 'hold 1', 'Length')).toHaveValue('4.5 s');
  await editor.expectResult(LINES_SECONDS + 3 + 4.5);
  await field(page, 'hold 1', 'Length').focus();
  await page.keyboard.press('ArrowDown');
  await editor.expectResult(LINES_SECONDS + 3 + 4);
  await type(page, 'hold 1', 'Length', '-9');
  await expect(editor.alert).toHaveText('A length above 0 is needed; to have no hold, remove it.');
  await page.keyboard.press('Escape');
  await type(page, 'hold 1', 'At', '+50');
  await expect(editor.alert).toHaveText('Not after 0:30.0, where the recording ends.');
  await page.keyboard.press('Escape');
  await entry(page, 'hold 1').getByRole('button', { name: 'Remove' }).click();
  await editor.expectResult(LINES_SECONDS + 3);
  await editor.button('Undo').click();
  await editor.expectResult(LINES_SECONDS + 7);
  const remove = (item: string) => entry(page, item).getByRole('button', { name: 'Remove' });
  await remove('hold 1').press('Enter');
  await expect(list(page, 'Holds').getByRole('listitem')).toHaveCount(1);
  await expect(select(page, 'hold 1').or(remove('hold 1')).and(page.locator(':focus'))).toHaveCount(1);
  await remove('hold 1').press('Enter');
  await expect(editor.playhead).toBeFocused();
});

test('the recording’s own markers are edited in place of its own, or kept', async ({ editor, page }) => {
  await editor.open(MARKED);
  const markers = list(page, 'Markers').getByRole('listitem');
  await expect(page.getByRole('region', { name: 'Markers' })).toContainText('2 markers of the recording');
  await expect(markers).toHaveCount(0);
  await editor.button('Edit them').click();
  await expect(markers).toHaveCount(2);
  await expect(field(page, 'marker 1', 'Label')).toHaveValue('first');
  await type(page, 'marker 1', 'Label', 'prompt');
  await type(page, 'marker 1', 'Time', '6');
  await expect(field(page, 'marker 2', 'Label')).toHaveValue('prompt');
  await entry(page, 'marker 1').getByRole('button', { name: 'Remove' }).click();
  await expect(markers).toHaveCount(1);
  await editor.button('Keep its own').click();
  await expect(page.getByRole('region', { name: 'Markers' })).toContainText('2 markers of the recording');
});

test('a new marker asks for its label, which may stay empty', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await page.getByRole('tab', { name: /^Suggestions/ }).click();
  await editor.playhead.focus();
  await page.keyboard.press('m');
  await expect(field(page, 'marker 1', 'Label')).toBeFocused();
  await page.keyboard.type('prompt');
  await page.keyboard.press('Enter');
  await expect(field(page, 'marker 1', 'Label')).toHaveValue('prompt');
  await expect(editor.playhead).toBeFocused();
  await editor.button('Add marker').click();
  await expect(page.locator(':focus')).toHaveAccessibleName('Label');
  await page.keyboard.press('Escape');
  await expect(list(page, 'Markers').getByRole('listitem')).toHaveCount(2);
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the lists, with several selected and something wrong, have no serious faults', async ({ editor, page }) => {
      await openEdited(editor);
      await editor.button('Hold the last screen').click();
      await editor.button('Add marker').click();
      await page.keyboard.press('Escape');
      await select(page, 'cut 1').click();
      await select(page, 'speed 1').click({ modifiers: ['Shift'] });
      await type(page, 'hold 1', 'Length', '0');
      await expect(editor.alert).not.toBeEmpty();
      expect(await seriousFaults(page, ['aside'])).toEqual([]);
    });
  });
}

test('all of a plan is typed, and the page and the command make the same file of it', async ({ editor, page }) => {
  await editor.open(MARKED);
  await editor.goTo('start');
  await editor.button('Cut').click();
  await type(page, 'cut 1', 'End', '2.5');
  await type(page, 'cut 1', 'Start', '1.5');
  await editor.goTo('end');
  await editor.button('Speed').click();
  await type(page, 'speed 1', 'Start', '7');
  await type(page, 'speed 1', 'End', '9.5');
  await type(page, 'speed 1', 'In result', '=');
  await page.keyboard.press('Escape');
  await type(page, 'speed 1', 'In result', '0.5');
  await editor.button('Add hold').click();
  await type(page, 'hold 1', 'At', '40%');
  await type(page, 'hold 1', 'Length', '1.5');
  await editor.button('Hold the last screen').click();
  await editor.button('Add marker').click();
  await page.keyboard.type('the answer');
  await page.keyboard.press('Enter');
  await type(page, 'marker 2', 'Time', '8');
  await expect(field(page, 'marker 3', 'Label')).toHaveValue('the answer');
  await editor.field('Title').fill('In ten seconds');
  await page.keyboard.press('Enter');
  await editor.expectResult(10 - 1 - 2 + 1.5 + 3);

  await editor.button('Export').click();
  const recording = await editor.download('Download recording');
  const plan = await editor.download('Download plan');
  expect(JSON.parse(Buffer.from(plan.bytes).toString())).toMatchObject({
    cuts: [{ start: 1.5, end: 2.5, mode: 'jump' }],
    speed_regions: [{ start: 7, end: 9.5, factor: 5 }],
    holds: [
      { at: 4, duration: 1.5 },
      { at: 10, duration: 3 },
    ],
    markers: [
      { time: 2, label: 'first' },
      { time: 5, label: 'second' },
      { time: 8, label: 'the answer' },
    ],
    title: 'In ten seconds',
  });
  expect(Buffer.from(recording.bytes).toString()).toBe(Buffer.from(applyByCommand(plan, MARKED)).toString());
});

test('a long list that has become short shows what is left', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  const cuts = Array.from({ length: 150 }, (_, index) => [index / 20, index / 20 + 0.01]);
  await editor.paste(JSON.stringify({ cuts }));
  await editor.goTo('start');
  await page.keyboard.press('Control+a');
  await expect(entry(page, 'cut 150')).toBeVisible();
  await editor.paste(JSON.stringify({ cuts: [[1, 2]] }));
  await expect(entry(page, 'cut 1')).toBeVisible();
  await expect(editor.edits).toHaveCount(1);
});

test('what steps a factor is large enough to hit', async ({ editor, page }) => {
  await openEdited(editor);
  for (const name of ['Faster', 'Slower']) {
    const box = await entry(page, 'speed 1').getByRole('button', { name, exact: true }).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
  await editor.button('Faster').click();
  await expect(field(page, 'speed 1', 'Factor')).toHaveValue('3×');
  await editor.button('Slower').click();
  await editor.button('Slower').click();
  await expect(field(page, 'speed 1', 'Factor')).toHaveValue('1.5×');
});
