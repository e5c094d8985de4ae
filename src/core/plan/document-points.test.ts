import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appliedText } from '#testing/apply.ts';
import { arbitraryCastText } from '#testing/arbitrary-casts.ts';
import { arbitraryPlan } from '#testing/arbitrary-plans.ts';
import { drawCast } from '#testing/draw-cast.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { eventData } from '../cast/events.ts';
import { readCast } from '../cast/reader.ts';
import { Code, type Recording, recordingDuration } from '../cast/recording.ts';
import { sourceTime } from '../cast/time.ts';
import { documentFromPlan, type EditDocument, removeEdits } from './document.ts';
import { addHold, addMarker, changeHold, changeMarker, ownMarkers, shownTime } from './document-points.ts';
import { planFromJson } from './parse-plan.ts';
import { MAX_TEXT_LENGTH } from './plan.ts';
import { serializePlan } from './serialize-plan.ts';
import { createTimeMap } from './time-map.ts';

const at = (seconds: number) => sourceTime(seconds * 1e6);
const document = (plan: object) => documentFromPlan(planFromJson(plan));
const recorded = (events: string) => readCast(bytesOf(castText(events)));
const readBack = (edited: EditDocument) => documentFromPlan(planFromJson(JSON.parse(serializePlan(edited))));
/** `1: 5+2 fit`: the hold with the id 1, at 5 s, of 2 s, made to fit. */
const drawHolds = ({ holds }: EditDocument) =>
  holds.map(({ id, at, durationMicros, by }) => `${id}: ${at / 1e6}+${durationMicros / 1e6}${by ? ` ${by}` : ''}`);
const drawMarkers = ({ markers }: EditDocument) => markers?.map(({ id, time, label }) => `${id}: ${label}@${time / 1e6}`);

describe('the holds of a document', () => {
  const held = document({
    holds: [
      { at: 5, duration: 1 },
      { at: 8, duration: 2 },
    ],
  });

  it('are added in order of time; those of one instant stay in the order they came in', () => {
    const { document: more, ref } = addHold(held, at(5), 3e6);
    expect(drawHolds(more)).toEqual(['1: 5+1', '3: 5+3', '2: 8+2']);
    expect(ref).toEqual({ kind: 'hold', id: 3 });
  });

  it('are moved and changed by their ids', () => {
    expect(drawHolds(changeHold(held, 1, { at: at(9) }))).toEqual(['2: 8+2', '1: 9+1']);
    expect(drawHolds(changeHold(held, 2, { durationMicros: 0.5e6 }))).toEqual(['1: 5+1', '2: 8+0.5']);
  });

  it('stay the very document where nothing is new', () => {
    expect(changeHold(held, 1, { at: at(5), durationMicros: 1e6 })).toBe(held);
    expect(changeHold(held, 9, { at: at(6) })).toBe(held);
  });

  it('are the user’s own once he has changed them', () => {
    const fitted = { ...held, holds: held.holds.map((hold) => ({ ...hold, by: 'fit' as const, reason: 'last screen' })) };
    expect(drawHolds(changeHold(fitted, 1, { durationMicros: 4e6 }))).toEqual(['1: 5+4', '2: 8+2 fit']);
  });
});

describe('the markers of a document', () => {
  const recording = recorded('a@1 m:one@2 b@3 m:two@4 c@9');
  const own = ownMarkers(recording);
  const empty = document({});

  it('are the recording’s own, until the first is changed', () => {
    expect(drawMarkers({ ...empty, markers: own })).toEqual(['1: one@2', '2: two@4']);
    const { document: more, ref } = addMarker(empty, own, at(3), 'new');
    expect(drawMarkers(more)).toEqual(['1: one@2', '3: new@3', '2: two@4']);
    expect(ref).toEqual({ kind: 'marker', id: 3 });
    expect(drawMarkers(changeMarker(empty, own, 2, { time: at(1) }))).toEqual(['2: two@1', '1: one@2']);
    expect(drawMarkers(removeEdits(empty, [{ kind: 'marker', id: 1 }], own))).toEqual(['2: two@4']);
    expect(changeMarker(empty, own, 2, { label: 'two' })).toBe(empty);
  });

  it('have labels that a plan may have', () => {
    const long = ownMarkers(recorded(`m:${'x'.repeat(MAX_TEXT_LENGTH + 1)}@1 a@2`));
    expect(readBack({ ...empty, markers: long }).markers?.[0]?.label).toHaveLength(MAX_TEXT_LENGTH);
  });

  it('made the plan’s as they are, stand in the result where they stood', () => {
    const casts = arbitraryCastText({ stepMicros: 1000, hasOtherLines: false });
    fc.assert(
      fc.property(casts, (text) => {
        const plain = document({});
        const imported = { ...plain, markers: ownMarkers(readCast(bytesOf(text))) };
        expect(markersOf(appliedText(text, imported))).toEqual(markersOf(appliedText(text, plain)));
      }),
    );
  });
});

