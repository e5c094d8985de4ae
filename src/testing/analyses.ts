import fc from 'fast-check';
import {
  type Analysis,
  DEFAULT_ANALYSIS,
  type Moment,
  type MomentKind,
  type Span,
  type SpanKind,
  type WaitingKind,
} from '#core/analyze/analysis.ts';
import { readCast } from '#core/cast/reader.ts';
import type { Recording } from '#core/cast/recording.ts';
import { MICROS_PER_SECOND, type SourceTime, sourceTime } from '#core/cast/time.ts';
import { bytesOf, castText } from './recordings.ts';

const at = (seconds: number): SourceTime => sourceTime(Math.round(seconds * MICROS_PER_SECOND));

const SPAN_LETTERS: Readonly<Record<string, { readonly kind: SpanKind; readonly waiting?: WaitingKind }>> = {
  r: { kind: 'reading' },
  t: { kind: 'typing' },
  x: { kind: 'scrolling' },
  w: { kind: 'waiting', waiting: 'silence' },
  s: { kind: 'waiting', waiting: 'spinner' },
  c: { kind: 'waiting', waiting: 'counter' },
  p: { kind: 'waiting', waiting: 'progress' },
  d: { kind: 'waiting', waiting: 'repaint' },
};

/**
 * Spans, drawn as a letter a second, `rrtt`, or as a letter and a length in seconds, `s3600`: `r`eading, `t`yping, scrolling (`x`),
 * and waiting that is silence (`w`), a `s`pinner, a `c`ounter, a `p`rogress bar, the same `d`rawn again.
 */
export function drawnSpans(drawn: string): Span[] {
  const spans: Span[] = [];
  let seconds = 0;
  for (const [, letter = '', length = '1'] of drawn.matchAll(/([a-z])([\d.]*)/g)) {
    const what = SPAN_LETTERS[letter];
    if (what === undefined) throw new SyntaxError(`not a span: ${letter}`);
    const last = spans.at(-1);
    const isSame = last?.kind === what.kind && last.waiting === what.waiting;
    const start = isSame ? (spans.pop() as Span).start : at(seconds);
    seconds += Number(length || '1');
    spans.push({ ...what, start, end: at(seconds) });
  }
  return spans;
}

/**
 * A moment, drawn as `kind start-time-gone reading/score words`, in seconds: `error! 10-12-60 2.5/0.9 it broke`. With `!` it is
 * to be kept before all others. Its words are its text, and its reason.
 */
export function drawnMoment(drawn: string): Moment {
  const match = /^(\w+)(!?) ([\d.]+)-([\d.]+)-([\d.]+) ([\d.]+)\/([\d.]+) (.*)$/.exec(drawn);
  if (match === null) throw new SyntaxError(`not a moment: ${drawn}`);
  const [, kind, mark, start, time, goneAt, reading, score, words = ''] = match;
  return {
    kind: kind as MomentKind,
    start: at(Number(start)),
    end: at(Math.min(Number(goneAt), Number(time) + Number(reading))),
    time: at(Number(time)),
    goneAt: at(Number(goneAt)),
    score: Number(score),
    isKept: mark === '!',
    readingMicros: Number(reading) * MICROS_PER_SECOND,
    text: words,
    reason: words,
  };
}

export interface DrawnAnalysis {
  readonly spans: string;
  readonly moments?: readonly string[];
  /** Seconds at which large parts of the screen change. */
  readonly flashes?: readonly number[];
  /** Keys in each typing span. */
  readonly keys?: number;
}

export function drawnAnalysis({ spans: drawn, moments = [], flashes = [], keys }: DrawnAnalysis): Analysis {
  const spans = drawnSpans(drawn);
  const typed = keys === undefined ? [] : spans.filter(({ kind }) => kind === 'typing');
  return {
    spans,
    typingRuns: typed.map(({ start, end }) => ({ start, end, text: '', keys: keys as number, from: 'input' })),
    idleGaps: [],
    moments: moments.map(drawnMoment).sort((one, other) => one.time - other.time),
    flashes: { times: Float64Array.from(flashes, at) },
    settings: DEFAULT_ANALYSIS,
    isComplete: true,
  };
}

