import { beforeEach, describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { type Analysis, DEFAULT_ANALYSIS, type Moment } from '#core/analyze/analysis.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { findRegion } from '#core/plan/document.ts';
import { DEFAULT_EDITS } from '#core/plan/edit-settings.ts';
import { pinsOf } from '#core/plan/made-edits.ts';
import { EMPTY_PLAN } from '#core/plan/plan.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { selectFit, selectNothingToSuggest, selectSuggestions } from './analysis-selectors.ts';
import { COMMANDS, type CommandId, findCommand } from './commands.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { isRangeKept } from './moment-range.ts';
import type { Screens } from './screens.ts';
import { selectEditSettings, selectRegionRef, selectTimeMap } from './selectors.ts';
import type { EditorState } from './state.ts';
import { fitViewport } from './viewport.ts';

const SECOND = 1_000_000;
const range = (start: number, end: number) => ({ start: sourceTime(start * SECOND), end: sourceTime(end * SECOND) });

const moment = (start: number, goneAt: number, score: number): Moment => ({
  ...range(start, Math.min(goneAt, start + 2.5)),
  kind: 'output',
  time: sourceTime((start + 0.5) * SECOND),
  goneAt: sourceTime(goneAt * SECOND),
  score,
  isKept: score > 0.8,
  readingMicros: 2 * SECOND,
  text: 'x',
  reason: 'output',
});

/** Two minutes, of which most is waiting. */
const analysis: Analysis = {
  spans: [
    { ...range(0, 5), kind: 'reading' },
    { ...range(5, 40), kind: 'waiting', waiting: 'spinner' },
    { ...range(40, 50), kind: 'reading' },
    { ...range(50, 110), kind: 'waiting', waiting: 'silence' },
    { ...range(110, 120), kind: 'reading' },
  ],
  typingRuns: [],
  idleGaps: [],
  moments: [moment(1, 40, 0.9), moment(41, 110, 0.5), moment(111, 120, 0.95)],
  flashes: { times: new Float64Array() },
  settings: DEFAULT_ANALYSIS,
  isComplete: true,
};
const done: EditorState['analysis'] = { status: 'done', share: 1, analysis, message: '' };
const running: EditorState['analysis'] = { status: 'running', share: 0.4, analysis: null, message: '' };

let editor: Editor;

beforeEach(() => {
  const events = Array.from({ length: 241 }, (_, index) => `x@${index / 2}`).join(' ');
  const recording = readCast(bytesOf(castText(events)));
  editor = createEditor({
    opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) },
    analysis: done,
    viewport: fitViewport(120 * SECOND),
  });
});

const state = () => editor.store.getState();
const run = (id: CommandId): boolean => findCommand(id).run(state(), editor.actions);
const steps = () => state().history.done.map(({ label }) => label);
const resultSeconds = () => (selectTimeMap(state())?.resultDuration ?? 0) / SECOND;
/** The edits of the user, as `cut 1-2, 3-4x2`. */
const pins = () => {
  const { cuts, speedRegions } = pinsOf(state().document);
  return [
    ...cuts.map(({ start, end }) => `cut ${start / SECOND}-${end / SECOND}`),
    ...speedRegions.map(({ start, end, factor }) => `${start / SECOND}-${end / SECOND}x${factor}`),
  ].join(', ');
};
/** The longest region that was made to fit. */
function made() {
  const { cuts, speedRegions } = state().document;
  const regions = [
    ...cuts.map((region) => ({ kind: 'cut' as const, region })),
    ...speedRegions.map((region) => ({ kind: 'speed' as const, region })),
  ];
  const [longest] = regions
    .filter(({ region }) => region.by === 'fit')
    .sort((one, other) => other.region.end - other.region.start - (one.region.end - one.region.start));
  if (!longest) throw new Error('nothing was made to fit');
  const { kind, region } = longest;
  return { ref: { kind, id: region.id }, region, place: `${region.start / SECOND}-${region.end / SECOND}` };
}
const isFitted = (seconds: number): boolean => Math.abs(resultSeconds() - seconds) <= 0.1;

