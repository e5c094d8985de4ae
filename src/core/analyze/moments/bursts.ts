import { type SourceTime, sourceTime } from '../../cast/time.ts';
import type { AnalysisSettings } from '../analysis.ts';
import type { Appearances } from '../lines/appearances.ts';
import { countWords } from '../lines/reading-time.ts';
import { isFailure } from './failures.ts';
import type { Lines } from './lines.ts';
import type { TypedLines } from './typed-lines.ts';

/** A line of which something new can be read at an instant. */
export interface NewLine {
  /** As it stands at that instant. */
  readonly text: string;
  /** How many of its words are new. */
  readonly words: number;
  readonly goneAt: SourceTime;
}

/** New text that came without a pause, as far as it can be read when it stands. */
export interface Burst {
  /** When the first of its lines appeared. */
  readonly start: SourceTime;
  /** When all of them stand. */
  readonly time: SourceTime;
  /** In the order in which they appeared. */
  readonly lines: readonly NewLine[];
  /** How many typed lines went before. */
  readonly turn: number;
  /** When new text came again, or somebody typed; the end of the recording, where neither did. */
  readonly until: SourceTime;
}

/** Nothing new for so long: what came before stands. */
const PAUSE_MICROS = 1_000_000;

/** Of a failure that went by, what came with it, and as much of that as belongs to it. */
const WITH_FAILURE_MICROS = 500_000;
const MAX_WITH_FAILURE = 10;

/** Of failures that go by one after the other, so many in so long tell what happens: the others mostly come of them. */
const MAX_FAILURES = 4;
const FAILURES_MICROS = 10_000_000;

/** Further back than so many lines that are gone, none is looked for that still stands. */
const MAX_GONE_LINES = 200;

/** So many appearances are looked at in a step, so many lines that may still stand, and so many that may tell of a failure. */
const STEP = 8192;
const STANDING_STEP = 16_384;
const FAILURE_STEP = 2048;

/** Something new in a line, and since when there was time to see it. */
interface Arrival {
  readonly index: number;
  readonly time: SourceTime;
}

export interface BurstSources {
  readonly appearances: Appearances;
  readonly lines: Lines;
  readonly typedLines: TypedLines;
  readonly duration: SourceTime;
  readonly settings: AnalysisSettings;
}

/** Finds the bursts in what was not typed, in order of `time`. In steps that yield how many appearances are looked at. */
export function* findBursts({ appearances, lines, typedLines, duration, settings }: BurstSources): Generator<number, Burst[], void> {
  const { typed, isTyped } = typedLines;
  const bursts: Burst[] = [];
  const reader = new BurstReader(appearances, lines, settings.maxReadingMicros);
  let arrivals: Arrival[] = [];
  /** What came while somebody types and still stands when they look up. */
  let unseen: number[] = [];
  let turn = 0;

  function* close(until: SourceTime): Generator<number, void, void> {
    const came = arrivals;
    arrivals = [];
    if (came.length > 0) for (const burst of yield* reader.read(came, turn, until)) bursts.push(burst);
  }

  function* arrive(index: number, time: SourceTime): Generator<number, void, void> {
    if (time - (arrivals.at(-1)?.time ?? time) >= PAUSE_MICROS) yield* close(time);
    arrivals.push({ index, time });
  }

  /** When those look up who typed last: at the latest when they type again. */
  const lookUpTime = (): SourceTime => sourceTime(Math.min(typed[turn - 1]?.end ?? 0, typed[turn]?.start ?? duration));

  function* lookUp(): Generator<number, void, void> {
    const indexes = unseen;
    unseen = [];
    for (const index of indexes) yield* arrive(index, lookUpTime());
  }

  for (let index = 0; index < appearances.length; index++) {
    if (index % STEP === 0) yield index;
    if (isTyped[index] || !isNews(appearances, index)) continue;
    const start = appearances.startOf(index);
    for (let next = typed[turn]; next && start >= next.start; next = typed[turn]) {
      yield* lookUp();
      yield* close(next.start);
      turn += 1;
    }
    const isLookedAt = start >= lookUpTime();
    if (isLookedAt) yield* lookUp();
    if (isLookedAt || goneAt(lines, index) <= lookUpTime()) yield* arrive(index, start);
    else unseen.push(index);
  }
  yield* lookUp();
  yield* close(typed[turn]?.start ?? duration);
  return bursts;
}

/** When the line of an appearance leaves the screen, or makes way for another one. */
const goneAt = ({ lineOf, ends }: Lines, index: number): SourceTime => sourceTime(ends[lineOf[index] as number] as number);

/** Whether something to be read came: a word, or more of one. */
function isNews(appearances: Appearances, index: number): boolean {
  if (appearances.newWordsOf(index) > 0) return true;
  return appearances.noveltyOf(index) === 'grown' && countWords(appearances.newTextOf(index)) > 0;
}

/** Arrivals in [from, to) of which no screenful could be read. */
interface Passage {
  readonly from: number;
  readonly to: number;
}