/** A recording of that many seconds, with an event every half second, as many spinners make them. */
export function steadyRecording(seconds: number): Recording {
  const events = Array.from({ length: 2 * seconds + 1 }, (_, index) => `.@${index / 2}`);
  return readCast(bytesOf(castText(events.join(' '))));
}

/** An analysis such as there might be of any recording of that length: spans side by side, moments in order, and flashes. */
export function arbitraryAnalysis(durationMicros: number, maxReadingMicros = 6 * MICROS_PER_SECOND): fc.Arbitrary<Analysis> {
  // Evenly spread: whole numbers of thousandths, since numbers by themselves like to be small.
  const instant = fc.nat(1000).map((permille) => sourceTime(Math.round((durationMicros * permille) / 1000)));
  const letter = fc.constantFrom(...Object.values(SPAN_LETTERS));
  const span = fc.tuple(instant, letter);
  const moment = fc.record({
    kind: fc.constantFrom<MomentKind>('prompt', 'command', 'error', 'test', 'answer', 'output', 'end'),
    times: fc.tuple(instant, instant, fc.oneof(instant, fc.constant(sourceTime(durationMicros)))),
    score: fc.nat(100).map((percent) => percent / 100),
    isKept: fc.boolean(),
    readingMicros: fc.integer({ min: Math.min(maxReadingMicros, 1_200_000), max: maxReadingMicros }),
  });
  return fc
    .record({
      spans: fc.array(span, { maxLength: 12, size: 'max' }),
      moments: fc.array(moment, { maxLength: 8, size: 'max' }),
      flashes: fc.array(fc.tuple(instant, fc.nat(12), fc.integer({ min: 1, max: 2_000_000 })), { maxLength: 3 }),
    })
    .map(({ spans, moments, flashes }) => ({
      spans: sideBySide(spans, durationMicros),
      typingRuns: [],
      idleGaps: [],
      moments: moments
        .map(({ times, ...rest }, index) => {
          const [start, time, goneAt] = times.toSorted((one, other) => one - other) as [SourceTime, SourceTime, SourceTime];
          const gone = sourceTime(Math.min(durationMicros, Math.max(goneAt, time + 1)));
          const end = sourceTime(Math.min(gone, time + rest.readingMicros));
          return { ...rest, start, time, end, goneAt: gone, text: `text ${index}`, reason: `reason ${index}` };
        })
        .sort((one, other) => one.time - other.time),
      flashes: { times: flashTimes(flashes, durationMicros) },
      settings: DEFAULT_ANALYSIS,
      isComplete: true,
    }));
}

function sideBySide(drawn: readonly (readonly [SourceTime, Pick<Span, 'kind' | 'waiting'>])[], durationMicros: number): Span[] {
  const spans: Span[] = [];
  let start = sourceTime(0);
  const ends = [...drawn.toSorted(([one], [other]) => one - other), [sourceTime(durationMicros), { kind: 'reading' }] as const];
  for (const [end, what] of ends) {
    if (end <= start) continue;
    const last = spans.at(-1);
    const isSame = last?.kind === what.kind && last.waiting === what.waiting;
    spans.push({ ...what, start: isSame ? (spans.pop() as Span).start : start, end });
    start = end;
  }
  return spans;
}

/** Bursts of flashes, each with its own distance from one to the next. */
function flashTimes(bursts: readonly (readonly [SourceTime, number, number])[], durationMicros: number): Float64Array<ArrayBuffer> {
  const times = bursts.flatMap(([from, count, step]) => Array.from({ length: count }, (_, index) => from + index * step));
  return Float64Array.from(times.filter((time) => time <= durationMicros).sort((one, other) => one - other));
}
