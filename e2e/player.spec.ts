import { fileURLToPath } from 'node:url';
import { expect, test } from './fixture.ts';
import { LINES_V2, LINES_V3, named } from './recordings.ts';

const PLAYER = fileURLToPath(new URL('../node_modules/asciinema-player/dist/bundle/asciinema-player.min.js', import.meta.url));
const PLAN = named('lines.plan.json', JSON.stringify({ idle_cap: 1, cuts: [{ start: 2.5, end: 5.5, mode: 'collapse' }] }));

interface PlayerHandle {
  getDuration(): Promise<number | undefined>;
  seek(seconds: number): Promise<void>;
}

/** The player's bundle puts this on the page. */
declare const AsciinemaPlayer: { create(source: { data: string }, element: HTMLElement, options: object): PlayerHandle };

for (const file of [LINES_V2, LINES_V3]) {
  test(`what is exported of ${file.name} plays in asciinema-player as it is`, async ({ editor, page }) => {
    await editor.drop(file, PLAN);
    await editor.expectOpened(file.name);
    const result = await editor.resultSeconds();
    await editor.button('Export').click();
    const { bytes } = await editor.download('Download recording');

    // A page of our own origin without the editor's policy, as a blog has it.
    await page.route('**/blank.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><div id="player"></div>' }),
    );
    await page.goto('./blank.html');
    await page.addScriptTag({ path: PLAYER });
    const player = await page.evaluateHandle((data) => {
      const element = document.getElementById('player') as HTMLElement;
      return AsciinemaPlayer.create({ data }, element, { preload: true, fit: false });
    }, Buffer.from(bytes).toString());
    // The player knows no duration until it has read the recording.
    await expect.poll(() => player.evaluate(async (handle) => (await handle.getDuration()) ?? Number.NaN)).toBeCloseTo(result, 2);
    await player.evaluate(async (handle) => handle.seek((await handle.getDuration()) ?? 0));
    await expect(page.locator('#player')).toContainText('line-30');
    await expect(page.locator('#player')).toContainText('line-4');
  });
}
