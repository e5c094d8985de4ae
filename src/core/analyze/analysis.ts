import type { SourceTime } from '../cast/time.ts';
import type { Range } from '../lib/ranges.ts';

/**
 * What a viewer would call the parts of a session:
 * `waiting` – nothing readable changes: silence, spinners, counters, progress bars, blinking, the same text drawn again;
 * `typing` – a person at the keys;
 * `scrolling` – new text, faster than anyone reads it;
 * `reading` – new text that can be read: it appears, and stands.
 */
export const SPAN_KINDS = ['waiting', 'typing', 'scrolling', 'reading'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** What is seen while nothing readable changes; what most of the time goes to, where it is several things. */
export type WaitingKind = 'silence' | 'spinner' | 'counter' | 'progress' | 'repaint';

export interface Span extends Range<SourceTime> {
  readonly kind: SpanKind;
  /** Of waiting only. */
  readonly waiting?: WaitingKind;
}

/** A stretch of keystrokes, and what stood there in the end: what was taken back is not in it. */
export interface TypingRun extends Range<SourceTime> {
  /** In an analysis, only what could be seen on the screen: of a password nothing. */
  readonly text: string;
  readonly keys: number;
  /** `input`: the recording has the keys. `echo`: they were told from what appeared. */
  readonly from: 'input' | 'echo';
}

export type MomentKind = 'prompt' | 'command' | 'error' | 'test' | 'answer' | 'output' | 'end';

/** A place worth seeing. Its text appears from `start` on, and by `end` it has been read, or is gone: a highlight shows [start, end). */
export interface Moment extends Range<SourceTime> {
  readonly kind: MomentKind;
  /** Since when all of it is on the screen; `start` ≤ `time` < `end` ≤ `goneAt`. */
  readonly time: SourceTime;
  /** When what is to be read of it is no longer on the screen, or another text has taken its place; the end of the recording, where nothing has. */
  readonly goneAt: SourceTime;
  /** From 0 to 1: how much the story would miss it. */
  readonly score: number;
  /** Whether a highlight has it before all others: prompts, errors, the last answer. */
  readonly isKept: boolean;
  /** How long it takes to read what is new, in microseconds of the result. */
  readonly readingMicros: number;
  /** Its most telling line, shortened. */
  readonly text: string;
  /** Why it is worth seeing, in a few words for people: `first prompt`, `2 tests failed`. */
  readonly reason: string;
}

/** Thresholds, in microseconds of source time but for `wordsPerSecond`. */
export interface AnalysisSettings {
  /** A pause without events is an idle gap from this length on. */
  readonly idleGapMicros: number;
  /** Keys further apart than this are two typing runs. */
  readonly typingPauseMicros: number;
  /** Fewer keys are no typing run. */
  readonly minKeys: number;
  /** How fast new text is read. */
  readonly wordsPerSecond: number;
  readonly minReadingMicros: number;
  readonly maxReadingMicros: number;
  /** A shorter span becomes part of what is around it. */
  readonly shortestSpanMicros: number;
}

export const DEFAULT_ANALYSIS: AnalysisSettings = {
  idleGapMicros: 700_000,
  typingPauseMicros: 1_200_000,
  minKeys: 3,
  wordsPerSecond: 3.5,
  minReadingMicros: 1_200_000,
  maxReadingMicros: 6_000_000,
  shortestSpanMicros: 300_000,
};

/** What is told of a whole recording. Plain data: it crosses a worker's wall, and is what `castfold analyze --json` writes. */
export interface Analysis {
  /** Side by side from 0 to the end of the recording, in order; two of the same kind, and of the same way of waiting, do not touch. */
  readonly spans: readonly Span[];
  readonly typingRuns: readonly TypingRun[];
  /** Pauses without events, in order. */
  readonly idleGaps: readonly Range<SourceTime>[];
  /** In order of `time`. */
  readonly moments: readonly Moment[];
  readonly flashes: ScreenFlashes;
  readonly settings: AnalysisSettings;
  /** False: the recording holds more text than is kept, and after that is known only when the screen changed. */
  readonly isComplete: boolean;
}

/** When large parts of the screen changed at once: played too fast, they flash. One element a change, in order. */
export interface ScreenFlashes {
  readonly times: Float64Array<ArrayBuffer>;
}

/** A change of at least this share of the screen counts as a flash (WCAG 2.3.1 says a quarter of ten degrees). */
export const FLASH_AREA = 0.25;
/** WCAG 2.3.1. */
export const MAX_FLASHES_PER_SECOND = 3;
