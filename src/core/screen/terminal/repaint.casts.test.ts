import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import type { Recording } from '#core/cast/recording.ts';
import { sharedCasts } from '#testing/shared-casts.ts';
import { terminalAt } from '../seams/result-terminal.ts';
import { screenDifference } from './difference.ts';
import { repaintText } from './repaint.ts';
import { emulatorFor, tellEvents } from './replay.ts';

const PLACES = 24;
/** How much earlier the terminal is from that a repaint is told to: as if a cut had taken the events between. */
const EVENTS_EARLIER = 25;
const EVENTS_LATER = 30;

/** Says where a repaint did not make the screen that was recorded, or one that did not go on as recorded. */
function problems(recording: Recording): string[] {
  const { length } = recording.events;
  const found: string[] = [];
  const recorded = emulatorFor(recording);
  let position = 0;
  function goTo(wanted: number): void {
    tellEvents(recorded, recording, position, wanted);
    position = wanted;
  }
  for (let place = 1; place <= PLACES; place++) {
    const at = Math.floor((length * place) / PLACES);
    goTo(Math.max(position, at - EVENTS_EARLIER));
    const other = terminalAt(recorded.screen(), 'asciinema');
    goTo(Math.max(position, at));
    const wanted = recorded.screen();
    const start = position;
    other.resize(wanted.size);
    other.write(repaintText(wanted));
    const now = screenDifference(wanted, other.screen());
    if (now) found.push(`at ${start}: ${now}`);
    goTo(Math.min(length, start + EVENTS_LATER));
    tellEvents(other, recording, start, position);
    const later = screenDifference(recorded.screen(), other.screen());
    if (later) found.push(`later than ${start}: ${later}`);
  }
  return found;
}

const sample = new URL('../../../../public/samples/agent-session.cast.gz', import.meta.url);
const own = ['agent-session.cast.gz', () => new Uint8Array(gunzipSync(readFileSync(sample)))] as const;
const shared = sharedCasts()
  .filter((cast) => cast.column('version') !== '')
  .map((cast) => [cast.name, () => cast.read()] as const);

describe('a repaint', () => {
  it.each([own, ...shared])('is right, and goes on right: %s', (_, read) => {
    expect(problems(readCast(read()))).toEqual([]);
  });
});
