import type { Locator, Page } from '@playwright/test';
import { shortSession } from '../src/testing/short-session.ts';
import { expect, test } from './fixture.ts';
import { LINES_V2, named } from './recordings.ts';

/** What holds for the tree of every state: see ux.md §4.1 to §4.4. */
async function expectSound(page: Page): Promise<void> {
  expect(await page.evaluate(faults)).toEqual([]);
}

function faults(): string[] {
  const seen = [...document.querySelectorAll<HTMLElement>('*')].filter((element) => element.checkVisibility());
  const of = (selector: string): HTMLElement[] => seen.filter((element) => element.matches(selector));
  const found: string[] = [];
  const count = (what: string, elements: readonly Element[], least: number, most: number): void => {
    if (elements.length < least || elements.length > most) found.push(`${what}: ${elements.length}`);
  };
  count('top bars', of('header:not(section header, aside header, main header, dialog header)'), 1, 1);
  count('main', of('main'), 1, 1);
  count('headings of level 1', of('h1'), 1, 1);
  count('role=application', of('[role="application"]'), 0, 0);
  count('alerts', of('[role="alert"]'), 0, 1);
  // Others are there to say how a thing of their own stands; while it rests they are silent.
  const speaking = [...document.querySelectorAll('[role="status"]')].filter((status) => !status.closest('dialog') && status.textContent);
  count('statuses that say something', speaking, 0, 1);

  for (const element of of('[role="slider"], input[type="range"]')) {
    const name = element.getAttribute('aria-label') ?? '';
    const input = element instanceof HTMLInputElement ? element : undefined;
    const value = (attribute: 'min' | 'max' | 'now'): number =>
      Number(element.getAttribute(`aria-value${attribute}`) ?? input?.[attribute === 'now' ? 'value' : attribute] ?? Number.NaN);
    if (!(value('min') <= value('now') && value('now') <= value('max'))) {
      found.push(`${name}: ${value('now')} is not within ${value('min')} to ${value('max')}`);
    }
    if (!element.getAttribute('aria-valuetext')) found.push(`${name}: its value is a bare number`);
  }
  const named = (element: Element): boolean =>
    Boolean(element.getAttribute('aria-label') || element.getAttribute('aria-labelledby') || (element as HTMLInputElement).labels?.length);
  for (const element of of(
    'button, [role="button"], [role="slider"], input, select, textarea, dialog, section, aside, nav, [role="tabpanel"]',
  )) {
    const isByText = element.matches('button, [role="button"]') && element.textContent?.trim();
    if (!named(element) && !isByText) found.push(`without a name: ${element.outerHTML.slice(0, 120)}`);
  }
  for (const element of of('[tabindex]')) if (element.tabIndex > 0) found.push(`out of turn: ${element.outerHTML.slice(0, 120)}`);
  for (const attribute of ['aria-controls', 'aria-describedby', 'aria-labelledby', 'aria-activedescendant']) {
    for (const element of of(`[${attribute}]`)) {
      const ids = (element.getAttribute(attribute) ?? '').split(' ').filter((id) => id !== '');
      for (const id of ids) if (!document.getElementById(id)) found.push(`${attribute} of ${element.outerHTML.slice(0, 80)} leads nowhere`);
    }
  }
  const lost = of('canvas').filter((canvas) => !canvas.closest('[aria-hidden="true"], [role="img"], [aria-label="Screen"]'));
  for (const canvas of lost) found.push(`a picture without words: ${canvas.className}`);
  return found;
}