describe('fitting to a target', () => {
  it('is one step, and replaces what was suggested', () => {
    editor.actions.acceptAll();
    editor.actions.fitTo(20 * SECOND);
    expect(isFitted(20)).toBe(true);
    expect(steps()).toEqual(['Accept 2 suggestions', 'Fit to 0:20.0']);
    expect(state().document.cuts.map(({ by }) => by)).not.toContain('suggestion');
    expect(state().announcement).toBe('Fit to 20 seconds. Result 20 seconds.');
    expect(selectFit(state())?.kind).toBe('fitted');
    editor.actions.fitTo(20 * SECOND);
    expect(steps()).toHaveLength(2);
    run('undo');
    expect(state().document.targetMicros).toBeUndefined();
    expect(state().document.cuts.map(({ by }) => by)).toContain('suggestion');
  });

  it('leaves nothing to suggest, and says so', () => {
    editor.actions.fitTo(20 * SECOND);
    expect(selectSuggestions(state())).toEqual([]);
    expect(selectNothingToSuggest(state())).toBe('While a target is set there are no suggestions.');
  });

  it('is live in a gesture, which is one step', () => {
    editor.actions.beginGesture('Target length');
    for (const seconds of [40, 30, 25]) {
      editor.actions.fitTo(seconds * SECOND);
      expect(isFitted(seconds)).toBe(true);
      expect(selectFit(state())?.resultMicros).toBeCloseTo(resultSeconds() * SECOND, -2);
    }
    editor.actions.commitGesture();
    expect(steps()).toEqual(['Fit to 0:25.0']);
    expect(state().announcement).toBe('Fit to 25 seconds. Result 25 seconds.');
    editor.actions.beginGesture('Target length');
    editor.actions.fitTo(12 * SECOND);
    run('escape');
    expect(isFitted(25)).toBe(true);
    expect(steps()).toHaveLength(1);
  });

  it('leaves no step where a gesture comes back to where it began', () => {
    editor.actions.fitTo(25 * SECOND);
    const { document } = state();
    editor.actions.beginGesture('Target length');
    for (const seconds of [40, 30, 25]) editor.actions.fitTo(seconds * SECOND);
    editor.actions.commitGesture();
    expect(steps()).toEqual(['Fit to 0:25.0']);
    expect(state().document).toBe(document);
  });

  it('says what stands in the way, and comes as near as it can', () => {
    editor.actions.keep(range(0, 60));
    editor.actions.fitTo(20 * SECOND);
    const outcome = selectFit(state());
    if (outcome?.kind !== 'infeasible') throw new Error('it is met');
    expect(outcome.reason).toBe('pins');
    expect(isFitted(outcome.nearestMicros / SECOND)).toBe(true);
    expect(state().announcement).toContain('Result 1 minute 1.8 seconds of 20 seconds. Your own edits need 1 minute 1.8 seconds.');
    editor.actions.fitTo(outcome.nearestMicros);
    expect(selectFit(state())?.kind).toBe('fitted');
  });

  it('that is in the way of the user’s own speed makes that faster', () => {
    editor.actions.speedUp(range(0, 120));
    editor.actions.fitTo(20 * SECOND);
    const outcome = selectFit(state());
    if (outcome?.kind !== 'infeasible' || outcome.speedUp === undefined) throw new Error('there is no such way out');
    editor.actions.speedPinsUp(outcome.speedUp);
    expect(selectFit(state())?.kind).toBe('fitted');
    expect(isFitted(20)).toBe(true);
  });

  it('stops, with what was fitted or without', () => {
    editor.actions.cut(range(60, 70));
    editor.actions.fitTo(20 * SECOND);
    editor.actions.stopFitting(false);
    expect(pins()).toBe('cut 60-70');
    expect(resultSeconds()).toBe(110);
    run('undo');
    editor.actions.stopFitting(true);
    expect(isFitted(20)).toBe(true);
    expect([...state().document.cuts, ...state().document.speedRegions].every(({ by }) => by === undefined)).toBe(true);
    expect(state().document.targetMicros).toBeUndefined();
    expect(steps()).toEqual(['Cut 1:00.0–1:10.0', 'Fit to 0:20.0', 'Stop fitting']);
  });

  it('that stops brings back what was suggested and taken before, but where the user has cut since', () => {
    editor.actions.acceptAll();
    const { cuts } = state().document;
    editor.actions.fitTo(20 * SECOND);
    editor.actions.fitTo(30 * SECOND);
    editor.actions.stopFitting(false);
    expect(state().document.cuts).toEqual(cuts);
    editor.actions.fitTo(20 * SECOND);
    editor.actions.cut(range(60, 70));
    editor.actions.stopFitting(false);
    expect(state().document.cuts).toMatchObject([{ start: cuts[0]?.start, by: 'suggestion' }, range(60, 70)]);
  });

  it('says that the limits are in the way, and is met without them', () => {
    editor.actions.setEditSettings({ shortestKeptMicros: 60 * SECOND });
    editor.actions.fitTo(20 * SECOND);
    expect(selectFit(state())).toMatchObject({ kind: 'infeasible', reason: 'limits' });
    expect(state().announcement).toMatch(/These margins and limits need 1 minute/);
    editor.actions.setEditSettings(DEFAULT_EDITS);
    expect(selectFit(state())?.kind).toBe('fitted');
    expect(isFitted(20)).toBe(true);
  });
});

