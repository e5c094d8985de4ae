import { recordingDuration } from '../../cast/recording.ts';
import { sourceTime } from '../../cast/time.ts';
import type { Range } from '../../lib/ranges.ts';
import type { AnalysisSettings, Span, SpanKind, TypingRun, WaitingKind } from '../analysis.ts';
import type { SeenRecording } from '../analyze.ts';
import type { Appearances } from '../lines/appearances.ts';
import { readingMicros } from '../lines/reading-time.ts';
import { within } from '../within.ts';
import { type Beat, findBeats } from './beats.ts';
import { gapsBetween, joined, layOver, type Stretch, withoutShort } from './timeline.ts';
import { type ChangeKinds, changeKinds, knownUntil, waysOfWaiting } from './waiting.ts';

type News = Exclude<SpanKind, 'waiting'>;

/** News at more than so many times the pace of a reader are not read while they come. */
const BULK_FACTOR = 3;

/** After the index is full, changes of the screen that are nearer to each other than this are taken for text that scrolls. */
const UNREAD_MICROS = 700_000;

/** Stretches whose changes are gone over together. */
const STEP = 512;

/**
 * What a viewer would call each part of a recording, side by side over all of it.
 *
 * New text is read from when it appears for as long as its words take, unless it goes or other text comes; what comes
 * faster and goes before it can be read, scrolls. Where somebody types, that is what is seen. All other time is waiting.
 *
 * Yields how much is done, from 0 to 1.
 */
export function* findSpans(
  seen: SeenRecording,
  appearances: Appearances,
  typingRuns: readonly TypingRun[],
  settings: AnalysisSettings,
): Generator<number, Span[], void> {
  const duration = recordingDuration(seen.recording);
  const total = Math.max(appearances.length, 1);
  const beats = yield* within(findBeats(appearances, typingRuns, settings), total, 0, 0.5);
  const kinds = yield* within(changeKinds(seen, appearances), total, 0.5, 1);
  const news: Stretch<SpanKind>[] = [...readAndScrolled(beats, duration, settings), ...unknownNews(seen, kinds)];
  yield 1;
  const typing = typingRuns.map(({ start, end }): Stretch<SpanKind> => ({ kind: 'typing', start, end }));
  const told = layOver(news, typing);
  const waiting = gapsBetween(told, duration).map((gap): Stretch<SpanKind> => ({ kind: 'waiting', ...gap }));
  yield 1;
  const spans: Span[] = [];
  for (const [index, stretch] of withoutShort(joined(layOver(told, waiting)), settings.shortestSpanMicros).entries()) {
    if (index % STEP === STEP - 1) yield 1;
    spans.push(...spansOf(stretch, kinds));
  }
  return spans;
}

function spansOf({ kind, start, end }: Stretch<SpanKind>, kinds: ChangeKinds): Span[] {
  if (kind === 'waiting') return waysOfWaiting(kinds, { start, end }).map((way) => span('waiting', way, way.kind));
  return [span(kind, { start, end })];
}

const span = (kind: SpanKind, { start, end }: Range, waiting?: WaitingKind): Span => ({
  kind,
  start: sourceTime(start),
  end: sourceTime(end),
  ...(waiting && { waiting }),
});

/** Where news are read, and where they only pass. In order and apart. */
function readAndScrolled(beats: readonly Beat[], duration: number, settings: AnalysisSettings): Stretch<News>[] {
  const stretches: Stretch<News>[] = [];
  const put = (kind: News, from: number, to: number): void => {
    const start = Math.max(from, stretches.at(-1)?.end ?? 0);
    const end = Math.min(to, duration);
    if (start < end) stretches.push({ kind, start, end });
  };
  /** When all that came so far is read. */
  let readUntil = 0;
  for (const [index, beat] of beats.entries()) {
    const next = beats[index + 1]?.start ?? duration;
    const { start, end, words, standingWords, goneAt } = beat;
    if (isBulk(beat, settings)) {
      const isGoingOn = next - end <= UNREAD_MICROS;
      const scrolledUntil = isGoingOn ? next : end;
      put('scrolling', start, scrolledUntil);
      readUntil = Math.min(standingWords > 0 ? end + readingMicros(standingWords, settings) : end, Math.max(goneAt, end));
      if (!isGoingOn && standingWords === 0) put('scrolling', end, Math.min(goneAt, end + settings.minReadingMicros));
    } else {
      const enough = Math.max(readUntil, start) + (words / settings.wordsPerSecond) * 1_000_000;
      const until = Math.min(Math.max(enough, end + settings.minReadingMicros), end + settings.maxReadingMicros);
      // What is gone is not read any more; what came before it may still be there.
      readUntil = Math.max(readUntil, Math.min(Math.round(until), Math.max(goneAt, end)));
    }
    put('reading', start, Math.min(readUntil, next));
  }
  return stretches;
}

function isBulk({ start, end, words, passingWords }: Beat, { wordsPerSecond }: AnalysisSettings): boolean {
  const seconds = Math.max(end - start, 1_000_000) / 1_000_000;
  return passingWords * 2 > words && words > BULK_FACTOR * wordsPerSecond * seconds;
}

/** Of what comes after the index is full nobody knows the text: a screen that goes on changing is taken to scroll. */
function unknownNews(seen: SeenRecording, { times }: ChangeKinds): Stretch<News>[] {
  const from = knownUntil(seen, seen.recording.events);
  if (from === undefined) return [];
  const stretches: Stretch<News>[] = [];
  let start = from;
  let end = from;
  for (const time of times) {
    if (time <= from) continue;
    if (time - end > UNREAD_MICROS) {
      if (end > start) stretches.push({ kind: 'scrolling', start, end });
      start = time;
    }
    end = time;
  }
  if (end > start) stretches.push({ kind: 'scrolling', start, end });
  return stretches;
}
