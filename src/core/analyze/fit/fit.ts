import { formatTime, speakTime } from '../../cast/format-time.ts';
import type { Recording } from '../../cast/recording.ts';
import { DEFAULT_EDITS, type EditSettings } from '../../plan/edit-settings.ts';
import type { Plan } from '../../plan/plan.ts';
import { createTimeMap } from '../../plan/time-map.ts';
import type { Analysis, Moment } from '../analysis.ts';
import { inOrder, NO_EDITS, withEdits } from './edits.ts';
import { freeTimeOf } from './free-time.ts';
import { keptHolds } from './kept-holds.ts';
import { leastResult } from './must-show.ts';
import { type FitOutcome, type Infeasible, type Outcome, TARGET_TOLERANCE_MICROS } from './outcome.ts';
import type { Stage } from './showing.ts';
import { solve } from './solve.ts';
import { speedUpFor } from './speed-up.ts';

/**
 * Brings a recording to a length: shows the moments that matter most for as long as it takes to read them, plays the rest
 * fast or cuts it, and holds the last screen. `pins` are the edits of the user, which stay as they are. Infeasible where they
 * take longer than the target, or nothing is left that could last as long.
 */
export function fitToTarget(
  recording: Recording,
  analysis: Analysis,
  pins: Plan,
  targetMicros: number,
  settings: EditSettings,
): FitOutcome {
  const held = keptHolds(recording, analysis, pins);
  const stage = stageOf(recording, analysis, withEdits(pins, { ...NO_EDITS, holds: held }), settings);
  const outcome = fitStage(recording, analysis, stage, targetMicros, pins);
  return { ...outcome, edits: { ...outcome.edits, holds: inOrder([...outcome.edits.holds, ...held]) } };
}

/** `pins`: those of the stage without the holds for what is kept, which other speeds would make others. */
function fitStage(recording: Recording, analysis: Analysis, stage: Stage, targetMicros: number, pins: Plan): FitOutcome {
  const longest = stage.pinMap.resultDuration;
  if (longest < targetMicros - TARGET_TOLERANCE_MICROS || stage.free.lastInstant === undefined) {
    return {
      kind: 'infeasible',
      reason: 'short',
      ...unedited(stage, analysis),
      nearestMicros: longest,
      ...told((time) => `The recording is only ${time(longest)} long${hasEdits(pins) ? ' with your edits' : ''}.`),
    };
  }
  if (longest <= targetMicros + TARGET_TOLERANCE_MICROS) return { kind: 'fitted', ...unedited(stage, analysis) };

  const isEnough = (leastMicros: number): boolean => leastMicros <= targetMicros + TARGET_TOLERANCE_MICROS;
  const leastOf = leastResult(recording, stage, analysis);
  const least = leastOf(stage.pins);
  if (isEnough(least)) return { kind: 'fitted', ...solve(recording, stage, analysis, Math.max(targetMicros, least)) };

  const nearestMicros = Math.min(longest, Math.ceil(least / NEAREST_STEP_MICROS) * NEAREST_STEP_MICROS);
  const nearest = {
    kind: 'infeasible',
    ...(nearestMicros === longest ? unedited(stage, analysis) : solve(recording, stage, analysis, nearestMicros)),
    nearestMicros,
  } as const;
  if (isEnough(leastResult(recording, { ...stage, settings: DEFAULT_EDITS }, analysis)(stage.pins))) {
    return { ...nearest, reason: 'limits', ...told((time) => `These margins and limits need ${time(nearestMicros)}.`) };
  }
  const withHeld = (faster: Plan): Plan => withEdits(faster, { ...NO_EDITS, holds: keptHolds(recording, analysis, faster) });
  const speedUp = speedUpFor(
    pins,
    targetMicros,
    (faster) => leastOf(withHeld(faster)),
    (faster) => createTimeMap(recording, withHeld(faster)).resultDuration,
  );
  return {
    ...nearest,
    reason: 'pins',
    ...told((time) => `${hasEdits(pins) ? 'Your own edits need' : 'The last screen needs'} ${time(nearestMicros)}.`),
    ...(speedUp !== undefined && { speedUp }),
  };
}

/** A sentence with a time in it, to be read and to be spoken. */
const told = (sentence: (time: (micros: number) => string) => string): Pick<Infeasible, 'message' | 'spokenMessage'> => ({
  message: sentence((micros) => formatTime(micros)),
  spokenMessage: sentence(speakTime),
});

/** What can be met is named with one decimal. */
const NEAREST_STEP_MICROS = 100_000;

function stageOf(recording: Recording, { flashes }: Analysis, pins: Plan, settings: EditSettings): Stage {
  const pinMap = createTimeMap(recording, pins);
  const free = freeTimeOf(recording, pins, pinMap);
  return {
    pins,
    pinMap,
    free,
    settings,
    flashTimes: flashes.times,
    flashResults: free.toResults(flashes.times),
  };
}

const hasEdits = ({ cuts, speedRegions, holds, idleCapMicros }: Plan): boolean =>
  cuts.length + speedRegions.length + holds.length > 0 || typeof idleCapMicros === 'number';

/** The recording as the user has edited it: nothing is left out of that. */
function unedited({ pinMap, free }: Stage, { moments }: Analysis): Outcome {
  function isRead({ time, goneAt, readingMicros }: Moment): boolean {
    const until = goneAt >= free.end ? pinMap.resultDuration : pinMap.toResult(goneAt);
    return until - pinMap.toResult(time) >= readingMicros;
  }
  return { edits: NO_EDITS, kept: moments.filter(isRead), leftOutCount: 0, resultMicros: pinMap.resultDuration, notes: [] };
}
