import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { type Analysis, DEFAULT_ANALYSIS, type Moment, SPAN_KINDS } from '#core/analyze/analysis.ts';
import { readCast } from '#core/cast/reader.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { type EditDocument, type EditRef, type RegionRef, regionLimits } from '#core/plan/document.ts';
import { CUT_MODES, EMPTY_PLAN } from '#core/plan/plan.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { selectSuggestions } from './analysis-selectors.ts';
import { COMMANDS, type CommandId } from './commands.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { documentFromKept } from './projects/kept-document.ts';
import { selectMarkers, selectTimeMap } from './selectors.ts';
import type { EditorState } from './state.ts';
import { fitViewport } from './viewport.ts';

const SECOND = 1_000_000;
const LENGTH = 120;
const at = (tenths: number): SourceTime => sourceTime((tenths * SECOND) / 10);

/** What a user does: a command, or something with numbers that mean whatever there is to do it with. */
type Act =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: (typeof WITH_NUMBERS)[number]; readonly which: number; readonly start: number; readonly length: number };

const WITH_NUMBERS = [
  'seek',
  'select',
  'selectEdit',
  'toggle',
  'cutAll',
  'speedUp',
  'keep',
  'factor',
  'factors',
  'mode',
  'modes',
  'place',
  'removeAll',
  'split',
  'hold',
  'setHold',
  'mark',
  'setMarker',
  'importMarkers',
  'keepOwnMarkers',
  'title',
  'idleCap',
  'mask',
  'moveMask',
  'removeMask',
  'replacePlan',
  'fitTo',
  'stopFitting',
  'pin',
  'release',
  'releaseRange',
  'limits',
  'accept',
  'paste',
  'travel',
  'beginGesture',
  'commitGesture',
  'cancelGesture',
] as const;

const arbitraryAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('command' as const), id: fc.constantFrom(...COMMANDS.map(({ id }) => id)) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(...WITH_NUMBERS),
      which: fc.nat(40),
      start: fc.integer({ min: 0, max: LENGTH * 10 - 50 }),
      length: fc.integer({ min: 1, max: 300 }),
    }),
  },
);

/** Ten seconds of one kind after the other; moments in some of them. */
const arbitraryAnalysis: fc.Arbitrary<Analysis> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...SPAN_KINDS), { minLength: LENGTH / 10, maxLength: LENGTH / 10 }),
    scores: fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: LENGTH / 10, maxLength: LENGTH / 10 }),
  })
  .map(({ kinds, scores }) => ({
    spans: kinds.map((kind, index) => ({ start: at(index * 100), end: at(index * 100 + 100), kind })),
    typingRuns: [],
    idleGaps: [],
    moments: scores.flatMap((score, index) => (score === null ? [] : [momentAt(index * 100 + 20, score / 10)])),
    flashes: { times: new Float64Array() },
    settings: DEFAULT_ANALYSIS,
    isComplete: true,
  }));

const momentAt = (start: number, score: number): Moment => ({
  start: at(start),
  end: at(start + 30),
  kind: 'output',
  time: at(start + 10),
  goneAt: at(start + 70),
  score,
  isKept: score > 0.8,
  readingMicros: 2 * SECOND,
  text: 'x',
  reason: 'output',
});

const opened = (() => {
  const events = Array.from({ length: LENGTH * 2 + 1 }, (_, index) => (index % 60 === 30 ? `m:part@${index / 2}` : `x@${index / 2}`));
  const recording = readCast(bytesOf(castText(events.join(' '))));
  return { fileName: 'a.cast', recording, activity: buildActivity(recording) };
})();

const editorWith = (analysis: Analysis): Editor =>
  createEditor({
    opened,
    analysis: { status: 'done', share: 1, analysis, message: '' },
    viewport: fitViewport(LENGTH * SECOND),
  });

const nth = <Item>(items: readonly Item[], which: number): Item | undefined => items[which % Math.max(1, items.length)];

