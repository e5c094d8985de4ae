import AxeBuilder from '@axe-core/playwright';
import type { Download } from '@playwright/test';
import { castText } from '../src/testing/recordings.ts';
import { applyByCommand } from './castfold-command.ts';
import type { Editor } from './editor.ts';
import { expect, holdUpScreens, test } from './fixture.ts';
import { FULL_SCREEN, LINES_DAMAGED, LINES_GZIP, LINES_V1, LINES_V2, LINES_V3, named } from './recordings.ts';

async function editAndExport(editor: Editor) {
  await editor.selectOnLane(21.4, 23.4);
  await editor.button('Cut').click();
  await editor.selectOnLane(1.4, 6.4);
  await editor.button('Speed').click();
  await editor.field('Idle cap').fill('3');
  await editor.page.keyboard.press('Enter');
  await editor.button('Export').click();
  const dialog = editor.page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  const recording = await editor.download('Download recording');
  const plan = await editor.download('Download plan');
  await editor.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return { recording, plan };
}

for (const file of [LINES_V1, LINES_V2, LINES_V3, LINES_GZIP, LINES_DAMAGED]) {
  test(`the page and the command make the same bytes of ${file.name}`, async ({ editor }) => {
    await editor.open(file);
    const { recording, plan } = await editAndExport(editor);
    const stem = file.name.replace(/\.gz$/, '').replace(/\.(cast|json)$/, '');
    expect(recording.name).toBe(`${stem}.edited.cast`);
    expect(plan.name).toBe(`${stem}.plan.json`);
    expect(Buffer.from(recording.bytes).toString()).toBe(Buffer.from(applyByCommand(plan, file)).toString());
  });
}

test('the export opens again, as long as the meter said', async ({ editor }) => {
  await editor.open(LINES_V2);
  const { recording } = await editAndExport(editor);
  const result = await editor.resultSeconds();
  expect(result).toBeLessThan(25);
  await editor.open(recording);
  await editor.expectSource(result, 3);
  await expect(editor.edits).toHaveCount(0);
});

test('the exported plan gives the same edits back', async ({ editor }) => {
  await editor.open(LINES_V3);
  const { plan } = await editAndExport(editor);
  const result = await editor.resultSeconds();
  await editor.page.goto('./');
  await editor.drop(LINES_V3, plan);
  await editor.expectOpened(LINES_V3.name);
  await editor.expectResult(result, 6);
  await expect(editor.edits).toHaveCount(2);
  await expect(editor.alert).toHaveCount(0);
});

test('an export that failed says at what, and is tried again', async ({ editor, page }) => {
  await page.addInitScript(() => {
    const { Blob } = window;
    Object.assign(window, {
      isBroken: true,
      Blob: class extends Blob {
        constructor(parts?: BlobPart[], options?: BlobPropertyBag) {
          if (Reflect.get(window, 'isBroken') && options?.type === 'application/x-asciicast') throw new Error('There is no memory left.');
          super(parts, options);
        }
      },
    });
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Not here.', 'NotAllowedError'));
  });
  await page.goto('./');
  await editor.open(LINES_V2);
  await editor.button('Export').click();
  await expect(editor.alert).toContainText(
    'The export failed while writing the file. There is no memory left. Your edits are not touched.',
  );
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }

  await editor.button('Copy diagnostics').click();
  const byHand = page.getByRole('textbox', { name: 'Text to copy' });
  await expect(byHand).toHaveValue(/failed while writing the file\.\nThere is no memory left\.\nRecording: asciicast v2, 17 events/);
  await expect(byHand).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('asciicast v2');

  await page.evaluate(() => Object.assign(window, { isBroken: false }));
  await editor.button('Try again').click();
  await expect(editor.alert).toHaveCount(0);
  await editor.download('Download recording');
});

test('a command that the browser does not copy can be copied by hand', async ({ editor, page }) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Not here.', 'NotAllowedError'));
  });
  await editor.open(LINES_V2);
  await editor.button('Export').click();
  await editor.button('Copy as command').click();
  await expect(page.getByRole('textbox', { name: 'Text to copy' })).toHaveValue(/^castfold apply lines-v2\.plan\.json lines-v2\.cast/);
  await expect(page.getByRole('textbox', { name: 'Text to copy' })).toBeFocused();
});

test('without an edit the recording comes out byte for byte', async ({ editor }) => {
  await editor.open(LINES_V3);
  await editor.button('Export').click();
  const recording = await editor.download('Download recording');
  expect(Buffer.from(recording.bytes).toString()).toBe(Buffer.from(LINES_V3.bytes).toString());
});

test('the plan does not wait for the result', async ({ editor, page }) => {
  await holdUpScreens(page);
  await editor.open(LINES_V2);
  await editor.selectOnLane(10, 15);
  await editor.button('Cut').click();
  await editor.button('Export').click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('Making the seams…');
  const plan = await editor.download('Download plan');
  expect(JSON.parse(Buffer.from(plan.bytes).toString())).toMatchObject({ cuts: [{ mode: 'jump' }] });
  await expect(editor.button('Download recording')).toHaveAttribute('aria-disabled', 'true');
});

