import type { Page } from '@playwright/test';
import { shortSession } from '../src/testing/short-session.ts';
import type { Editor, NamedFile } from './editor.ts';
import { expect, holdUpScreens, test } from './fixture.ts';
import { LINES_V2, named } from './recordings.ts';

/** A minute: half of it a spinner, then a test that fails, a difference, and nothing more. */
const SESSION = named('session.cast', shortSession());
const SESSION_SECONDS = 59.6;

const chip = (page: Page, name: string) => page.getByRole('group', { name: 'Fit to a length' }).getByRole('button', { name, exact: true });
const slider = (page: Page) => page.getByRole('slider', { name: 'Target length' });
const panelTab = (page: Page, name: 'Edits' | 'Suggestions' | 'Moments' | 'History') =>
  page.getByRole('tab', { name: new RegExp(`^${name}`) });
const moments = (page: Page) => page.getByRole('list', { name: 'Moments' }).getByRole('listitem');
const problem = (page: Page) => page.getByRole('group', { name: 'The target cannot be met' });

/** Of a recording of version 2, whose times are absolute. */
function secondsOf(file: NamedFile): number {
  const lines = Buffer.from(file.bytes).toString().trimEnd().split('\n');
  return JSON.parse(lines.at(-1) ?? '')[0];
}

async function openSession(editor: Editor): Promise<void> {
  await editor.open(SESSION);
  await expect(panelTab(editor.page, 'Moments')).toHaveText(/[1-9]/);
}

test('a recording is brought to a length, and exported at that length', async ({ editor, page }) => {
  await openSession(editor);
  await chip(page, '15 s').click();
  await editor.expectResult(15, 1);
  await expect(chip(page, '15 s')).toHaveAttribute('aria-pressed', 'true');
  await expect(editor.edits.filter({ hasText: 'of spinner' })).not.toHaveCount(0);
  await expect(editor.edits.getByRole('button', { name: 'Release' })).toHaveCount(0);

  await page.keyboard.press('e');
  await expect(editor.button('Download recording')).toBeFocused();
  expect(secondsOf(await editor.download('Download recording'))).toBeCloseTo(15, 1);
  const plan = JSON.parse(Buffer.from((await editor.download('Download plan')).bytes).toString());
  expect(Object.keys(plan)).not.toContain('target');
  await page.keyboard.press('Escape');

  await editor.button('Undo').click();
  await editor.expectResult(SESSION_SECONDS, 1);
  await expect(editor.edits).toHaveCount(0);
  await editor.button('Redo').click();
  await editor.expectResult(15, 1);
  await chip(page, '15 s').click();
  await editor.expectResult(SESSION_SECONDS, 1);
  await expect(chip(page, '15 s')).toHaveAttribute('aria-pressed', 'false');
});

test('four actions: a length is typed, and the file is downloaded, by keys alone', async ({ editor, page }) => {
  const letScreensCome = await holdUpScreens(page);
  await editor.open(SESSION);
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('t');
  await expect(editor.field('Custom target')).toBeFocused();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner')).toContainText('0:12…');
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('to fit it to 0:12');
  letScreensCome();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('session.edited.cast');
  await editor.expectResult(12, 1);
});

test('a length that makes no sense is refused with a reason', async ({ editor, page }) => {
  await openSession(editor);
  await editor.field('Custom target').fill('soon');
  await page.keyboard.press('Enter');
  await expect(editor.alert).toHaveText('A length such as 40, 90s or 1:30, not “soon”.');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(editor.alert).toHaveText('At least 3 seconds.');
  await page.keyboard.type('0:20');
  await page.keyboard.press('Enter');
  await editor.expectResult(20, 1);
  await expect(editor.alert).toHaveCount(0);
});