function act({ store, actions }: Editor, done: Act): void {
  const state = store.getState();
  if (done.kind === 'command') {
    COMMANDS.find(({ id }) => id === done.id)?.run(state, actions);
    return;
  }
  const { document, history } = state;
  const { which, start, length } = done;
  const range = { start: at(start), end: at(Math.min(LENGTH * 10, start + length)) };
  const regions: RegionRef[] = [
    ...document.cuts.map(({ id }) => ({ kind: 'cut', id }) as const),
    ...document.speedRegions.map(({ id }) => ({ kind: 'speed', id }) as const),
  ];
  const markers = selectMarkers(state);
  const edits: EditRef[] = [
    ...regions,
    ...document.holds.map(({ id }) => ({ kind: 'hold', id }) as const),
    ...markers.map(({ id }) => ({ kind: 'marker', id }) as const),
  ];
  const region = nth(regions, which);
  const edit = nth(edits, which);
  const cut = nth(document.cuts, which);
  const speed = nth(document.speedRegions, which);
  const hold = nth(document.holds, which);
  const marker = nth(markers, which);
  const mask = nth(document.redactions, which);
  const suggestion = nth(selectSuggestions(state), which);
  const byKind: Readonly<Record<(typeof WITH_NUMBERS)[number], () => unknown>> = {
    seek: () => actions.seek(at(start), true),
    select: () => actions.select(range),
    selectEdit: () => actions.selectEdit(edit ?? null),
    toggle: () => edit && actions.toggleSelected(edit),
    cutAll: () => actions.cutAll([range], 'Cuts'),
    speedUp: () => actions.speedUp(range),
    keep: () => actions.keep(range),
    factor: () => speed && actions.setFactor(speed.id, 1 + (length % 20)),
    factors: () =>
      actions.setFactors(
        document.speedRegions.map(({ id }) => id),
        1 + (length % 20),
      ),
    mode: () => cut && actions.setCutMode(cut.id, CUT_MODES[length % 3] ?? 'jump'),
    modes: () =>
      actions.setCutModes(
        document.cuts.map(({ id }) => id),
        CUT_MODES[length % 3] ?? 'jump',
      ),
    place: () => {
      const limits = region && regionLimits(document, region, at(LENGTH * 10));
      if (!region || !limits || limits.end - limits.start < 2) return;
      const from = sourceTime(Math.min(Math.max(range.start, limits.start), limits.end - 1));
      actions.place(region, { start: from, end: sourceTime(Math.min(Math.max(range.end, from + 1), limits.end)) });
    },
    removeAll: () => actions.removeAll(edits.filter((_, index) => index % 3 === which % 3)),
    split: () => region && actions.split(region, at(start)),
    hold: () => actions.hold(at(start)),
    setHold: () => hold && actions.setHold(hold.id, which % 2 ? { at: at(start) } : { durationMicros: length * 10_000 }),
    mark: () => actions.mark(at(start)),
    setMarker: () => marker && actions.setMarker(marker.id, which % 2 ? { time: at(start) } : { label: `label ${length}` }),
    importMarkers: () => actions.importMarkers(),
    keepOwnMarkers: () => actions.keepOwnMarkers(),
    title: () => actions.setTitle(which % 3 ? `title ${which}` : null),
    idleCap: () => actions.setIdleCap(which % 3 ? length * 10_000 : null),
    mask: () => actions.mask([{ ...range, what: { kind: 'pattern', pattern: `a${which}`, ignoreCase: false }, with: '█' }]),
    moveMask: () => mask && actions.placeRedaction(mask.id, range),
    removeMask: () => mask && actions.removeRedaction(mask.id),
    replacePlan: () => actions.replacePlan({ ...EMPTY_PLAN, cuts: [{ ...range, mode: 'drop' }] }, 'a.plan.json'),
    fitTo: () => actions.fitTo(length * 300_000),
    stopFitting: () => actions.stopFitting(which % 2 === 0),
    pin: () => region && actions.pin(region),
    release: () => region && actions.release(region),
    releaseRange: () => actions.releaseRange(range),
    limits: () => actions.setEditSettings({ marginBeforeMicros: length * 10_000 }),
    accept: () => suggestion && actions.accept(suggestion),
    paste: () => actions.pasteFromText(JSON.stringify({ castfoldEdit: 'speed', factor: 1 + (length % 9) })),
    travel: () => actions.travelTo(which % (history.done.length + history.undone.length + 1)),
    beginGesture: () => actions.beginGesture('Drag'),
    commitGesture: () => actions.commitGesture(),
    cancelGesture: () => actions.cancelGesture(),
  };
  // Whatever else is done, the pointer has let go before.
  if (state.gesture && !IN_GESTURE.has(done.kind)) actions.commitGesture();
  byKind[done.kind]();
}

