import { type Recording, recordingDuration } from '../cast/recording.ts';
import { type SourceTime, sourceTime } from '../cast/time.ts';
import { finished } from '../lib/finished.ts';
import type { Range } from '../lib/ranges.ts';
import type { TextIndex } from '../screen/search/text-index.ts';
import { type Analysis, type AnalysisSettings, FLASH_AREA, type ScreenFlashes } from './analysis.ts';
import { findGaps } from './gaps.ts';
import { readingAppearances } from './lines/read-appearances.ts';
import { findMoments } from './moments/find-moments.ts';
import { findSpans } from './spans/find-spans.ts';
import { timesBefore } from './spans/waiting.ts';
import { shownTexts } from './typing/shown-texts.ts';
import { findTypingRuns } from './typing/typing-runs.ts';
import { within } from './within.ts';

/** What one pass over a recording's screens has told. */
export interface SeenRecording {
  readonly recording: Recording;
  readonly texts: TextIndex;
  /** The positions at which the screen is not what it was before, ascending. */
  readonly changes: Uint32Array;
  /** How much of the screen is another at each of them, in 255ths of its rows. */
  readonly changedAreas: Uint8Array;
}

/** How far the work is where a part of it begins, as it was measured on long recordings. */
const TYPING = 0.6;
const TYPING_DONE = 0.64;
const SPANS = 0.65;
const MOMENTS = 0.75;

/** Works in short steps; each yields how much is done, from 0 to 1. */
export function* analyzing(seen: SeenRecording, settings: AnalysisSettings): Generator<number, Analysis, void> {
  const { recording, texts } = seen;
  const total = Math.max(texts.intervalTexts.length, 1);
  const appearances = yield* within(readingAppearances(seen), total, 0, TYPING);
  const typed = yield* within(findTypingRuns(seen, appearances, settings), total, TYPING, TYPING_DONE);
  const typingRuns = yield* within(shownTexts(appearances, typed), Math.max(typed.length, 1), TYPING_DONE, SPANS);
  const spans = yield* within(findSpans(seen, appearances, typed, settings), 1, SPANS, MOMENTS);
  // Moments have the texts that are on the screen, where what was typed is found by its end.
  const momentSources = { appearances, typingRuns: typed, duration: recordingDuration(recording) };
  const moments = yield* within(findMoments(momentSources, settings), 1, MOMENTS, 1);
  yield 1;
  const flashes = flashesOf(seen);
  yield 1;
  return {
    spans,
    typingRuns,
    idleGaps: idleGaps(recording, settings),
    moments,
    flashes,
    settings,
    isComplete: texts.isComplete,
  };
}

/** The same at a go. */
export const analyze = (seen: SeenRecording, settings: AnalysisSettings): Analysis => finished(analyzing(seen, settings));

function idleGaps({ events }: Recording, { idleGapMicros }: AnalysisSettings): Range<SourceTime>[] {
  const { starts, ends } = findGaps(events.times, idleGapMicros);
  return Array.from(starts, (start, index) => ({ start: sourceTime(start), end: sourceTime(ends[index] as number) }));
}

/** Loops: `filter` with a function takes twenty times as long. */
function flashesOf({ recording, changes, changedAreas }: SeenRecording): ScreenFlashes {
  const least = FLASH_AREA * 255;
  let count = 0;
  for (let index = 0; index < changes.length; index++) if ((changedAreas[index] as number) >= least) count += 1;
  const large = new Uint32Array(count);
  let next = 0;
  for (let index = 0; index < changes.length; index++) {
    if ((changedAreas[index] as number) >= least) large[next++] = changes[index] as number;
  }
  return { times: timesBefore(large, recording.events) };
}