test('Enter pressed before the file is ready downloads it when it is', async ({ editor, page }) => {
  const letScreensCome = await holdUpScreens(page);
  await editor.open(LINES_V2);
  await editor.selectOnLane(10, 15);
  await editor.button('Cut').click();
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toContainText('Preparing…');

  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.keyboard.press('e');
  await expect(dialog).not.toContainText('Preparing…');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Preparing…');
  expect(downloads).toHaveLength(0);
  letScreensCome();
  await expect.poll(() => downloads.map((download) => download.suggestedFilename())).toEqual(['lines-v2.edited.cast']);
  await expect(dialog).not.toContainText('Preparing…');
  await expect(dialog).toContainText('Downloaded lines-v2.edited.cast');
  await page.getByRole('radio', { name: /v3/ }).check();
  await expect(dialog).not.toContainText('Downloaded');
  await editor.download('Download plan');
  await expect(dialog).toContainText('Downloaded lines-v2.plan.json');
});

test('a possible secret holds back what was asked for before it was seen', async ({ editor, page }) => {
  const letScreensCome = await holdUpScreens(page);
  await editor.open(named('mail.cast', castText('a@1 mail␣jo@example.org@2 b@3 c@4 d@9')));
  await editor.selectOnLane(5, 8);
  await editor.button('Cut').click();
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  letScreensCome();
  await expect(editor.alert).toContainText('Not downloaded yet: see the possible secrets above.');
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await waiting).suggestedFilename()).toBe('mail.edited.cast');
  await expect(editor.alert).toHaveCount(0);
});

test('another version is written when it is asked for, by the command too', async ({ editor, page }) => {
  await editor.open(LINES_V3);
  await editor.button('Export').click();
  await page.getByRole('radio', { name: /v2/ }).check();
  const recording = await editor.download('Download recording');
  const plan = await editor.download('Download plan');
  const text = Buffer.from(recording.bytes).toString();
  expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({ version: 2, width: 80, height: 24 });
  expect(text).toBe(Buffer.from(applyByCommand(plan, LINES_V3, ['--format', 'v2'])).toString());
});

test('cuts that jump leave out what was cut, in the page and by the command alike', async ({ editor }) => {
  await editor.open(FULL_SCREEN);
  await editor.drop(
    named(
      'jumps.plan.json',
      JSON.stringify({
        cuts: [
          { start: 3, end: 5, mode: 'jump' },
          { start: 6, end: 7, mode: 'drop' },
          { start: 9, end: 12, mode: 'jump' },
        ],
      }),
    ),
  );
  await expect(editor.edits).toHaveCount(3);
  await editor.button('Export').click();
  const recording = await editor.download('Download recording');
  const plan = await editor.download('Download plan');
  const text = Buffer.from(recording.bytes).toString();
  for (const gone of ['hidden', 'passing']) expect(text).not.toContain(gone);
  expect(text).toBe(Buffer.from(applyByCommand(plan, FULL_SCREEN)).toString());
});

test('what cuts leave in the file is said, and changed there', async ({ editor, page }) => {
  await editor.open(LINES_V2);
  const cuts = [
    { start: 1.5, end: 3.5, mode: 'collapse' },
    { start: 4.5, end: 5.5, mode: 'drop' },
    { start: 20.5, end: 22.5, mode: 'collapse' },
  ];
  await editor.drop(named('kept.plan.json', JSON.stringify({ cuts })));
  await expect(editor.edits).toHaveCount(3);
  await editor.button('Export').click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toContainText('2 cuts keep what was printed in them inside the file: cut 1, cut 3.');
  expect(Buffer.from((await editor.download('Download recording')).bytes).toString()).toContain('line-2\\r');
  await editor.button('Change to Jump').click();
  await expect(dialog).not.toContainText('inside the file');
  await expect(editor.button('Download recording')).toBeFocused();
  const text = Buffer.from((await editor.download('Download recording')).bytes).toString();
  expect(text).not.toContain('"line-2\\r');
  await page.keyboard.press('Escape');
  await editor.button('Undo').click();
  await expect(editor.edits.getByRole('combobox', { name: 'Mode' }).first()).toHaveValue('collapse');
});

test('a jump that no repaint is right for is marked, and what it leaves in the file is said', async ({ editor, page }) => {
  const narrow = castText('a@1 b@2 c@3 d@4 e@5', { header: { width: 1, height: 5 } });
  await editor.drop(named('narrow.cast', narrow), named('jump.plan.json', JSON.stringify({ cuts: [{ start: 2, end: 4, mode: 'jump' }] })));
  await editor.expectOpened('narrow.cast');
  await expect(editor.edits).toContainText(/No repaint was right: .+; everything is printed at once\./);
  await editor.button('Export').click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('what was printed in it stays inside the file');
  const recording = await editor.download('Download recording');
  const plan = await editor.download('Download plan');
  const text = Buffer.from(recording.bytes).toString();
  expect(text).toContain('"bc"');
  expect(text).toBe(Buffer.from(applyByCommand(plan, named('narrow.cast', narrow))).toString());
});
