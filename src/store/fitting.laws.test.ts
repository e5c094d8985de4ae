import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { type Analysis, DEFAULT_ANALYSIS, type Moment, SPAN_KINDS } from '#core/analyze/analysis.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import {
  addCut,
  addSpeedRegion,
  type EditDocument,
  findRegion,
  placeRegion,
  type RegionRef,
  regionLimits,
  removeRegion,
  setFactor,
} from '#core/plan/document.ts';
import { keepRange, pinRegion, pinsOf, withoutTarget } from '#core/plan/made-edits.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { fitViewport } from './viewport.ts';

const SECOND = 1_000_000;
const LENGTH = 120;
const range = (start: number, end: number) => ({ start: sourceTime(start * SECOND), end: sourceTime(end * SECOND) });

/** What a user does, by numbers that mean whatever there is to do it with. */
type Act =
  | { readonly kind: 'cut' | 'speed' | 'keep'; readonly start: number; readonly length: number }
  | { readonly kind: 'remove' | 'pin' | 'release'; readonly which: number }
  | { readonly kind: 'factor'; readonly which: number; readonly factor: number }
  | { readonly kind: 'fit' | 'slide'; readonly seconds: number }
  | { readonly kind: 'move'; readonly which: number; readonly by: readonly number[] }
  | { readonly kind: 'cap'; readonly tenths: number | null }
  | { readonly kind: 'stop'; readonly keepsEdits: boolean }
  | { readonly kind: 'undo' | 'redo' };

const stretch = { start: fc.nat(LENGTH - 10), length: fc.integer({ min: 1, max: 10 }) };
const arbitraryAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('cut' as const, 'speed' as const, 'keep' as const), ...stretch }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'pin' as const, 'release' as const), which: fc.nat(30) }),
  fc.record({ kind: fc.constant('factor' as const), which: fc.nat(30), factor: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constantFrom('fit' as const, 'slide' as const), seconds: fc.integer({ min: 3, max: LENGTH }) }),
  fc.record({
    kind: fc.constant('move' as const),
    which: fc.nat(30),
    by: fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('cap' as const), tenths: fc.option(fc.integer({ min: 1, max: 5 })) }),
  fc.record({ kind: fc.constant('stop' as const), keepsEdits: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
);

const arbitraryAnalysis: fc.Arbitrary<Analysis> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...SPAN_KINDS), { minLength: 12, maxLength: 12 }),
    scores: fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: 12, maxLength: 12 }),
  })
  .map(({ kinds, scores }) => ({
    spans: kinds.flatMap((kind, index) => (kinds[index - 1] === kind ? [] : [{ ...range(index * 10, endOf(kinds, index)), kind }])),
    typingRuns: [],
    idleGaps: [],
    moments: scores.flatMap((score, index) => (score === null ? [] : [momentAt(index * 10 + 2, score / 10)])),
    flashes: { times: new Float64Array() },
    settings: DEFAULT_ANALYSIS,
    isComplete: true,
  }));

function endOf(kinds: readonly string[], from: number): number {
  const next = kinds.findIndex((kind, index) => index > from && kind !== kinds[from]);
  return next < 0 ? LENGTH : next * 10;
}

const momentAt = (start: number, score: number): Moment => ({
  ...range(start, start + 3),
  kind: 'output',
  time: sourceTime((start + 1) * SECOND),
  goneAt: sourceTime((start + 7) * SECOND),
  score,
  isKept: score > 0.8,
  readingMicros: 2 * SECOND,
  text: 'x',
  reason: 'output',
});

const opened = (() => {
  const events = Array.from({ length: LENGTH * 4 + 1 }, (_, index) => `x@${index / 4}`).join(' ');
  const recording = readCast(bytesOf(castText(events)));
  return { fileName: 'a.cast', recording, activity: buildActivity(recording) };
})();

const editorWith = (analysis: Analysis): Editor =>
  createEditor({
    opened,
    analysis: { status: 'done', share: 1, analysis, message: '' },
    viewport: fitViewport(LENGTH * SECOND),
  });

const refs = ({ cuts, speedRegions }: EditDocument): RegionRef[] => [
  ...cuts.map(({ id }) => ({ kind: 'cut', id }) as const),
  ...speedRegions.map(({ id }) => ({ kind: 'speed', id }) as const),
];

