import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventData } from '#core/cast/events.ts';
import { readCast } from '#core/cast/reader.ts';
import { Code, type Recording, recordingDuration } from '#core/cast/recording.ts';
import type { SpanLabel } from './labelled-spans.ts';

/** Makes recordings of all kinds, each the same on every machine. It lies beside the project; where it is absent, there is nothing to make. */
const GENERATOR = new URL('../../../shared/tools/make_synth.py', import.meta.url);
const NAME = 'agent-85min';

/** The generated session of 85 minutes with an agent; undefined where it cannot be made. */
export function agentSession(): Recording | undefined {
  if (!existsSync(GENERATOR)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'castfold-'));
  try {
    execFileSync('python3', [fileURLToPath(GENERATOR), '--out', folder, NAME], { stdio: 'ignore' });
    return readCast(new Uint8Array(readFileSync(join(folder, `${NAME}.cast`))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Nothing that the session prints in a burst is further apart. */
const BURST_SECONDS = 1;

/** How many lines of a burst are still there when it ends. */
const ROWS = 40;

const [WORDS_PER_SECOND, MIN_READING_SECONDS, MAX_READING_SECONDS] = [3.5, 1.2, 6];

/**
 * What a viewer calls its parts, from what the generator is known to print and when: keys one by one or with a box that
 * has a cursor, a spinner that can be interrupted, bars that fill; all else comes in bursts, which are read for as long
 * as the last words of each take. The rest is waiting.
 */
export function agentSessionLabels(recording: Recording): SpanLabel[] {
  const labels: SpanLabel[] = [];
  let burst: { start: number; end: number; text: string } | undefined;
  let keys: { start: number; end: number } | undefined;
  let told = 0;

  const label = (from: number, to: number, kind: SpanLabel[2]): void => {
    if (from > told) labels.push([told, from, 'waiting']);
    if (to > Math.max(from, told)) labels.push([Math.max(from, told), to, kind]);
    told = Math.max(told, to);
  };
  const endBurst = (next: number): void => {
    if (burst) label(burst.start, Math.min(next, burst.end + readingSeconds(burst.text)), 'news');
    burst = undefined;
  };
  const endKeys = (): void => {
    if (keys) label(keys.start, keys.end, 'typing');
    keys = undefined;
  };

  for (let event = 0; event < recording.events.length; event++) {
    if (recording.events.codes[event] !== Code.output) continue;
    const time = (recording.events.times[event] as number) / 1e6;
    const data = eventData(recording, event);
    if (data.includes('to interrupt)') || data.includes('░')) continue;
    if (data.length === 1 || data.includes('▌')) {
      endBurst(time);
      if (keys && time - keys.end > BURST_SECONDS) endKeys();
      keys = { start: keys?.start ?? time, end: time };
      continue;
    }
    endKeys();
    if (burst && time - burst.end > BURST_SECONDS) endBurst(time);
    burst = { start: burst?.start ?? time, end: time, text: (burst?.text ?? '') + data };
  }
  const end = recordingDuration(recording) / 1e6;
  endKeys();
  endBurst(end);
  label(end, end, 'waiting');
  return labels;
}

function readingSeconds(output: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: sequences begin with one
  const lines = output.replaceAll(/\x1b(?:\[[0-?]*[@-~]|\][^\x07]*\x07)/gu, '').split('\r\n');
  const words =
    lines
      .slice(-ROWS)
      .join(' ')
      .match(/\S*[\p{L}\p{N}]\S*/gu) ?? [];
  return Math.min(MAX_READING_SECONDS, Math.max(MIN_READING_SECONDS, words.length / WORDS_PER_SECOND));
}