describe('an edit of the user, with a target', () => {
  beforeEach(() => editor.actions.fitTo(20 * SECOND));

  it.each([
    ['a cut', () => editor.actions.cut(range(41, 44)), 'cut 41-44'],
    ['a speed region', () => editor.actions.speedUp(range(41, 44)), '41-44x2'],
    ['a stretch that is kept', () => editor.actions.keep(range(41, 44)), '41-44x1'],
    ['an idle cap', () => editor.actions.setIdleCap(0.3 * SECOND), ''],
  ])('has the rest solved again in the same step: %s', (_, edit, after) => {
    edit();
    expect(pins()).toBe(after);
    expect(isFitted(20)).toBe(true);
    expect(steps()).toHaveLength(2);
    expect(state().announcement).toMatch(/\. The rest is solved again\. Result (20|(19\.9|20\.1) of 20) seconds\.$/);
    const { document } = state();
    run('undo');
    expect(pins()).toBe('');
    run('redo');
    expect(state().document).toBe(document);
  });

  it('that drags has it solved at its end', () => {
    editor.actions.cut(range(41, 44));
    editor.actions.beginGesture('Move cut');
    const ref = selectRegionRef(state());
    if (!ref) throw new Error('nothing is selected');
    for (const end of [45, 46, 47]) editor.actions.place(ref, range(41, end));
    expect(isFitted(20)).toBe(false);
    editor.actions.commitGesture();
    expect(pins()).toBe('cut 41-47');
    expect(isFitted(20)).toBe(true);
    expect(steps()).toHaveLength(3);
    expect(state().announcement).toMatch(/^End of cut 1 to 47 seconds\. The rest is solved again/);
  });

  it('that drags there and back is none', () => {
    const { document } = state();
    const { ref, region } = made();
    editor.actions.beginGesture('Move');
    editor.actions.place(ref, { start: region.start, end: sourceTime(region.end - SECOND) });
    editor.actions.place(ref, { start: region.start, end: region.end });
    editor.actions.commitGesture();
    expect(state().document).toBe(document);
    expect(steps()).toHaveLength(1);
  });

  it('that drags over what was made and back is none', () => {
    editor.actions.cut(range(60, 70));
    const { document } = state();
    const ref = selectRegionRef(state());
    if (!ref) throw new Error('nothing is selected');
    editor.actions.beginGesture('Move cut');
    for (const end of [90, 115, 70]) editor.actions.place(ref, range(60, end));
    editor.actions.commitGesture();
    expect(state().document).toBe(document);
  });

  it('on what was made makes that the user’s own', () => {
    const { ref, region } = made();
    const place = { start: region.start, end: sourceTime(region.end - SECOND) };
    editor.actions.place(ref, place);
    const { cuts, speedRegions } = pinsOf(state().document);
    expect([...cuts, ...speedRegions]).toMatchObject([{ ...place, reason: region.reason }]);
    expect(isFitted(20)).toBe(true);
  });

  it('pins what was made, or gives it back to be solved', () => {
    const { ref, place } = made();
    editor.actions.pin(ref);
    expect(pins()).toContain(place);
    expect(isFitted(20)).toBe(true);
    editor.actions.release(ref);
    expect(pins()).toBe('');
    expect(isFitted(20)).toBe(true);
  });

  it('that removes what was made keeps that stretch', () => {
    editor.actions.fitTo(100 * SECOND);
    const { ref, place } = made();
    editor.actions.remove(ref);
    expect(pins()).toBe(`${place}x1`);
    expect(place).toBe('50-110');
    expect(steps().at(-1)).toBe('Keep 0:50.0–1:50.0 at 1×');
    expect(state().announcement).toMatch(/^Keep 50 seconds to 1 minute 50 seconds at 1×\. The rest is solved again/);
    expect(findRegion(state().document, selectRegionRef(state()) ?? ref)?.by).toBeUndefined();
  });

  it('gives back a range of what is kept, and no more', () => {
    editor.actions.keep(range(40, 50));
    editor.actions.releaseRange(range(45, 47));
    expect(pins()).toBe('40-45x1, 47-50x1');
    expect(isFitted(20)).toBe(true);
    expect(steps().slice(1)).toEqual(['Keep 0:40.0–0:50.0 at 1×', 'Release 0:45.0–0:47.0']);
    expect(state().announcement).toMatch(/^Release 45 seconds to 47 seconds\. The rest is solved again/);
    const { document } = state();
    editor.actions.releaseRange(range(60, 70));
    expect(state().document).toBe(document);
  });

  it('that removes a pin releases it', () => {
    editor.actions.cut(range(41, 44));
    editor.actions.fitTo(30 * SECOND);
    const [cut] = state().document.cuts.filter(({ by }) => by === undefined);
    editor.actions.remove({ kind: 'cut', id: cut?.id ?? 0 });
    expect(pins()).toBe('');
    expect(isFitted(30)).toBe(true);
  });

  it('cannot remove the hold that makes the length', () => {
    const { document } = state();
    const hold = document.holds.find(({ by }) => by === 'fit');
    expect(hold).toBeDefined();
    editor.actions.removeAll([{ kind: 'hold', id: hold?.id ?? 0 }]);
    expect(state().document).toBe(document);
    expect(state().announcement).toMatch(/Stop fitting/);
  });

  it('changes nothing that is fitted where it only masks', () => {
    const { cuts } = state().document;
    editor.actions.mask([{ ...range(0, 1), what: { kind: 'pattern', pattern: 'x', ignoreCase: false }, with: '*' }]);
    expect(state().document.cuts).toBe(cuts);
    expect(state().document.targetMicros).toBe(20 * SECOND);
  });

  it('is forgotten with a plan that takes its place', () => {
    editor.actions.replacePlan(EMPTY_PLAN, 'a.plan.json');
    expect(state().document.targetMicros).toBeUndefined();
    run('undo');
    expect(state().document.targetMicros).toBe(20 * SECOND);
  });

  it('finds other margins used', () => {
    editor.actions.setEditSettings({ marginAfterMicros: 2 * SECOND });
    expect(isFitted(20)).toBe(true);
    expect(selectEditSettings(state()).marginAfterMicros).toBe(2 * SECOND);
    expect(state().announcement).toMatch(/^Margins and limits\. The rest is solved again/);
    run('undo');
    expect(selectEditSettings(state())).toEqual(DEFAULT_EDITS);
    expect(isFitted(20)).toBe(true);
    expect(selectFit(state())?.kind).toBe('fitted');
  });
});