/** Does it, and answers what the document would be had nothing been solved; undefined where that is not known. */
function act({ actions, store }: Editor, done: Act): EditDocument | undefined {
  const { document } = store.getState();
  switch (done.kind) {
    case 'cut': {
      const cut = range(done.start, done.start + done.length);
      actions.cut(cut);
      return addCut(document, cut, 'jump').document;
    }
    case 'speed': {
      const region = range(done.start, done.start + done.length);
      actions.speedUp(region);
      return addSpeedRegion(document, region, 2).document;
    }
    case 'keep': {
      const kept = range(done.start, done.start + done.length);
      actions.keep(kept);
      return keepRange(document, kept).document;
    }
    case 'factor': {
      const region = document.speedRegions[done.which % Math.max(1, document.speedRegions.length)];
      if (!region) return document;
      actions.setFactor(region.id, done.factor);
      return setFactor(document, region.id, done.factor);
    }
    case 'remove':
    case 'pin':
    case 'release': {
      const all = refs(document);
      const ref = all[done.which % Math.max(1, all.length)];
      const region = ref && findRegion(document, ref);
      if (!region) return document;
      actions[done.kind](ref);
      if (done.kind === 'pin') return pinRegion(document, ref);
      if (region.by === undefined) return removeRegion(document, ref);
      if (done.kind === 'release') return document;
      return document.targetMicros === undefined ? removeRegion(document, ref) : keepRange(document, region).document;
    }
    case 'move': {
      const all = refs(document);
      const ref = all[done.which % Math.max(1, all.length)];
      const region = ref && findRegion(document, ref);
      if (!region) return document;
      const limits = regionLimits(document, ref, sourceTime(LENGTH * SECOND));
      const ends = done.by.map((seconds) => Math.min(limits.end, Math.max(region.start + 1, region.end + seconds * SECOND)));
      actions.beginGesture('Move');
      for (const end of ends) actions.place(ref, { start: region.start, end: sourceTime(end) });
      actions.commitGesture();
      return placeRegion(document, ref, { start: region.start, end: sourceTime(ends.at(-1) as number) });
    }
    case 'cap':
      actions.setIdleCap(done.tenths && (done.tenths * SECOND) / 10);
      return undefined;
    case 'stop':
      actions.stopFitting(done.keepsEdits);
      return withoutTarget(document, done.keepsEdits);
    case 'slide':
      actions.beginGesture('Target');
      for (const factor of [2, 1.5, 1]) actions.fitTo(done.seconds * factor * SECOND);
      actions.commitGesture();
      return document;
    case 'fit':
      actions.fitTo(done.seconds * SECOND);
      return document;
    case 'undo':
    case 'redo':
      actions[done.kind]();
      return undefined;
  }
}

const withoutNames = (document: EditDocument): unknown =>
  JSON.parse(JSON.stringify(pinsOf(document), (key, value) => (key === 'id' ? undefined : value)));

it('solving changes nothing that the user has set, and undo brings back exactly what was there', () => {
  fc.assert(
    fc.property(arbitraryAnalysis, fc.array(arbitraryAct, { maxLength: 12 }), (analysis, acts) => {
      const editor = editorWith(analysis);
      const { store, actions } = editor;
      for (const done of [{ kind: 'fit', seconds: 30 } as const, ...acts]) {
        const before = store.getState();
        const unsolved = act(editor, done);
        const { document, history } = store.getState();
        if (unsolved) expect(withoutNames(document), done.kind).toEqual(withoutNames(unsolved));
        for (const list of [document.cuts, document.speedRegions]) {
          expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
          for (const [index, { start, end }] of list.entries()) {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThanOrEqual(list[index - 1]?.end ?? 0);
          }
        }
        if (history.done.length > before.history.done.length) {
          actions.undo();
          expect(store.getState().document).toBe(before.document);
          actions.redo();
          expect(store.getState().document).toBe(document);
        }
        // Solved already, it is solved as it is.
        const { targetMicros } = document;
        if (targetMicros !== undefined) actions.fitTo(targetMicros);
        expect(store.getState().document).toBe(document);
      }
    }),
    { numRuns: 60 },
  );
});