const markersOf = (text: string) => {
  const recording = readCast(bytesOf(text));
  return Array.from(recording.events.codes.entries())
    .filter(([, code]) => code === Code.marker)
    .map(([index]) => [recording.events.times[index], eventData(recording, index)]);
};

it('holds and markers are what they were, read back from the plan that they are written to', () => {
  const plans = arbitraryPlan({ lastMicros: 9e6 });
  const change = fc.record({ id: fc.nat(5), micros: fc.nat(9_000_000), label: fc.string({ unit: 'grapheme', maxLength: 4 }) });
  fc.assert(
    fc.property(plans, fc.array(change, { maxLength: 4 }), (plan, changes) => {
      const edited = changes.reduce((before, { id, micros, label }) => {
        const held = changeHold(addHold(before, sourceTime(micros), micros + 1).document, id, { at: sourceTime(micros) });
        const marked = addMarker(held, held.markers ?? [], sourceTime(micros), label).document;
        return changeMarker(marked, marked.markers ?? [], id, { time: sourceTime(micros), label });
      }, documentFromPlan(plan));
      const { holds, markers } = readBack(edited);
      const unnamed = <Point extends object>(points: readonly Point[] = []) => points.map((point) => ({ ...point, id: 0 }));
      expect(unnamed(holds)).toEqual(unnamed(edited.holds));
      expect(unnamed(markers)).toEqual(unnamed(edited.markers));
    }),
  );
});

describe('shownTime', () => {
  const shown = (events: string, cuts: readonly (readonly [number, number])[], seconds: number) =>
    shownTime(recorded(events), document({ cuts }), at(seconds)) / 1e6;

  it.each([
    [[], 5, 5],
    [[[2, 4]], 5, 5],
    [[[2, 4]], 2, 4],
    [[[2, 4]], 3, 4],
    [[[2, 4]], 4, 4],
    [[[2, 4]], 12, 10],
    [[[7, 10]], 10, 5],
    [[[10, 11]], 10, 5],
    [[[0, 10]], 3, 0],
  ] as const)('with the cuts %j an instant of %d s is shown at %d s', (cuts, instant, time) =>
    expect(shown('a@1 b@5 c@10', cuts, instant)).toBe(time),
  );

  it('goes on from a cut to the one that touches it', () => {
    const touching = documentFromPlan(
      planFromJson({
        cuts: [
          { start: 2, end: 4 },
          { start: 4, end: 6, mode: 'jump' },
        ],
      }),
    );
    expect(shownTime(recorded('a@1 b@5 c@10'), touching, at(3))).toBe(at(6));
  });

  it('is where a hold counts, and where the screen stands that is shown for the instant', () => {
    const plans = arbitraryPlan({ lastMicros: 9000, modes: ['drop', 'collapse', 'jump'] });
    fc.assert(
      fc.property(arbitraryCastText({ stepMicros: 250, hasOtherLines: false }), plans, fc.nat(9000), (text, plan, micros) => {
        const recording: Recording = readCast(bytesOf(text));
        const instant = sourceTime(Math.min(micros, recordingDuration(recording)));
        const map = createTimeMap(recording, plan);
        fc.pre(map.cuts.reduce((kept, { from, to }) => kept - (to - from), recording.events.length) > 0);
        const time = shownTime(recording, plan, instant);
        const { document: held } = addHold(documentFromPlan(plan), time, 500);
        expect(createTimeMap(recording, held).resultDuration).toBeCloseTo(map.resultDuration + 500, 3);
        expect(shownTime(recording, plan, time)).toBe(time);
      }),
      { numRuns: 500 },
    );
  });
});

it('a hold at the end of what is kept holds the last screen', () => {
  const text = castText('a@1 b@5 c@10');
  const cut = document({ cuts: [[7, 10]] });
  const { document: held } = addHold(cut, shownTime(readCast(bytesOf(text)), cut, at(10)), 3e6);
  expect(drawCast(appliedText(text, held))).toBe('a@1 b@5 @10');
});
