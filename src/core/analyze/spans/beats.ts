import type { AnalysisSettings, TypingRun } from '../analysis.ts';
import type { Appearances } from '../lines/appearances.ts';
import { readingMicros } from '../lines/reading-time.ts';

/** News that come together, in microseconds of source time. */
export interface Beat {
  readonly start: number;
  /** When the last of it came. */
  end: number;
  words: number;
  /** Words that are gone before anyone has read what came with them. */
  passingWords: number;
  /** Words that stay for long enough after the last of it. */
  standingWords: number;
  /** When all of it is gone. */
  goneAt: number;
}

/** News further apart than this are no stream. */
const PAUSE_MICROS = 700_000;

/** A stream is looked at in parts of this length: it can be slow here and fast there. */
const BEAT_MICROS = 1_000_000;

/** More is no key, and no word that one key completes. */
const MAX_TYPED_WORDS = 2;

/** Between a key and what it makes appear. */
const ECHO_MICROS = 200_000;

const STEP = 8192;

/** One line with new words. */
interface News {
  readonly end: number;
  readonly words: number;
}

/** All news that are not typed, in order. In steps that yield at which appearance they are. */
export function* findBeats(
  appearances: Appearances,
  typingRuns: readonly TypingRun[],
  settings: AnalysisSettings,
): Generator<number, Beat[], void> {
  const beats: Beat[] = [];
  let beat: Beat | undefined;
  let news: News[] = [];
  let typed = 0;
  for (let index = 0; index < appearances.length; index++) {
    if (index % STEP === STEP - 1) yield index;
    const words = appearances.newWordsOf(index);
    if (words === 0) continue;
    const start = appearances.startOf(index);
    while (typed < typingRuns.length && (typingRuns[typed] as TypingRun).end + ECHO_MICROS < start) typed++;
    const isTyped = words <= MAX_TYPED_WORDS && typed < typingRuns.length && (typingRuns[typed] as TypingRun).start <= start;
    if (isTyped) continue;
    if (!beat || start - beat.end > PAUSE_MICROS || start - beat.start >= BEAT_MICROS) {
      if (beat) weigh(beat, news, settings);
      beat = { start, end: start, words: 0, passingWords: 0, standingWords: 0, goneAt: start };
      news = [];
      beats.push(beat);
    }
    const end = appearances.goneAt(index);
    news.push({ end, words });
    beat.words += words;
    beat.end = start;
    beat.goneAt = Math.max(beat.goneAt, end);
  }
  if (beat) weigh(beat, news, settings);
  return beats;
}

/** Many words that come at once take time to be read, and each of them has to stay for as long. */
function weigh(beat: Beat, news: readonly News[], settings: AnalysisSettings): void {
  const needed = readingMicros(beat.words, settings);
  for (const { end, words } of news) {
    if (end - beat.start < needed) beat.passingWords += words;
    if (end - beat.end >= settings.minReadingMicros) beat.standingWords += words;
  }
}
