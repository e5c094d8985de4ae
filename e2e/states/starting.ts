import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { castText } from '../../src/testing/recordings.ts';
import type { Editor, NamedFile } from '../editor.ts';
import { LINES_DAMAGED, LINES_V2, named } from '../recordings.ts';
import { kept, NOT_LOADED, type State, start } from './state.ts';

const bytes = (name: string, hex: string): NamedFile => ({ name, bytes: Buffer.from(hex, 'hex') });

/** Two frames of it, as there is no other sign: seconds, microseconds and length, little end first. */
const TTYREC = bytes('game.ttyrec', '80e01d69a0860100030000006c730d81e01d69a0860100030000006f6b0d');

/** What people have in place of a recording, and what is said of it. */
const FOREIGN: readonly (readonly [NamedFile, string])[] = [
  [named('notes.txt', 'Dear reader,\n'), 'plain text'],
  [{ name: 'nothing.cast.gz', bytes: gzipSync('') }, 'The file is empty.'],
  [{ name: 'half.cast.gz', bytes: gzipSync(LINES_V2.bytes).subarray(0, 60) }, 'The gzip data is incomplete or damaged.'],
  [bytes('session.zip', '504b030414000000'), 'a zip archive'],
  [bytes('session.cast.zst', '28b52ffd0400'), 'zstd'],
  [bytes('demo.mp4', '00000018667479706d70343200000000'), 'an MP4 video'],
  [bytes('picture.cast', '89504e470d0a1a0a'), 'a PNG image'],
  [TTYREC, 'a ttyrec recording; asciinema can convert it'],
  [named('typescript', 'Script started on 2025-11-20 03:00:00+00:00 [TERM="xterm"]\n'), 'recorded by script(1)'],
  [named('page.cast', '<!DOCTYPE html><title>404</title>'), 'a web page'],
  [named('package.json', '{"name":"castfold"}'), 'JSON that is no recording'],
  [named('later.cast', '{"version":9,"term":{"cols":80,"rows":24}}\n'), 'its version is 9'],
  [named('trim.plan.json', '{"cuts":[[1,2]]}'), 'Open the recording first, or drop both together.'],
];

/** As it is before anything is let go of. */
async function dragFileOver({ page }: Editor): Promise<void> {
  const dataTransfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'other.cast'));
    return transfer;
  });
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
}

/** Reading never comes to its end: what was read last stays. */
async function stopReadingHalfway(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      override set onmessage(listener: ((event: MessageEvent) => void) | null) {
        super.onmessage = (event) => {
          if (event.data.kind === 'progress' && event.data.bytes < 10_000_000) listener?.(event);
        };
      }
    };
  });
}

