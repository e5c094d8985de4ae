import { applyByCommand } from './castfold-command.ts';
import type { Editor } from './editor.ts';
import { expect, test } from './fixture.ts';
import { LINES_DAMAGED, LINES_GZIP, LINES_V1, LINES_V2, LINES_V3 } from './recordings.ts';

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
  expect(await editor.sourceSeconds()).toBeCloseTo(result, 3);
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

test('without an edit the recording comes out byte for byte', async ({ editor }) => {
  await editor.open(LINES_V3);
  await editor.button('Export').click();
  const recording = await editor.download('Download recording');
  expect(Buffer.from(recording.bytes).toString()).toBe(Buffer.from(LINES_V3.bytes).toString());
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
