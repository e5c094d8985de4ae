import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCastText, arbitrarySequenceCast } from '#testing/arbitrary-casts.ts';
import { arbitraryOutput } from '#testing/arbitrary-output.ts';
import { bytesOf } from '#testing/recordings.ts';
import { seenRecording } from '#testing/seen-recording.ts';
import { readCast } from '../cast/reader.ts';
import { recordingDuration } from '../cast/recording.ts';
import { type Analysis, DEFAULT_ANALYSIS, type Moment } from './analysis.ts';
import { analyze } from './analyze.ts';

interface Told {
  readonly seconds: number;
  readonly code: string;
  readonly data: string;
}

const textOf = (events: readonly Told[]): string =>
  ['{"version": 2, "width": 80, "height": 24}', ...events.map(({ seconds, code, data }) => JSON.stringify([seconds, code, data])), ''].join(
    '\n',
  );

const analysisOf = (text: string): Analysis => analyze(seenRecording(readCast(bytesOf(text))), DEFAULT_ANALYSIS);

/** What programs print, in pieces at any times: words, spinners, whole screens, and sequences of all kinds. */
const printed = fc
  .array(
    fc.record({
      steps: fc.nat(80),
      data: fc.oneof(
        fc.constantFrom('x', ' ', 'hello world ', '\r\n', '\b \b', '$ ', '\r⠋ busy 1s', '\r⠙ busy 2s', '\r███░ 75%', '\x1b[2J\x1b[H'),
        fc.string({ maxLength: 30 }),
        arbitraryOutput(6),
      ),
      code: fc.constantFrom('o', 'o', 'o', 'o', 'i', 'm'),
    }),
    { maxLength: 60 },
  )
  .map((events) =>
    events.toSorted((one, other) => one.steps - other.steps).map(({ steps, code, data }): Told => ({ seconds: steps / 8, code, data })),
  );

function check(text: string): void {
  const recording = readCast(bytesOf(text));
  const { spans, typingRuns, moments } = analyze(seenRecording(recording), DEFAULT_ANALYSIS);
  const duration = recordingDuration(recording);
  const edges = [0, ...spans.map(({ end }) => end)];
  expect(spans.map(({ start }) => start)).toEqual(edges.slice(0, -1));
  expect(edges.at(-1)).toBe(duration);
  for (const [index, span] of spans.entries()) {
    expect(span.start).toBeLessThan(span.end);
    expect(span.kind === 'waiting').toBe(span.waiting !== undefined);
    const next = spans[index + 1];
    if (next) expect([span.kind, span.waiting]).not.toEqual([next.kind, next.waiting]);
  }
  for (const [index, run] of typingRuns.entries()) {
    expect(run.start).toBeLessThan(run.end);
    expect(run.end).toBeLessThanOrEqual(typingRuns[index + 1]?.start ?? duration);
  }
  for (const [index, { start, end, time, goneAt, score }] of moments.entries()) {
    // Chained, so that a number that is none fails too.
    const ordered = [0, start, time, Math.min(end, goneAt), goneAt, duration];
    expect(ordered).toEqual(ordered.toSorted((one, other) => one - other));
    expect(time < end && end <= goneAt, `${time} < ${end} ≤ ${goneAt}`).toBe(true);
    expect(score >= 0 && score <= 1, `score ${score}`).toBe(true);
    if (index > 0) expect(time).toBeGreaterThanOrEqual((moments[index - 1] as Moment).time);
  }
}

const TYPED = ['npm test', 'ls -la', 'please find out why it is slow'];
const PRINTED = ['2 failed, 40 passed\r\n', '⏺ It is done, and it is fast now.\r\n', '\x1b[2J\x1b[H$ ', '\x1b[A\x1b[Kso it was\r\n'];

/** In a line of its own, over what was there. */
const ABOVE = ['error: no such file', 'all is fine again', '⠋ busy', ''].map((text) => `\x1b7\x1b[9;1H\x1b[K${text}\x1b8`);

type CodeAndData = readonly [code: string, data: string];

/** Something typed behind a prompt, echoed or not, while a program says this and that with every so many keys. */
const typing = fc
  .record({
    text: fc.constantFrom(...TYPED),
    isEchoed: fc.boolean(),
    every: fc.constantFrom(3, 5, 100),
    above: fc.shuffledSubarray(ABOVE, { minLength: 2 }),
  })
  .map(({ text, isEchoed, every, above }) =>
    [...text, '\r'].flatMap((key, at): CodeAndData[] => [
      ['i', key],
      ...(isEchoed ? [['o', key === '\r' ? '\r\n$ ' : key] satisfies CodeAndData] : []),
      ...(at % every === every - 1 ? [['o', above[at % above.length] as string] satisfies CodeAndData] : []),
    ]),
  );

/** Sessions in which keys are recorded, each an eighth of a second after the one before. */
const typedSessions = fc
  .array(
    fc.record({
      pause: fc.nat(14),
      events: fc.oneof(
        typing,
        fc.constantFrom(...PRINTED).map((data): CodeAndData[] => [['o', data]]),
      ),
    }),
    { maxLength: 8 },
  )
  .map((parts) => {
    let steps = 0;
    const told = parts.flatMap(({ pause, events }) => {
      steps += pause;
      return events.map(([code, data]): Told => {
        if (code === 'i') steps += 1;
        return { seconds: steps / 8, code, data };
      });
    });
    return [{ seconds: 0, code: 'o', data: '$ ' }, ...told];
  });

describe('an analysis', () => {
  it('covers all of a recording with spans, and has typing and moments in it, in order', () => {
    fc.assert(fc.property(printed, (events) => check(textOf(events))));
    fc.assert(fc.property(typedSessions, (events) => check(textOf(events))));
    fc.assert(fc.property(arbitraryCastText({ stepMicros: 300_000, hasOtherLines: true }), check));
    fc.assert(fc.property(arbitrarySequenceCast({ stepMicros: 70_000 }), check));
  });

  it('is the same however what is printed at a time is parted', () => {
    const splits = fc.array(fc.nat(30), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(printed, splits, (events, places) => {
        const parted = events.flatMap((event, index) => {
          const place = places[index % places.length] as number;
          if (event.code !== 'o' || place >= event.data.length) return [event];
          return [event.data.slice(0, place), event.data.slice(place)].map((data) => ({ ...event, data }));
        });
        expect(analysisOf(textOf(parted))).toEqual(analysisOf(textOf(events)));
      }),
    );
  });
});
