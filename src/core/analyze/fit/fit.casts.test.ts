import { expect, it } from 'vitest';
import { seenRecording } from '#testing/seen-recording.ts';
import { sharedCasts } from '#testing/shared-casts.ts';
import { readCast } from '../../cast/reader.ts';
import { recordingDuration } from '../../cast/recording.ts';
import { MICROS_PER_SECOND } from '../../cast/time.ts';
import { DEFAULT_EDITS } from '../../plan/edit-settings.ts';
import { EMPTY_PLAN } from '../../plan/plan.ts';
import { createTimeMap } from '../../plan/time-map.ts';
import { DEFAULT_ANALYSIS } from '../analysis.ts';
import { analyze } from '../analyze.ts';
import { suggest } from '../suggest/suggest.ts';
import { withEdits } from './edits.ts';
import { fitToTarget } from './fit.ts';
import { TARGET_TOLERANCE_MICROS } from './outcome.ts';

/** Sessions with agents, at shells and in full-screen programs; those that are no longer than their target are said to be too short. */
const NAMES = [
  'v2-allende-003.cast',
  'v2-pocketcast-chat.cast',
  'v2-claudechic-foo.cast',
  'v3-nyx-claude.cast',
  'v2-tcut-demo.cast',
  'v3-llmfit-tui.cast',
  'v2-iredis-osc133.cast',
  'v3-fogwall-server.cast',
  'v2-self-stdin-secrets-markers.cast',
  'v2-scene-short.cast',
];

const casts = sharedCasts().filter(({ name }) => NAMES.includes(name));

it.runIf(casts.length > 0).each(casts)('brings $name to every length, with moments that can be read', ({ read }) => {
  const recording = readCast(read());
  const duration = recordingDuration(recording);
  const analysis = analyze(seenRecording(recording), DEFAULT_ANALYSIS);
  let keptBefore = 0;
  for (const seconds of [3, 8, 15, 40, 60, 120, 600]) {
    const targetMicros = seconds * MICROS_PER_SECOND;
    const outcome = fitToTarget(recording, analysis, EMPTY_PLAN, targetMicros, DEFAULT_EDITS);
    if (duration < targetMicros - TARGET_TOLERANCE_MICROS) {
      expect(outcome).toMatchObject({ kind: 'infeasible', reason: 'short', nearestMicros: duration });
      continue;
    }
    expect(outcome.kind).toBe('fitted');
    const map = createTimeMap(recording, withEdits(EMPTY_PLAN, outcome.edits));
    expect(Math.abs(map.resultDuration - targetMicros)).toBeLessThanOrEqual(TARGET_TOLERANCE_MICROS);
    for (const { time, goneAt, readingMicros } of outcome.kept) {
      const until = goneAt >= duration ? map.resultDuration : map.toResult(goneAt);
      expect(until - map.toResult(time)).toBeGreaterThanOrEqual(readingMicros - TARGET_TOLERANCE_MICROS / 2);
    }
    expect(outcome.kept.length).toBeGreaterThanOrEqual(keptBefore);
    keptBefore = outcome.kept.length;
  }
});

it.runIf(casts.length > 0).each(casts)('suggests for $name what saves what it says', ({ read }) => {
  const recording = readCast(read());
  const analysis = analyze(seenRecording(recording), DEFAULT_ANALYSIS);
  const suggestions = suggest(recording, analysis, EMPTY_PLAN, DEFAULT_EDITS);
  const edits = {
    cuts: suggestions.filter(({ edit }) => edit === 'cut'),
    speedRegions: suggestions.filter((one) => one.edit === 'speed'),
    holds: [],
  };
  const saved = suggestions.reduce((sum, { savedMicros }) => sum + savedMicros, 0);
  const plan = withEdits(EMPTY_PLAN, edits);
  expect(recordingDuration(recording) - createTimeMap(recording, plan).resultDuration).toBeCloseTo(saved, 0);
  expect(suggest(recording, analysis, plan, DEFAULT_EDITS)).toEqual([]);
});