/** Reads text that came without a pause as a viewer can: a screenful at a time. */
class BurstReader {
  readonly #appearances: Appearances;
  readonly #lines: Lines;
  readonly #pageMicros: number;
  /** When those came that went by. */
  readonly #failureTimes: SourceTime[] = [];

  constructor(appearances: Appearances, lines: Lines, pageMicros: number) {
    this.#appearances = appearances;
    this.#lines = lines;
    this.#pageMicros = pageMicros;
  }

  /**
   * The last screenful, those before it if there was time to read them, and failures that went by. Yields the appearance
   * that came last.
   */
  *read(arrivals: readonly Arrival[], turn: number, until: SourceTime): Generator<number, Burst[], void> {
    const parts: (Burst | Passage)[] = [];
    const { index } = arrivals.at(-1) as Arrival;
    let next = until;
    let looked = 0;
    for (let end = arrivals.length; end > 0; ) {
      const standing = this.#standing(arrivals, end);
      const first = standing[0] as number;
      if (parts.length === 0 || timeAt(arrivals, end - 1) - timeAt(arrivals, first) >= this.#pageMicros) {
        parts.push(this.#burst(arrivals, standing, { turn, until: next }));
        next = timeAt(arrivals, first);
      } else {
        parts.push({ from: first, to: end });
      }
      looked += standing.length + MAX_GONE_LINES;
      end = first;
      if (looked >= STANDING_STEP) {
        yield index;
        looked = 0;
      }
    }
    const bursts: Burst[] = [];
    for (const part of parts.reverse()) {
      if ('lines' in part) {
        bursts.push(part);
        continue;
      }
      for (const failure of this.#failures(arrivals, part, turn)) bursts.push(failure);
      looked += part.to - part.from;
      if (looked >= FAILURE_STEP) {
        yield index;
        looked = 0;
      }
    }
    return bursts;
  }

  /** Which of the arrivals before `end` are still on the screen with the last one of them. */
  #standing(arrivals: readonly Arrival[], end: number): number[] {
    const time = timeAt(arrivals, end - 1);
    const standing: number[] = [];
    let gone = 0;
    for (let at = end - 1; at >= 0 && gone < MAX_GONE_LINES; at--) {
      if (goneAt(this.#lines, (arrivals[at] as Arrival).index) > time || at === end - 1) standing.push(at);
      else gone += 1;
    }
    return standing.reverse();
  }

  #burst(arrivals: readonly Arrival[], standing: readonly number[], { turn, until }: { turn: number; until: SourceTime }): Burst {
    const last = timeAt(arrivals, standing.at(-1) as number);
    return { start: timeAt(arrivals, standing[0] as number), time: last, lines: this.#newLines(arrivals, standing), turn, until };
  }

  /** What has grown several times is one line. */
  #newLines(arrivals: readonly Arrival[], standing: readonly number[]): NewLine[] {
    const lines = new Map<number, NewLine>();
    const known = new Map<number, number>();
    for (const at of standing) {
      const { index } = arrivals[at] as Arrival;
      const line = this.#lines.lineOf[index] as number;
      const text = this.#appearances.textAt(index);
      if (!known.has(line)) known.set(line, this.#wordsBefore(index));
      const words = Math.max(1, this.#wordsOf(index) - (known.get(line) as number));
      lines.set(line, { text, words, goneAt: goneAt(this.#lines, index) });
    }
    return [...lines.values()];
  }

  #wordsBefore(index: number): number {
    if (this.#appearances.noveltyOf(index) !== 'grown') return 0;
    return this.#wordsOf(this.#appearances.originOf(index));
  }

  #wordsOf(index: number): number {
    const isNew = this.#appearances.noveltyOf(index) === 'new';
    return isNew ? this.#appearances.newWordsOf(index) : countWords(this.#appearances.textAt(index));
  }

  /** Each with what came right after it. */
  #failures(arrivals: readonly Arrival[], { from, to }: Passage, turn: number): Burst[] {
    const failures: Burst[] = [];
    for (let at = from; at < to; at++) {
      const arrival = arrivals[at] as Arrival;
      const isOneOfMany = arrival.time - (this.#failureTimes.at(-MAX_FAILURES) ?? Number.NEGATIVE_INFINITY) < FAILURES_MICROS;
      if (isOneOfMany || !isFailure(this.#appearances.textAt(arrival.index))) continue;
      const until = goneAt(this.#lines, arrival.index);
      const together = [at];
      while (at + 1 < to && timeAt(arrivals, at + 1) < Math.min(until, arrival.time + WITH_FAILURE_MICROS)) {
        at += 1;
        if (together.length < MAX_WITH_FAILURE) together.push(at);
      }
      this.#failureTimes.push(arrival.time);
      failures.push(this.#burst(arrivals, together, { turn, until }));
    }
    return failures;
  }
}

const timeAt = (arrivals: readonly Arrival[], at: number): SourceTime => (arrivals[at] as Arrival).time;