/** What a drag does, and what ends one. */
const IN_GESTURE = new Set<Act['kind']>(['place', 'setHold', 'setMarker', 'moveMask', 'fitTo', 'commitGesture', 'cancelGesture', 'seek']);

/** Whoever writes into a document that is kept for undo is found out. */
function frozen(document: EditDocument): void {
  for (const list of [document.cuts, document.speedRegions, document.holds, document.markers ?? [], document.redactions]) {
    for (const edit of list) Object.freeze(edit);
    Object.freeze(list);
  }
  Object.freeze(document);
}

const inOrder = (regions: readonly Range[]): boolean =>
  regions.every(({ start, end }, index) => start < end && start >= (regions[index - 1]?.end ?? 0));

function expectSound(document: EditDocument): void {
  expect(inOrder(document.cuts)).toBe(true);
  expect(inOrder(document.speedRegions)).toBe(true);
  for (const list of [document.cuts, document.speedRegions, document.holds, document.markers ?? [], document.redactions]) {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  }
}

it('after any two hundred acts, as many undos lead back to the first document, and as many redos to the last', () => {
  fc.assert(
    fc.property(arbitraryAnalysis, fc.array(arbitraryAct, { minLength: 200, maxLength: 200 }), (analysis, acts) => {
      const editor = editorWith(analysis);
      const { store, actions } = editor;
      const first = structuredClone(store.getState().document);
      for (const done of acts) {
        const before = store.getState();
        frozen(before.document);
        act(editor, done);
        const now = store.getState();
        expectSound(now.document);
        expect(selectTimeMap(now)?.resultDuration).toBeGreaterThanOrEqual(0);
        if (now.gesture || before.gesture) continue;
        // Nothing changes the document but steps, and whatever is one act is one step.
        if (now.history === before.history) expect(now.document).toBe(before.document);
        else if (now.history.undone.length === 0 && before.history.undone.length === 0) {
          expect(now.history.done.length - before.history.done.length, JSON.stringify(done)).toBeLessThanOrEqual(1);
        }
      }
      actions.cancelGesture();
      const last = structuredClone(store.getState().document);
      const steps = store.getState().history.done.length;
      for (let undone = 0; undone < steps; undone++) actions.undo();
      expect(store.getState().history.done).toEqual([]);
      expect(store.getState().document).toEqual(first);
      for (let redone = 0; redone < steps; redone++) actions.redo();
      expect(store.getState().document).toEqual(last);
    }),
    { numRuns: 15 },
  );
});

it('asking whether a command applies, and why not, changes nothing, in any state that can be reached', () => {
  fc.assert(
    fc.property(arbitraryAnalysis, fc.array(arbitraryAct, { maxLength: 60 }), (analysis, acts) => {
      const editor = editorWith(analysis);
      for (const done of acts) {
        act(editor, done);
        const state = editor.store.getState();
        for (const command of COMMANDS) {
          const applies = command.run(state);
          const reason = command.whyNot(state);
          if (applies) expect(reason, command.id).toBe('');
        }
        expect(editor.store.getState()).toBe(state);
      }
    }),
    { numRuns: 12 },
  );
});

it('a command does what it says it can: where it applies it is done, and where not, nothing is', () => {
  fc.assert(
    fc.property(arbitraryAnalysis, fc.array(arbitraryAct, { maxLength: 40 }), (analysis, acts) => {
      const editor = editorWith(analysis);
      for (const done of acts) act(editor, done);
      const state = editor.store.getState();
      for (const command of COMMANDS) {
        const applies = command.run(state);
        const other = createEditor(state);
        expect(command.run(other.store.getState(), other.actions), command.id).toBe(applies);
        if (applies) continue;
        const after = other.store.getState();
        const changed = (Object.keys(state) as (keyof EditorState)[]).filter((name) => after[name] !== state[name]);
        expect(changed, command.id).toEqual([]);
      }
    }),
    { numRuns: 12 },
  );
});

it('whatever document can be reached is read back as it was kept, also in the middle of a drag', () => {
  fc.assert(
    fc.property(arbitraryAnalysis, fc.array(arbitraryAct, { maxLength: 60 }), (analysis, acts) => {
      const editor = editorWith(analysis);
      for (const done of acts) act(editor, done);
      const { document } = editor.store.getState();
      expect(documentFromKept(structuredClone(document))).toEqual(document);
    }),
    { numRuns: 12 },
  );
});