describe('before the analysis is there', () => {
  beforeEach(() => editor.store.setState({ analysis: running }));

  it('a target is remembered, and fitted to then, as one step', () => {
    editor.actions.fitTo(40 * SECOND);
    editor.actions.fitTo(20 * SECOND);
    expect(state().awaitedTargetMicros).toBe(20 * SECOND);
    expect(state().announcement).toBe('Will be fitted to 20 seconds once the recording has been looked through');
    expect(steps()).toEqual([]);
    editor.store.setState({ analysis: done });
    expect(isFitted(20)).toBe(true);
    expect(steps()).toEqual(['Fit to 0:20.0']);
    expect(state().awaitedTargetMicros).toBeNull();
  });

  it('it waits for the end of a drag', () => {
    editor.actions.fitTo(20 * SECOND);
    editor.actions.cut(range(60, 70));
    editor.actions.beginGesture('Move cut 1');
    editor.store.setState({ analysis: done });
    editor.actions.place({ kind: 'cut', id: 1 }, range(60, 72));
    expect(state().document.targetMicros).toBeUndefined();
    editor.actions.commitGesture();
    expect(isFitted(20)).toBe(true);
    expect(steps()).toEqual(['Cut 1:00.0–1:10.0', 'End of cut 1 to 1:12.0', 'Fit to 0:20.0']);
  });

  it('it is forgotten where the analysis is cancelled, or fails, or fitting is stopped', () => {
    for (const forget of [
      editor.actions.cancelAnalysis,
      () => editor.actions.stopFitting(false),
      () => editor.store.setState({ analysis: { ...running, status: 'failed', message: 'It takes too long.' } }),
    ]) {
      editor.store.setState({ analysis: running });
      editor.actions.fitTo(20 * SECOND);
      forget();
      expect(state().awaitedTargetMicros).toBeNull();
    }
  });

  it('it is said that it is cancelled with the analysis', () => {
    editor.actions.cancelAnalysis();
    expect(state().announcement).toBe('Analysis cancelled');
    editor.store.setState({ analysis: running });
    editor.actions.fitTo(40 * SECOND);
    editor.actions.cancelAnalysis();
    expect(state().announcement).toBe('Analysis cancelled, and with it the fit to 40 seconds');
  });

  it('it has one begun again that was cancelled, or has failed', () => {
    const screens: Screens = { ask: () => new Promise(() => {}), close: () => {} };
    for (const status of ['cancelled', 'failed'] as const) {
      editor.store.setState({ screens, analysis: { ...running, status }, awaitedTargetMicros: null });
      editor.actions.fitTo(20 * SECOND);
      expect(state().analysis.status).toBe('running');
      expect(state().awaitedTargetMicros).toBe(20 * SECOND);
    }
  });

  it('what was fitted before is solved again for an edit once it is', () => {
    editor.store.setState({ analysis: done });
    editor.actions.fitTo(20 * SECOND);
    editor.store.setState({ analysis: running });
    editor.actions.cut(range(41, 44));
    expect(state().awaitedTargetMicros).toBe(20 * SECOND);
    editor.store.setState({ analysis: done });
    expect(isFitted(20)).toBe(true);
    expect(pins()).toBe('cut 41-44');
  });
});