test('the empty page', async ({ editor, page }) => {
  await expect(editor.button('Open')).toBeVisible();
  await expectSound(page);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Drop a terminal recording" [level=1]
      - paragraph
      - button "Choose a file"
      - text: /or paste one/
      - heading "Or try a sample" [level=2]
      - list:
        - listitem:
          - button /First steps/
        - listitem:
          - button /85 minutes/
        - listitem:
          - button /full-screen program/
  `);
});

test('a recording that is open, and a stretch that is selected', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await expectSound(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('lines-v2.cast');
  await expect(page.getByRole('navigation', { name: 'Skip' }).getByRole('button')).toHaveText(['Skip to timeline', 'Skip to edits']);
  const regions = await page
    .getByRole('main')
    .locator('> * section, > * aside')
    .evaluateAll((all) =>
      all.filter(({ parentElement }) => !parentElement?.closest('section, aside')).map((region) => region.getAttribute('aria-label')),
    );
  expect(regions).toEqual(['Preview', 'Session', 'Timeline', 'Side panel']);
  await expect(editor.timeline).toHaveAccessibleDescription(
    /^30 seconds; \d+% waiting; .*longest wait [\d.]+ seconds at 0:0\d\.\d; .*0 edits\.$/,
  );
  await expect(editor.playhead).toHaveAttribute('aria-valuemax', '30');
  await expect(editor.playhead).toHaveAttribute('aria-valuetext', '0 seconds');
  await expect(page.getByRole('slider', { name: 'Visible range' })).toHaveAttribute('aria-valuetext', '0 seconds to 30 seconds');
  await expect(page.getByRole('tablist', { name: 'Side panel' })).toMatchAriaSnapshot(`
    - tablist:
      - tab "Edits 0" [selected]
      - tab /Suggestions/
      - tab /Moments/
      - tab "History"
  `);
  for (const name of ['Undo', 'Redo', 'Split']) await expect(editor.button(name)).toBeDisabled();

  await editor.selectOnLane(10, 14);
  await expectSound(page);
  const start = page.getByRole('slider', { name: 'Start of selection' });
  const end = page.getByRole('slider', { name: 'End of selection' });
  // Each is limited by the other, but for the least there can be between them.
  const value = async (slider: Locator, attribute: string): Promise<number> => Number(await slider.getAttribute(attribute));
  expect(await value(start, 'aria-valuemax')).toBeCloseTo(await value(end, 'aria-valuenow'), 2);
  expect(await value(end, 'aria-valuemin')).toBeCloseTo(await value(start, 'aria-valuenow'), 2);
});

test('what is selected by keys is said', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.playhead.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('i');
  await expect(page.getByRole('status').last()).toHaveText('Selected 20 seconds, from 10 seconds to 30 seconds');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('o');
  await expect(page.getByRole('status').last()).toHaveText('Selected 1 second, from 10 seconds to 11 seconds');
});

test('a cut, a speed region, a hold and a marker', async ({ editor, page }) => {
  const { keyboard } = page;
  const goTo = async (seconds: number): Promise<void> => {
    await keyboard.press('g');
    await keyboard.type(String(seconds));
    await keyboard.press('Enter');
  };
  await editor.open(LINES_V2);
  await page.getByRole('radio', { name: 'Result' }).press('ArrowRight');
  await editor.playhead.focus();
  await goTo(8);
  await keyboard.press('i');
  await goTo(18);
  await keyboard.press('o');
  await keyboard.press('x');
  await expect(page.getByRole('status').last()).toHaveText('Cut 10 seconds. Result 20 seconds. Control Z to undo.');
  await expect(page.getByRole('button', { name: 'Cut 1, 10 seconds' })).toHaveAttribute('aria-pressed', 'true');
  await expect(editor.handle('Start of cut 1')).toHaveAttribute('aria-valuetext', '8 seconds, 10 seconds cut');
  await expect(editor.handle('End of cut 1')).toHaveAttribute('aria-valuemin', /^8\.00/);
  await expectSound(page);

  await keyboard.press('Escape');
  await goTo(20);
  await keyboard.press('i');
  await goTo(28);
  await keyboard.press('o');
  await keyboard.press('s');
  await keyboard.type('4');
  await keyboard.press('Enter');
  await expect(editor.handle('End of speed 1')).toHaveAttribute('aria-valuetext', '28 seconds, region now 2 seconds in output');
  await expect(editor.handle('End of speed 1')).toHaveAttribute('aria-valuenow', '28');
  await expect(editor.field('Factor')).toHaveValue('4×');
  await expectSound(page);

  await goTo(5);
  await keyboard.press('Shift+H');
  await expect(editor.handle('Hold 1')).toHaveAttribute('aria-valuetext', /^5 seconds, held for 2 seconds/);
  await expect(editor.handle('Length of hold 1')).toHaveAttribute('aria-valuenow', '2');
  await keyboard.press('m');
  await keyboard.type('start');
  await keyboard.press('Enter');
  await expect(editor.handle('Marker 1')).toHaveAttribute('aria-valuetext', '5 seconds, start');
  await expectSound(page);

  await expect(page.getByRole('tabpanel')).toMatchAriaSnapshot(`
    - tabpanel "Edits 2":
      - heading "Edits" [level=2]
      - list "Edits":
        - listitem "cut 1":
          - button "Select": /Cut/
          - textbox "Start": 0:08.0
          - textbox "End": 0:18.0
          - combobox "Mode"
          - button "Remove"
        - listitem "speed 1":
          - textbox "Factor": 4×
          - textbox "In result": 0:02.0
      - region "Holds":
        - heading "Holds 1" [level=3]
        - list "Holds":
          - listitem "hold 1":
            - textbox "At": 0:05.0
            - textbox "Length": 2.0 s
      - region "Markers":
        - heading "Markers 1" [level=3]
        - list "Markers":
          - listitem "marker 1":
            - textbox "Time": 0:05.0
            - textbox "Label": start
  `);
  await expect(editor.timeline).toHaveAccessibleDescription(/3 edits; 1 marker\.$/);
  // One stop of Tab for all edits on the lane.
  await expect(editor.timeline.locator('[data-part="strip"][tabindex="0"], [data-part="handle"][tabindex="0"]')).toHaveCount(1);

  await keyboard.press('Control+z');
  await expect(page.getByRole('status').last()).toContainText(/^Undid: /);
});

test('a fitted result, its moments, and the export', async ({ editor, page }) => {
  await editor.open(named('session.cast', shortSession()));
  await expect(page.getByRole('tab', { name: /^Moments [1-9]/ })).toBeVisible();
  await editor.button('15 s').press('Enter');
  await editor.expectResult(15, 1);
  await expect(editor.button('15 s')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('slider', { name: 'Target length' })).toHaveAttribute('aria-valuetext', '15 seconds');
  await expect(page.getByRole('status').last()).toHaveText('Fit to 15 seconds. Result 15 seconds. Control Z to undo.');
  await expectSound(page);
  await page.getByRole('tab', { name: /^Moments/ }).press('Enter');
  await expectSound(page);

  await editor.playhead.focus();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Export' })).toMatchAriaSnapshot(`
    - dialog "Export":
      - heading "Export" [level=2]
      - group "Format":
        - radio "asciicast v2 as recorded" [checked]
        - radio "asciicast v3"
      - button "Download recording"
      - button "Download plan"
      - button "Close"
  `);
  await expectSound(page);
});

test('an error is said once, beside what it is about', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  await editor.playhead.focus();
  await page.keyboard.press('s');
  await page.keyboard.type('fast');
  await page.keyboard.press('Enter');
  const factor = editor.field('Factor');
  await expect(factor).toBeFocused();
  await expect(factor).toHaveAttribute('aria-invalid', 'true');
  await expect(editor.alert).toHaveCount(1);
  await expect(factor).toHaveAccessibleDescription(new RegExp(/\S/));
  await expectSound(page);
});
