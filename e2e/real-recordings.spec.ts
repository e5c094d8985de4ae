import { applyByCommand } from './castfold-command.ts';
import { expect, test } from './fixture.ts';
import { sharedRecording } from './recordings.ts';

const FILES = [
  'v1-player-21195.cast',
  'v2-allende-003.cast',
  'v3-nyx-claude.cast',
  'v2-scene-long-gz.cast.gz',
  'v2-server-broken.cast',
  'v3-llmfit-tui.cast',
];

// A clone without the collection beside it has none of these tests, rather than tests that say nothing.
for (const file of FILES.flatMap((name) => sharedRecording(name) ?? [])) {
  test(`from opening to export: ${file.name}`, async ({ editor, page }) => {
    test.slow();
    await editor.drop(file);
    await editor.expectOpened(file.name);
    const source = await editor.sourceSeconds();
    expect(source).toBeGreaterThan(1);

    await editor.selectOnLane(source * 0.2, source * 0.35);
    await editor.button('Cut').click();
    const cut = (await editor.handleSeconds('End of cut 1')) - (await editor.handleSeconds('Start of cut 1'));
    expect(cut).toBeGreaterThan(source * 0.1);
    const withCut = await editor.resultSeconds();
    await editor.dragHandle('End of cut 1', source * 0.42);
    await expect.poll(() => editor.resultSeconds()).toBeLessThan(withCut);
    await editor.button('Undo').click();
    await editor.expectResult(withCut);
    await editor.selectOnLane(source * 0.5, source * 0.8);
    await editor.button('Speed').click();
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    const before = await editor.resultSeconds();
    expect(before).toBeLessThan(source - cut);
    await editor.field('Idle cap').fill('0.5');
    await page.keyboard.press('Enter');
    await expect.poll(() => editor.resultSeconds()).toBeLessThanOrEqual(before);
    const result = await editor.resultSeconds();

    // Not at the end: a full-screen program has cleared the screen by then.
    await editor.seek(source * 0.45);
    await expect.poll(() => editor.previewText()).not.toBe('');

    await editor.goTo('end');
    const lastScreen = await editor.settledPreviewText();

    await editor.button('Export').click();
    const recording = await editor.download('Download recording');
    const plan = await editor.download('Download plan');
    expect(Buffer.compare(recording.bytes, applyByCommand(plan, file))).toBe(0);
    await page.keyboard.press('Escape');

    await editor.open(recording);
    await editor.expectSource(result, 2);
    await editor.goTo('end');
    await expect.poll(() => editor.previewText()).toBe(lastScreen);
  });
}
