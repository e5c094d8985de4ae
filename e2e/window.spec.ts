import { expect, test } from './fixture.ts';
import { LINES_V2 } from './recordings.ts';

const SIZES = [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1300 },
];

for (const viewport of SIZES) {
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport });

    test('everything fits into the window and can be reached', async ({ editor, page }) => {
      await editor.open(LINES_V2);
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
        return { width: scrollWidth - clientWidth, height: scrollHeight - clientHeight };
      });
      expect(overflow).toEqual({ width: 0, height: 0 });
      for (const name of ['Open', 'Undo', 'Redo', 'Cut', 'Speed', 'Play', 'Zoom in', 'Zoom out', 'Fit', 'Export']) {
        await expect(editor.button(name)).toBeInViewport({ ratio: 1 });
      }
      await expect(editor.lane).toBeInViewport({ ratio: 1 });
      await expect(editor.preview).toBeInViewport({ ratio: 1 });
      await editor.selectOnLane(10.4, 15.4);
      await editor.button('Cut').click();
      await expect(editor.edits).toHaveCount(1);
    });
  });
}

test('zooming changes what the lane shows, and Fit gives all of it back', async ({ editor }) => {
  await editor.open(LINES_V2);
  await editor.selectOnLane(10.4, 15.4);
  await editor.button('Cut').click();
  const distance = async () => {
    const [start, end] = await Promise.all(['Start of cut 1', 'End of cut 1'].map((name) => editor.handle(name).boundingBox()));
    return end && start ? end.x - start.x : 0;
  };
  const fitted = await distance();
  // The lane zooms around the playhead, which is taken into view first.
  await editor.seek(13);
  await editor.button('Zoom in').click();
  await expect.poll(distance).toBeGreaterThan(fitted * 1.5);
  await editor.button('Fit').click();
  await expect.poll(distance).toBeCloseTo(fitted, 0);
});