test('the slider solves while it is dragged; the drag is one step, and Escape takes it back', async ({ editor, page }) => {
  await openSession(editor);
  await chip(page, '40 s').click();
  await editor.expectResult(40, 1);
  const box = await slider(page).boundingBox();
  if (!box) throw new Error('the slider is not visible');
  const toShare = (share: number) => page.mouse.move(box.x + 7 + (box.width - 14) * share, box.y + box.height / 2, { steps: 4 });

  await toShare(0.87);
  await page.mouse.down();
  await toShare(0.5);
  await expect.poll(() => editor.resultSeconds()).toBeLessThan(15);
  await page.keyboard.press('Escape');
  await editor.expectResult(40, 1);
  await toShare(0.4);
  await page.mouse.up();
  await editor.expectResult(40, 1);

  await page.mouse.down();
  await toShare(0.6);
  await toShare(0.5);
  await page.mouse.up();
  await expect.poll(() => editor.resultSeconds()).toBeLessThan(15);
  await editor.button('Undo').click();
  await editor.expectResult(40, 1);
});

test('the slider goes by its keys, and leaves the letters to the commands', async ({ editor, page }) => {
  await openSession(editor);
  await chip(page, '15 s').click();
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  await editor.expectResult(15.5, 1);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '15.5 seconds');
  await page.keyboard.press('Shift+ArrowRight');
  await editor.expectResult(20.5, 1);
  await page.keyboard.press('Control+z');
  await editor.expectResult(15.5, 1);
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
});

test('what is pinned stays, and the rest is solved again', async ({ editor, page }) => {
  await openSession(editor);
  await chip(page, '15 s').click();
  await editor.expectResult(15, 1);
  await panelTab(page, 'Moments').click();
  const failure = moments(page).filter({ hasText: /fail/i }).first();
  const keep = failure.getByRole('button', { name: 'Always keep' });
  await expect(keep).toHaveAccessibleDescription(/fail/i);
  await keep.click();
  await expect(keep).toHaveAttribute('aria-pressed', 'true');
  await expect(failure).toContainText('pinned');
  await editor.expectResult(15, 1);

  await panelTab(page, 'Edits').click();
  const pinned = editor.edits.filter({ hasText: 'Pinned' });
  await expect(pinned).toHaveCount(1);
  await expect(pinned.getByRole('textbox', { name: 'Factor' })).toHaveValue('1×');
  await expect(pinned.getByRole('button', { name: 'Remove' })).toHaveCount(0);
  await expect(pinned).not.toContainText('Set by you');
  await pinned.getByRole('button', { name: 'Release' }).click();
  await expect(pinned).toHaveCount(0);
  await editor.expectResult(15, 1);

  await editor.edits.getByRole('button', { name: 'Pin', exact: true }).first().click();
  await expect(pinned).toHaveCount(1);
  await editor.expectResult(15, 1);
});