describe('Keep at 1×', () => {
  it('keeps the selection, or the selected region, or the moment at the playhead with its margins', () => {
    editor.actions.select(range(60, 70));
    run('keepAtOne');
    expect(pins()).toBe('60-70x1');
    expect(state().selection).toBeNull();
    expect(state().selected).toEqual([{ kind: 'speed', id: 1 }]);
    expect(run('keepAtOne')).toBe(false);

    editor.actions.cut(range(80, 90));
    run('keepAtOne');
    expect(pins()).toBe('60-70x1, 80-90x1');

    editor.actions.selectEdit(null);
    editor.actions.seek(sourceTime(45 * SECOND));
    run('keepAtOne');
    expect(pins()).toBe('40.8-44x1, 60-70x1, 80-90x1');
  });

  it('shows a moment that is gone soon for as long as it takes to read it', () => {
    const brief = { ...moment(60, 61, 0.1), readingMicros: 5 * SECOND };
    const moments = [...analysis.moments, brief].sort((one, other) => one.start - other.start);
    editor.store.setState({ analysis: { ...done, analysis: { ...analysis, moments } } });
    editor.actions.seek(sourceTime(60.7 * SECOND));
    run('keepAtOne');
    expect(pins()).toBe('59.8-61.5x1');
    for (const seconds of [40, 12]) {
      editor.actions.fitTo(seconds * SECOND);
      expect(isFitted(seconds)).toBe(true);
      expect(selectFit(state())?.kept).toContain(brief);
      const map = selectTimeMap(state());
      expect((map?.toResult(brief.goneAt) ?? 0) - (map?.toResult(brief.time) ?? 0)).toBeGreaterThanOrEqual(brief.readingMicros);
      expect(pinsOf(state().document).holds).toEqual([]);
    }
  });

  it('lets go of one moment and not of its neighbour', () => {
    const beside = moment(42, 44, 0.5);
    const moments = [...analysis.moments, beside].sort((one, other) => one.start - other.start);
    editor.store.setState({ analysis: { ...done, analysis: { ...analysis, moments } } });
    editor.actions.keep(range(40.8, 44));
    editor.actions.keep(range(41.8, 44.5));
    expect(pins()).toBe('40.8-41.8x1, 41.8-44.5x1');
    editor.actions.releaseRange(range(41.8, 44.5));
    expect(pins()).toBe('40.8-41.8x1, 41.8-44x1');
    expect(isRangeKept(state().document, range(41, 43.5))).toBe(true);
    // Where all of it is the neighbour's too, the one that is let go of wins.
    editor.actions.releaseRange(range(41.8, 44.5));
    expect(pins()).toBe('40.8-41.8x1');
  });

  it('does not apply where there is nothing to keep', () => {
    expect(run('keepAtOne')).toBe(false);
    editor.actions.seek(sourceTime(45 * SECOND));
    expect(run('keepAtOne')).toBe(true);
    expect(run('keepAtOne')).toBe(false);
  });

  it('says why it does not apply', () => {
    const whyNot = () => findCommand('keepAtOne').whyNot(state());
    expect(whyNot()).toBe('No moment is on the screen at the playhead. Select a stretch to keep it at 1×.');
    editor.actions.select(range(60, 70));
    expect(whyNot()).toBe('');
    run('keepAtOne');
    expect(whyNot()).toBe('This is kept at 1× already.');
    editor.store.setState({ analysis: running, selected: [] });
    expect(whyNot()).toBe('Select a stretch to keep it at 1×.');
  });
});

