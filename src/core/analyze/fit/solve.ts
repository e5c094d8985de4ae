import { formatTime } from '../../cast/format-time.ts';
import type { Recording } from '../../cast/recording.ts';
import { createTimeMap } from '../../plan/time-map.ts';
import type { Analysis } from '../analysis.ts';
import { type Bridged, bridgeGaps } from './bridge-gaps.ts';
import { type Choice, choicesFor, countFor } from './choose.ts';
import { type BareEdits, editsFor, explained, readingHolds, withEdits } from './edits.ts';
import { doPinsFlash, flashingRanges } from './flashing.ts';
import { gapOf } from './gap.ts';
import { type LastScreen, lastScreenOf } from './last-screen.ts';
import { mustShow } from './must-show.ts';
import type { Outcome } from './outcome.ts';
import type { Stage } from './showing.ts';
import { type Part, type Shown, withoutParts } from './shown.ts';

/** What is missing of the target is held at the end, unless it is less than this. */
const SHORTEST_END_HOLD_MICROS = 50_000;

/** Meets a target that is no shorter than `leastResult` and no longer than the recording with the user's edits. */
export function solve(recording: Recording, stage: Stage, analysis: Analysis, targetMicros: number): Outcome {
  const { pins, pinMap, free } = stage;
  const measure = (edits: BareEdits) => createTimeMap(recording, withEdits(pins, edits));
  const freeMicros = free.ranges.reduce((sum, { start, end }) => sum + free.lengthOf(start, end), 0);
  const roomMicros = targetMicros - (pinMap.resultDuration - freeMicros);

  function tryOut({ shown, showings, heldMicros: held }: Choice, bridges: readonly Part[]) {
    const steady = shown.parts.filter(({ factor }) => factor === 1);
    const parts = [...steady, ...bridges].sort((one, other) => one.start - other.start);
    const edits = editsFor(free.ranges, parts, readingHolds(showings));
    const map = measure(edits);
    return { edits, map, overMicros: map.resultDuration + held - targetMicros };
  }

  /** Without bridges, and without what would flash of that which leads up to moments. */
  function withLeads(choice: Choice) {
    let { shown } = choice;
    for (;;) {
      const leads = leadsOf(shown);
      const calm = { ...choice, shown };
      const trial = tryOut(calm, leads);
      const { played } = flashingRanges(trial.map, trial.edits, leads, stage.flashTimes);
      if (played.size === 0) return { choice: calm, leads, trial };
      shown = withoutParts(shown, played, stage.settings);
    }
  }

  function choose(last: LastScreen) {
    const choices = choicesFor(stage, analysis, last, mustShow(stage, last));
    let count = countFor(choices, stage, last, roomMicros);
    let led = withLeads(choices.first(count));
    // Where an idle cap is set, cuts let pauses last longer than was reckoned with.
    while (count > 0 && led.trial.overMicros > 0) led = withLeads(choices.first(--count));
    return { ...led, choices, count, leftMicros: -led.trial.overMicros };
  }

  const wanted = choose(lastScreenOf(stage, analysis, roomMicros));
  const { choices, count, choice, leads, trial, leftMicros } = wanted.leftMicros >= 0 ? wanted : choose(lastScreenOf(stage, analysis, 0));
  const gaps = [
    ...leads.map((lead) => gapOf(lead, analysis.spans, free, lead.factor)),
    ...choice.shown.gaps.map((gap) => gapOf(gap, analysis.spans, free)),
  ].sort((one, other) => one.start - other.start);
  const leadMicros = leads.reduce((sum, { start, end, factor }) => sum + free.lengthOf(start, end) / factor, 0);
  const budget = { micros: leftMicros + leadMicros, isRoomy: count === choices.order.length };
  const bridged = bridgeGaps(gaps, stage, budget, trial, (parts) => tryOut(choice, parts));
  const edits = explained(withLastHold(bridged, stage, targetMicros), analysis.spans, choice.showings);

  const kept = [...choices.seen, ...choice.showings.map(({ moment }) => moment)].sort((one, other) => one.time - other.time);
  const leftOutCount = choices.order.slice(count).filter(({ moment }) => moment.isKept).length;
  return {
    edits,
    kept,
    leftOutCount,
    resultMicros: measure(edits).resultDuration,
    notes: [...notesOnMoments(leftOutCount, targetMicros), ...notesOnFlashes(bridged.flashedCount, doPinsFlash(stage))],
  };
}

/** What leads up to moments faster than it was recorded. */
const leadsOf = ({ parts }: Shown): readonly Part[] => parts.filter(({ factor }) => factor !== 1);

function withLastHold({ edits, map }: Bridged, { free }: Stage, targetMicros: number): BareEdits {
  const durationMicros = Math.round(targetMicros - map.resultDuration);
  if (free.lastInstant === undefined || durationMicros < SHORTEST_END_HOLD_MICROS) return edits;
  return { ...edits, holds: [...edits.holds, { at: free.lastInstant, durationMicros, reason: 'last screen' }] };
}

function notesOnMoments(count: number, targetMicros: number): string[] {
  if (count === 0) return [];
  const moments = count === 1 ? '1 moment that should be seen has' : `${count} moments that should be seen have`;
  return [`${moments} no room in ${formatTime(targetMicros)}.`];
}

function notesOnFlashes(count: number, doPins: boolean): string[] {
  const stretches =
    count === 1 ? '1 stretch is cut: played fast it would flash.' : `${count} stretches are cut: played fast they would flash.`;
  return [...(count > 0 ? [stretches] : []), ...(doPins ? ['Your own speed regions flash more than three times a second.'] : [])];
}