test('by keyboard the focus stays with what is pinned and released, and a click gives it up', async ({ editor, page }) => {
  await openSession(editor);
  await chip(page, '15 s').click();
  await editor.expectResult(15, 1);
  const pin = editor.edits.getByRole('button', { name: 'Pin', exact: true });
  await pin.nth(1).focus();
  await expect(pin.nth(1)).toHaveAccessibleDescription(/\S/);
  await page.keyboard.press('Enter');
  await expect(editor.edits.getByRole('button', { name: 'Release' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor.edits.filter({ hasText: 'Pinned' })).toHaveCount(0);
  await expect(editor.edits.locator(':focus')).toHaveCount(1);

  await editor.edits.getByRole('button', { name: 'Remove' }).last().focus();
  await expect(editor.edits.locator(':focus')).toHaveAccessibleDescription(/kept at 1×/);
  await page.keyboard.press('Enter');
  await expect(editor.edits.filter({ hasText: 'Pinned' })).toHaveCount(1);
  await expect(editor.edits.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(editor.edits.filter({ hasText: 'Pinned' })).toHaveCount(0);
  await expect(editor.edits.locator(':focus')).toHaveCount(1);

  await pin.first().click();
  await expect(editor.edits.filter({ hasText: 'Pinned' })).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(editor.button('Pause')).toBeVisible();
  await expect(editor.edits.filter({ hasText: 'Pinned' })).toHaveCount(1);
});

test('the focus goes to the timeline when its handle is undone', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.selectOnLane(10, 15);
  await editor.button('Cut').click();
  await editor.handle('Start of cut 1').focus();
  await page.keyboard.press('Control+z');
  await expect(editor.edits).toHaveCount(0);
  await expect(editor.playhead).toBeFocused();
});

test('moments that are near are kept and given back one by one', async ({ editor, page }) => {
  await openSession(editor);
  await chip(page, '15 s').click();
  await editor.expectResult(15, 1);
  await panelTab(page, 'Moments').click();
  const keep = moments(page).getByRole('button', { name: 'Always keep' });
  for (const button of await keep.all()) {
    if ((await button.getAttribute('aria-pressed')) === 'false') await button.click();
  }
  const pressed = () => keep.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-pressed')));
  await expect.poll(async () => new Set(await pressed())).toEqual(new Set(['true']));
  const all = await pressed();
  for (const index of all.keys()) {
    await keep.nth(index).click();
    await expect.poll(pressed).toEqual(all.map((_, at) => String(at !== index)));
    await editor.button('Undo').click();
    await expect.poll(pressed).toEqual(all);
  }
});

test('what was fitted is taken over', async ({ editor, page }) => {
  await openSession(editor);
  await chip(page, '15 s').click();
  await editor.expectResult(15, 1);
  const head = page.getByRole('tabpanel').getByText(/^0 pinned · [1-9]\d* fitted$/);
  const count = Number(/(\d+) fitted/.exec(await head.innerText())?.[1]);
  await expect(editor.edits).toHaveCount(count);
  await editor.button('Keep all as mine').focus();
  await page.keyboard.press('Enter');
  await expect(chip(page, '15 s')).toHaveAttribute('aria-pressed', 'false');
  await expect(editor.edits).toHaveCount(count);
  await expect(editor.edits.getByRole('button', { name: 'Remove' })).toHaveCount(count);
  await expect(editor.playhead).toBeFocused();
  await editor.expectResult(15, 1);
});

test('a target that limits leave no room for is met by taking them back', async ({ editor, page }) => {
  await openSession(editor);
  await panelTab(page, 'Suggestions').click();
  await page.getByText('Margins and limits', { exact: true }).click();
  await editor.field('Shortest kept, s').fill('60');
  await page.keyboard.press('Enter');
  await chip(page, '15 s').click();
  await expect(problem(page)).toBeVisible();
  await expect(editor.button('Choose pins to release')).toHaveCount(0);
  await editor.button('Reset margins and limits').click();
  await expect(problem(page)).toHaveCount(0);
  await editor.expectResult(15, 1);
});

test('while something is dragged the keys wait, and the meter says nothing of the target', async ({ editor, page }) => {
  await openSession(editor);
  await chip(page, '15 s').click();
  await editor.expectResult(15, 1);
  const handle = page.getByRole('slider', { name: /^End of (cut|speed) 1$/ }).first();
  const box = await handle.boundingBox();
  if (!box) throw new Error('the handle is not visible');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 150, box.y + box.height / 2, { steps: 5 });
  await expect.poll(() => editor.resultSeconds()).not.toBeCloseTo(15, 1);
  await expect(page.getByRole('banner')).not.toContainText(/over|under/);
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Export' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await editor.expectResult(15, 1);
  await page.mouse.up();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
});

test('a long list is read in pages, and shows what is selected', async ({ editor, page }) => {
  const cuts = Array.from({ length: 250 }, (_, index) => [index / 10, index / 10 + 0.05]);
  await editor.drop(LINES_V2, named('many.plan.json', JSON.stringify({ cuts })));
  await editor.expectOpened(LINES_V2.name);
  await expect(panelTab(page, 'Edits')).toHaveText('Edits 250');
  await expect(editor.edits).toHaveCount(100);
  await editor.button('Show more').focus();
  await page.keyboard.press('Enter');
  await expect(editor.edits).toHaveCount(200);
  await expect(page.getByRole('listitem', { name: 'cut 101', exact: true }).getByRole('button', { name: 'Select' })).toBeFocused();
  await page.keyboard.press('End');
  await editor.handle('Start of cut 240').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem', { name: 'cut 240', exact: true })).toBeInViewport();
  await expect(editor.edits).toHaveCount(50);
  await editor.button('Show those before').click();
  await expect(editor.edits).toHaveCount(150);
});

test('a target that pins leave no room for is said, with the ways out', async ({ editor, page }) => {
  await openSession(editor);
  await editor.selectOnLane(1, 40);
  await page.keyboard.press('1');
  await chip(page, '15 s').click();
  await expect(problem(page)).toContainText(/need/);
  await expect.poll(() => editor.resultSeconds()).toBeGreaterThan(39);
  await expect(page.getByRole('banner')).toContainText(/over the target of 15 seconds/);

  await panelTab(page, 'Moments').click();
  await editor.button('Choose pins to release').focus();
  await page.keyboard.press('Enter');
  await expect(editor.edits.getByRole('button', { name: 'Release' }).first()).toBeFocused();
  await problem(page)
    .getByRole('button', { name: /^Speed pins to/ })
    .click();
  await expect(problem(page)).toHaveCount(0);
  await editor.expectResult(15, 1);
  await editor.button('Undo').click();
  await problem(page)
    .getByRole('button', { name: /^Raise target to/ })
    .click();
  await expect(problem(page)).toHaveCount(0);
  await expect(editor.edits.filter({ hasText: 'Pinned' })).toHaveCount(1);
});

test('a target longer than the recording is said to be that', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.field('Custom target').fill('999999');
  await page.keyboard.press('Enter');
  await expect(editor.alert).toHaveText('The recording is only 0:30.0 long.');
  await page.keyboard.press('Escape');
  await chip(page, '2 min').click();
  await expect(problem(page)).toContainText('only 0:30.0 long');
  await expect(editor.button('Choose pins to release')).toHaveCount(0);
  await panelTab(page, 'Moments').click();
  await expect(moments(page).first()).toBeVisible();
  await expect(moments(page).filter({ hasText: 'left out' })).toHaveCount(0);
  await problem(page).getByRole('button', { name: 'Lower target to 0:30.0' }).click();
  await editor.expectResult(30, 1);
  await expect(problem(page)).toHaveCount(0);
});

