import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { createPlayerTerminal } from '../src/testing/player-terminal.ts';
import { analyzeByCommand, applyByCommand } from './castfold-command.ts';
import type { NamedFile } from './editor.ts';
import { expect, test } from './fixture.ts';
import { sharedRecording } from './recordings.ts';

/**
 * What the editor is for: a long session, and a highlight of it in four actions. The sample of 85 minutes, and long
 * recordings of others where the collection is there.
 */
const SESSION: NamedFile = { name: 'session.cast', bytes: gunzipSync(readFileSync('public/samples/agent-session.cast.gz')) };
const TARGET_SECONDS = 40;

const moments = (page: Page) => page.getByRole('list', { name: 'Moments' }).getByRole('listitem');

/** As `castfold analyze --json` writes it, in seconds. */
interface Moment {
  readonly time: number;
  readonly reading: number;
  readonly text: string;
}

/** Which moments the panel calls kept. */
async function keptMoments(page: Page, all: readonly Moment[]): Promise<Moment[]> {
  await page.getByRole('tab', { name: /^Moments/ }).click();
  await expect(moments(page)).toHaveCount(all.length);
  const states = await moments(page).evaluateAll((entries) => entries.map((entry) => (entry as HTMLElement).dataset.state));
  return all.filter((_, index) => states[index] === 'kept');
}

interface TimedEvent {
  readonly seconds: number;
  readonly code: string;
  readonly data: string;
}

function eventsOf(lines: readonly string[], version: number): TimedEvent[] {
  let seconds = 0;
  return lines
    .filter((line) => line.startsWith('['))
    .map((line) => {
      const [time, code, data] = JSON.parse(line) as [number, string, string];
      seconds = version === 3 ? seconds + time : time;
      return { seconds, code, data };
    });
}

/** Plays a recording in the terminal of the player, and answers for how long at a stretch each text stood on its screen. */
function standingSeconds({ bytes }: NamedFile, texts: readonly string[]): { readonly duration: number; readonly longest: number[] } {
  const [header = '', ...lines] = Buffer.from(bytes).toString().trimEnd().split('\n');
  const { version, width, height, term } = JSON.parse(header);
  const size = { cols: term?.cols ?? width, rows: term?.rows ?? height };
  const terminal = createPlayerTerminal(size.cols, size.rows);
  const since = texts.map((): number | undefined => undefined);
  const longest = texts.map(() => 0);
  const events = eventsOf(lines, version);
  for (const [index, { seconds, code, data }] of events.entries()) {
    if (code === 'o') terminal.feed(data);
    if (code === 'r') {
      [size.cols = 0, size.rows = 0] = data.split('x').map(Number);
      terminal.resize(size.cols, size.rows);
    }
    const until = events[index + 1]?.seconds ?? seconds;
    if (until === seconds) continue;
    // Rows that run on into each other are one line.
    const screen = words(Array.from({ length: size.rows }, (_, row) => textOf(terminal.row(row))).join(''));
    for (const [at, text] of texts.entries()) {
      since[at] = screen.includes(words(text)) ? (since[at] ?? seconds) : undefined;
      longest[at] = Math.max(longest[at] ?? 0, until - (since[at] ?? until));
    }
  }
  terminal.dispose();
  return { duration: events.at(-1)?.seconds ?? 0, longest };
}

/** Without what a moment's text leaves out: the lines between panes, and runs of blanks. */
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const textOf = (cells: readonly { readonly text: string }[]): string => cells.map(({ text }) => text).join('');

/** The result as it was downloaded: as long as was asked for, and each moment that was kept can be read in it. */
async function expectHighlight(page: Page, source: NamedFile, result: NamedFile): Promise<void> {
  await page.keyboard.press('Escape');
  const kept = await keptMoments(page, analyzeByCommand(source).moments);
  expect(kept.length).toBeGreaterThanOrEqual(4);
  // What is shown of a long line ends in dots.
  const { duration, longest } = standingSeconds(
    result,
    kept.map(({ text }) => text.replace(/\S*…$/, '')),
  );
  expect(Math.abs(duration - TARGET_SECONDS)).toBeLessThanOrEqual(0.1);
  // Times in a file of version 3 are rounded to the millisecond.
  for (const [index, { text, reading }] of kept.entries()) expect(longest[index], text).toBeGreaterThanOrEqual(reading - 0.002);
}

test('by mouse: dropped, 40 s, exported, downloaded', async ({ editor, page }) => {
  await editor.drop(SESSION);
  await page.getByRole('button', { name: '40 s', exact: true }).click();
  await editor.expectResult(TARGET_SECONDS, 1);

  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(async () => Number(await editor.playhead.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();

  await editor.button('Export').click();
  const plan = await editor.download('Download plan');
  const result = await editor.download('Download recording');
  expect(Buffer.compare(result.bytes, applyByCommand(plan, SESSION))).toBe(0);
  await expectHighlight(page, SESSION, result);
});

test('by keys alone, and without waiting for anything', async ({ editor, page }) => {
  await editor.choose(SESSION);
  await editor.expectOpened(SESSION.name);
  const download = page.waitForEvent('download');
  await page.keyboard.press('t');
  await page.keyboard.type(String(TARGET_SECONDS));
  await page.keyboard.press('Enter');
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  const saved = await download;
  await expectHighlight(page, SESSION, { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) });
});

for (const file of ['v2-pocketcast-chat.cast', 'v2-allende-003.cast'].flatMap((name) => sharedRecording(name) ?? [])) {
  test(`of a recording nobody made for this: ${file.name}`, async ({ editor, page }) => {
    test.slow();
    await editor.drop(file);
    await page.getByRole('button', { name: '40 s', exact: true }).click();
    await editor.expectResult(TARGET_SECONDS, 1);
    await editor.button('Export').click();
    const plan = await editor.download('Download plan');
    const result = await editor.download('Download recording');
    expect(Buffer.compare(result.bytes, applyByCommand(plan, file))).toBe(0);
    await expectHighlight(page, file, result);
  });
}