async function dropTwentyMegabytes({ page }: Editor): Promise<void> {
  await page.evaluate(() => {
    const megabyte = new Blob([`[1, "o", "${'x'.repeat(980)}"]\n`.repeat(1000)]);
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{"version":2,"width":80,"height":24}\n', ...Array<Blob>(20).fill(megabyte)], 'large.cast'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
}

const notice = (page: Page) => page.getByRole('region', { name: 'Notice' });

/** Before a recording is open, and what a file may turn out to be. */
export const STARTING: readonly State[] = [
  {
    row: 'Empty',
    name: 'what the page is for',
    async show(page) {
      const editor = await start(page);
      await expect(page.getByRole('heading', { name: 'Drop a terminal recording' })).toBeVisible();
      await expect(page.getByText('Nothing leaves this page')).toBeVisible();
      await expect(editor.button('Choose a file')).toBeVisible();
      await expect(page.getByText('cut the selection')).toBeVisible();
    },
  },
  {
    row: 'Recents / resume',
    name: 'work of before',
    async show(page) {
      const editor = await start(page);
      for (const file of [LINES_V2, named('demo.cast', castText('a@1 b@20'))]) {
        await editor.open(file);
        await editor.selectOnLane(2, 6);
        await editor.button('Cut').click();
        await kept(page);
      }
      await page.reload();
      await editor.button('Not now').click();
      const recent = page.getByRole('list', { name: 'Recent work' }).getByRole('listitem');
      await expect(recent.first()).toContainText('0:20 · 1 edit · just now · not in a file');
      await expect(recent).toHaveCount(2);
    },
  },
  {
    row: 'Drag-over',
    name: 'over the empty page',
    async show(page) {
      await dragFileOver(await start(page));
      await expect(page.getByText('Drop to open this recording')).toBeVisible();
    },
  },
  {
    row: 'Drag-over',
    name: 'over a recording',
    async show(page) {
      const editor = await start(page);
      await editor.open(LINES_V2);
      await dragFileOver(editor);
      await expect(page.getByText('A recording replaces lines-v2.cast. A plan is applied to it.')).toBeVisible();
    },
  },
  {
    row: 'Loading',
    name: 'how far it is, and the way out',
    async show(page) {
      await stopReadingHalfway(page);
      const editor = await start(page);
      await dropTwentyMegabytes(editor);
      const reading = page.getByRole('region', { name: 'Reading large.cast' });
      await expect(reading).toContainText(/[1-9][\d.]* MB of [\d.]+ MB · [\d,]+ events/);
      await expect(reading.getByRole('button', { name: 'Cancel' })).toBeVisible();
    },
  },
  {
    row: 'Wrong file',
    name: 'what it is, by name',
    async show(page) {
      const editor = await start(page);
      for (const [file, says] of FOREIGN) {
        await editor.choose(file);
        await expect(editor.alert).toContainText(file.name);
        await expect(editor.alert).toContainText(says);
      }
      await expect(editor.lane).toHaveCount(0);
    },
  },
  {
    row: 'Broken file',
    name: 'what was read, and what was not',
    async show(page) {
      const editor = await start(page);
      await editor.open(LINES_DAMAGED);
      await expect(notice(page)).toContainText('2 lines could not be read and are left out of the result.');
      await notice(page).getByText('2 more').click();
      await expect(notice(page).getByRole('listitem').first()).toContainText(/Line 4: \w+/);
    },
  },
  {
    row: 'Zero events / one frame / zero duration',
    name: 'no events',
    async show(page) {
      const editor = await start(page);
      await editor.open(named('empty.cast', '{"version":2,"width":80,"height":24}\n'));
      await expect(notice(page)).toContainText('It has no events, so there is nothing to show or to edit.');
      await editor.expectResult(0);
    },
  },
  {
    row: 'Zero events / one frame / zero duration',
    name: 'one event, and no time',
    async show(page) {
      const editor = await start(page);
      await editor.open(named('still.cast', castText('still@0')));
      await editor.expectSource(0);
      await expect.poll(() => editor.previewText()).toBe('still');
      await expect(page.getByRole('group', { name: 'Fit to a length' })).toHaveAttribute('title', 'The recording is only 0:00.0 long.');
      await expect(editor.button('15 s')).toBeDisabled();
      await expect(page.getByText('It has one screen and no time: Hold gives it a length.')).toBeVisible();
      await editor.button('Hold').click();
      await editor.expectResult(2);
    },
  },
  {
    row: 'Unknown terminal features',
    name: 'a terminal that is too large to be shown',
    async show(page) {
      const editor = await start(page);
      await editor.open(named('huge.cast', '{"version":2,"width":10000,"height":10000}\n[1,"o","here"]\n'));
      await expect(notice(page)).toContainText(/Its terminal of 10000×10000 is too large to be shown; the preview has \d+×\d+\./);
    },
  },
  {
    row: 'Offline ready / update available',
    name: 'a sample that cannot be loaded',
    expectedFaults: [NOT_LOADED],
    async show(page) {
      await page.route(/samples/, (route) => route.abort());
      const editor = await start(page);
      await page.getByRole('button', { name: /First steps/ }).click();
      await expect(editor.alert).toContainText('The sample “First steps” could not be loaded');
      await expect(editor.alert).toContainText('Check the connection and try again.');
    },
  },
];