test('how fast time runs is shown while it does', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.selectOnLane(2.4, 20.4);
  await editor.button('Speed').click();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  const badge = page.getByTestId('factor-badge');
  await editor.seek(2.7);
  await expect(badge).toBeHidden();
  await page.keyboard.press(' ');
  await expect(badge).toHaveText('4×');
  await page.keyboard.press(' ');
  await expect(badge).toBeHidden();
});

test('the panels at the side are tabs', async ({ editor, page }) => {
  await openSession(editor);
  await expect(panelTab(page, 'Edits')).toHaveAttribute('aria-selected', 'true');
  await panelTab(page, 'Edits').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(panelTab(page, 'History')).toBeFocused();
  await expect(page.getByRole('list', { name: 'History' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(panelTab(page, 'Moments')).toBeFocused();
  await expect(moments(page).first()).toBeVisible();
  await expect(page.getByRole('tabpanel', { name: /^Moments/ })).toBeVisible();
  await page.keyboard.press('Home');
  await expect(panelTab(page, 'Edits')).toBeFocused();
  await panelTab(page, 'Moments').click();
  await moments(page).last().getByRole('button').first().click();
  await expect.poll(() => editor.playhead.getAttribute('aria-valuenow')).not.toBe('0');
  await editor.selectOnLane(4, 20);
  await page.keyboard.press('s');
  await expect(editor.field('Factor')).toBeFocused();
});