it('a target does not apply to a recording that is too short for any, and it is said why', () => {
  const recording = readCast(bytesOf(castText('x@0 y@2.5')));
  expect(findCommand('target').whyNot(state())).toBe('');
  editor.store.setState({ opened: { fileName: 'b.cast', recording, activity: buildActivity(recording) } });
  expect(run('target')).toBe(false);
  expect(findCommand('target').whyNot(state())).toBe('The recording is only 0:02.5 long.');
});

it('while something is dragged no command runs, but the one that cancels that', () => {
  editor.actions.cut(range(60, 70));
  editor.actions.beginGesture('Move cut 1');
  const before = state();
  for (const { id } of COMMANDS) if (id !== 'escape') expect(run(id), id).toBe(false);
  expect(state()).toBe(before);
  expect(run('escape')).toBe(true);
  expect(state().gesture).toBeNull();
  expect(run('export')).toBe(true);
});

it('the field for a target takes the focus once', () => {
  run('target');
  expect(state().isTargetAskedFor).toBe(true);
  editor.actions.enteredTarget();
  expect(state().isTargetAskedFor).toBe(false);
});

describe('while a target is set', () => {
  beforeEach(() => {
    editor.actions.fitTo(20 * SECOND);
    expect(state().toast?.text).toBe('Fit to 0:20.0');
  });

  const solvedAgain = (): boolean => state().announcement.includes('The rest is solved again');

  it('an edit tells that the rest is solved again, with the way back', () => {
    editor.actions.cut(range(60, 70));
    expect(solvedAgain()).toBe(true);
    expect(state().toast).toEqual({ text: 'Cut 1:00.0–1:10.0. The rest is solved again', canUndo: true });
  });

  it('neither is told of what no length follows from', () => {
    editor.actions.mark(sourceTime(5 * SECOND));
    editor.actions.setMarker(1, { label: 'here' });
    editor.actions.beginGesture('Move marker 1');
    editor.actions.setMarker(1, { time: sourceTime(6 * SECOND) });
    editor.actions.commitGesture();
    editor.actions.setTitle('A title');
    expect(steps().slice(1)).toEqual(['Marker at 0:05.0', 'Label of marker 1: here', 'Move marker 1 to 0:06.0', 'Title “A title”']);
    expect(solvedAgain()).toBe(false);
    expect(state().toast).toBeNull();
  });
});
