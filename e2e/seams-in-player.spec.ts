import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { applyByCommand } from './castfold-command.ts';
import type { NamedFile } from './editor.ts';
import { dispatch, output, picture, startPlayer } from './lone-player.ts';
import { named, sharedRecording } from './recordings.ts';

/**
 * The screens of core/screen are those of another terminal than the player's. So a result is played in the player itself,
 * and what is seen behind each seam compared with what is seen there when the recording is played: text, colours, cursor.
 */

interface TimedEvent {
  readonly micros: number;
  readonly code: string;
  readonly data: string;
}

interface Played {
  readonly size: { readonly cols: number; readonly rows: number };
  readonly events: readonly TimedEvent[];
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** How every repaint begins. */
const REPAINT_START = '\x18\x1b[?2026l';

function play(bytes: Uint8Array): Played {
  const [header = '', ...lines] = Buffer.from(bytes).toString().trimEnd().split('\n');
  const { version, width, height, term } = JSON.parse(header);
  let micros = 0;
  const events = lines
    .filter((line) => line.startsWith('['))
    .map((line) => {
      const [time, code, data] = JSON.parse(line) as [number, string, string];
      micros = Math.round(time * 1e6) + (version === 3 ? micros : 0);
      return { micros, code, data };
    });
  return { size: { cols: term?.cols ?? width, rows: term?.rows ?? height }, events };
}

/** Cuts from event to event, apart from each other, each over some of the output. */
function evenCuts({ events }: Played, count: number): Cut[] {
  const output = events.filter(({ code }) => code === 'o');
  const stride = Math.floor(output.length / count);
  return Array.from({ length: count }, (_, index) => {
    const from = index * stride + 1 + (index % Math.max(1, stride >> 2));
    const to = from + 1 + ((index * 7) % Math.max(1, stride >> 1));
    return { start: (output[from]?.micros ?? 0) / 1e6, end: (output[Math.min(to, output.length - 1)]?.micros ?? 0) / 1e6 };
  }).filter(({ start, end }, index, all) => end > start && start >= (all[index - 1]?.end ?? 0));
}

/** What is seen when so many events have been told, for each of the numbers. */
async function pictures(page: Page, { size, events }: Played, stops: readonly number[]): Promise<string[]> {
  await dispatch(page, 'reset', { size });
  const seen: string[] = [];
  let told = 0;
  for (const stop of stops) {
    let text: string[] = [];
    for (const { code, data } of events.slice(told, stop)) {
      if (code === 'o') text.push(data);
      if (code !== 'r') continue;
      await output(page, text);
      text = [];
      const [cols, rows] = data.split('x').map(Number);
      await dispatch(page, 'resize', { cols, rows });
    }
    await output(page, text);
    told = stop;
    seen.push(await picture(page));
  }
  return seen;
}

/** Answers how many seams were looked at. */
async function compareSeams(page: Page, recording: NamedFile, count: number): Promise<number> {
  const recorded = play(recording.bytes);
  const cuts = evenCuts(recorded, count);
  const plan = named('plan.json', JSON.stringify({ cuts: cuts.map((cut) => ({ ...cut, mode: 'jump' })) }));
  const result = play(applyByCommand(plan, recording));
  const seams = result.events.flatMap(({ data }, index) => (data.startsWith(REPAINT_START) ? [index] : []));
  const ends = cuts.map(({ end }) => recorded.events.filter(({ micros }) => micros < Math.round(end * 1e6)).length);
  expect(seams.length).toBe(ends.length);
  const expected = await pictures(page, recorded, ends);
  const actual = await pictures(
    page,
    result,
    seams.map((index) => index + 1),
  );
  for (const [index, seen] of actual.entries()) expect(seen, `behind cut ${index + 1} of ${recording.name}`).toBe(expected[index]);
  return seams.length;
}

test('behind a hundred seams the player shows what it shows of the recording', async ({ page }) => {
  test.slow();
  await startPlayer(page);
  const sample = gunzipSync(readFileSync(new URL('../public/samples/agent-session.cast.gz', import.meta.url)));
  expect(await compareSeams(page, { name: 'agent-session.cast', bytes: sample }, 110)).toBeGreaterThanOrEqual(100);
});

for (const file of ['v3-nyx-claude.cast', 'v2-termtosvg-htop.cast', 'v3-llmfit-tui.cast', 'v2-self-tmux-panes.cast']) {
  const recording = sharedRecording(file);
  if (!recording) continue;
  test(`and so behind those of ${file}`, async ({ page }) => {
    test.slow();
    await startPlayer(page);
    expect(await compareSeams(page, recording, 12)).toBeGreaterThanOrEqual(8);
  });
}
