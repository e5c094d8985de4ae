import { AxeBuilder } from '@axe-core/playwright';
import { shortSession } from '../src/testing/short-session.ts';
import { expect, test } from './fixture.ts';
import { overflow } from './overflow.ts';
import { LINES_V2, named } from './recordings.ts';

/** A telephone's width; a window of 1280×800 at 200 %; and the smallest window that everything fits into. */
const SIZES = [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
  { width: 1024, height: 640 },
];

const VERBS = ['Open', 'Save', 'Undo', 'Redo', 'Cut', 'Speed', 'Hold', 'Marker', 'Split', 'Play', 'Zoom in', 'Zoom out', 'Fit', 'Export'];

for (const viewport of SIZES) {
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport });

    test('nothing needs to be scrolled to the side, and every verb can be reached', async ({ editor, page }) => {
      await editor.open(LINES_V2);
      expect(await overflow(page)).toEqual({ px: 0, what: [] });
      for (const name of VERBS) {
        const button = editor.button(name);
        await button.scrollIntoViewIfNeeded();
        await expect(button).toBeInViewport({ ratio: 1 });
        await expect.poll(() => button.evaluate(takesClick), { message: name }).toBe(true);
      }
      for (const panel of ['Suggestions', 'Moments', 'History', 'Edits']) {
        await page.getByRole('tab', { name: new RegExp(`^${panel}`) }).click();
        expect(await overflow(page)).toEqual({ px: 0, what: [] });
      }
    });

    test('a target fits in, also one that cannot be met', async ({ editor, page }) => {
      await editor.open(named('session.cast', shortSession()));
      await page.getByRole('button', { name: '40 s', exact: true }).click();
      await expect(page.getByRole('button', { name: '40 s', exact: true })).toHaveAttribute('aria-busy', 'false');
      await expect(page.getByRole('button', { name: /^[0-9]+ moments?$/ })).toBeVisible();
      expect(await overflow(page)).toEqual({ px: 0, what: [] });
      for (const panel of ['Suggestions', 'Moments', 'History', 'Edits']) {
        await page.getByRole('tab', { name: new RegExp(`^${panel}`) }).click();
        expect(await overflow(page)).toEqual({ px: 0, what: [] });
      }
      // Pinned as it is, all of it is longer than that.
      await page.keyboard.press('Escape');
      await editor.lane.scrollIntoViewIfNeeded();
      await editor.selectOnLane(1, (await editor.sourceSeconds()) - 1);
      await editor.button('Keep at 1×').click();
      await editor.field('Custom target').fill('3');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('group', { name: 'The target cannot be met' })).toBeVisible();
      expect(await overflow(page)).toEqual({ px: 0, what: [] });
    });

    test('an edit that is selected on the lane leaves the page where it is', async ({ editor, page }) => {
      const cuts = Array.from({ length: 12 }, (_, index) => [index * 2 + 1, index * 2 + 2]);
      await editor.drop(LINES_V2, named('a.plan.json', JSON.stringify({ cuts })));
      await expect(editor.edits).toHaveCount(12);
      await editor.lane.scrollIntoViewIfNeeded();
      const box = async () => await editor.lane.boundingBox();
      const before = await box();
      if (!before) throw new Error('the lane is not visible');
      await page.mouse.click(await editor.laneX(23.5), before.y + before.height * 0.6);
      await expect(editor.edits.nth(11)).toHaveAttribute('data-selected', 'true');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect((await box())?.y).toBe(before.y);
    });

    test('a stretch is cut, its times are typed, and it is had back', async ({ editor, page }) => {
      await editor.open(LINES_V2);
      await editor.lane.scrollIntoViewIfNeeded();
      await editor.selectOnLane(10.4, 15.4);
      await editor.button('Cut').click();
      await expect(editor.edits).toHaveCount(1);
      await editor.edits.getByRole('textbox', { name: 'Start', exact: true }).fill('11');
      await page.keyboard.press('Enter');
      await expect.poll(() => editor.handleSeconds('Start of cut 1')).toBe(11);
      expect(await overflow(page)).toEqual({ px: 0, what: [] });
      await editor.edits.getByRole('button', { name: 'Remove' }).click();
      const toast = page.getByRole('region', { name: 'Last action' });
      await expect(toast.getByRole('button', { name: 'Dismiss' })).toBeInViewport({ ratio: 1 });
      await toast.getByRole('button', { name: 'Undo' }).click();
      await expect(editor.edits).toHaveCount(1);
    });

    test('what has the focus is not covered by what was done last', async ({ editor, page }) => {
      await editor.drop(
        LINES_V2,
        named(
          'a.plan.json',
          JSON.stringify({
            cuts: [
              [2, 4],
              [8, 9],
            ],
          }),
        ),
      );
      await editor.expectOpened(LINES_V2.name);
      await editor.edits.first().getByRole('button', { name: 'Remove' }).focus();
      await page.keyboard.press('Enter');
      const toast = page.getByRole('region', { name: 'Last action' });
      await expect(toast).toBeVisible();
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        await expect.poll(() => page.evaluate(coveredPart)).toBeLessThan(0.5);
      }
    });

    test('it is without serious faults', async ({ editor, page }) => {
      await editor.open(named('session.cast', shortSession()));
      await expect(page.getByRole('tab', { name: /^Suggestions [1-9]/ })).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .include('header')
        .include('aside')
        .include('[aria-label="Session"]')
        .include('[aria-label="Preview"]')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ help, nodes }) => `${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    });

    test('the dialogs fit', async ({ editor, page }) => {
      await editor.open(LINES_V2);
      for (const [button, dialog] of [
        ['Export', 'Export'],
        ['Mask…', 'Mask'],
        ['Commands', 'Commands'],
        ['Keyboard help', 'Keyboard help'],
      ] as const) {
        await editor.button(button).click();
        const open = page.getByRole('dialog', { name: dialog });
        await expect.poll(() => open.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
        const box = await open.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
        await page.keyboard.press('Escape');
        await expect(open).toHaveCount(0);
      }
    });
  });
}

test.describe('by keyboard', () => {
  test.use({ viewport: { width: 640, height: 400 } });

  test('links lead past the bar and the preview', async ({ editor, page }) => {
    await editor.open(LINES_V2);
    for (const [name, isThere] of [
      ['Skip to timeline', editor.playhead],
      ['Skip to edits', page.getByRole('tabpanel')],
    ] as const) {
      await editor.button(name).focus();
      await expect(editor.button(name)).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Enter');
      await expect(isThere).toBeFocused();
      await expect(isThere).toBeInViewport();
    }
  });
});

/** How much of what has the focus the last action covers: 1 for all of it. */
function coveredPart(): number {
  const toast = document.querySelector('[aria-label="Last action"]');
  const focused = document.activeElement;
  if (!toast || !focused || focused === document.body || toast.contains(focused)) return 0;
  const [one, other] = [toast.getBoundingClientRect(), focused.getBoundingClientRect()];
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? (width * height) / Math.max(1, other.width * other.height) : 0;
}

/** Whether nothing above an element would take a click on it. */
function takesClick(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}
