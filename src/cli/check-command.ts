import { formatTime } from '#core/cast/format-time.ts';
import { type Recording, recordingDuration } from '#core/cast/recording.ts';
import type { Range } from '#core/lib/ranges.ts';
import type { Plan } from '#core/plan/plan.ts';
import { planWarnings } from '#core/plan/plan-warnings.ts';
import { createTimeMap, type TimeMap } from '#core/plan/time-map.ts';
import { cutLines } from './cut-lines.ts';
import { type PreparedPlan, preparePlan } from './prepare-plan.ts';
import { inputName, readPlan, readRecording } from './read-input.ts';
import { STANDARD_STREAM } from './standard-streams.ts';
import { UsageError } from './usage.ts';
import { firstLines } from './warnings.ts';

export interface CheckOptions {
  readonly planPath: string;
  /** Absent: only the plan is looked at. */
  readonly inputPath?: string;
  readonly strict: boolean;
}

/** Says what a plan would do, as lines for the standard output. Throws `Failure` for one that is no plan, and for a recording that cannot be read. */
export async function checkCommand({ planPath, inputPath, strict }: CheckOptions): Promise<string[]> {
  if (planPath === STANDARD_STREAM && inputPath === STANDARD_STREAM) {
    throw new UsageError('only one of PLAN and IN can be the standard input');
  }
  const plan = await readPlan(planPath);
  if (inputPath === undefined) return [`${inputName(planPath)}: a plan with ${contents(plan)}`];

  const { recording, sha256 } = await readRecording(inputPath, { strict, wantsSha256: plan.source?.sha256 !== undefined });
  const { report } = recording;
  const prepared = await preparePlan(recording, plan, inputName(inputPath));
  return [
    `${inputName(inputPath)}: asciicast v${recording.version}, ${count(recording.events.length, 'event')}, ${duration(recordingDuration(recording))}`,
    ...effects(recording, plan),
    ...(await masksAndScreens(prepared, plan.redactions.length)),
    ...[...planWarnings(plan, recording, sha256), ...(await maskWarnings(prepared, plan))].map((warning) => `warning: ${warning}`),
    ...notes('unreadable', report.unreadable, report.unreadableCount),
    ...notes('odd', report.oddities, report.oddityCount),
  ];
}

function contents({ cuts, speedRegions, holds, markers, idleCapMicros, title, redactions }: Plan): string {
  return list([
    idleCapMicros != null && `an idle cap of ${duration(idleCapMicros)}`,
    idleCapMicros === null && 'no idle cap',
    cuts.length > 0 && count(cuts.length, 'cut'),
    speedRegions.length > 0 && count(speedRegions.length, 'speed region'),
    holds.length > 0 && count(holds.length, 'hold'),
    markers && count(markers.length, 'marker'),
    title !== undefined && 'a title',
    redactions.length > 0 && count(redactions.length, 'redaction'),
  ]);
}

/**
 * How much each kind of edit takes out, in the order in which the map counts them: what a cut removes no cap or
 * factor can remove again.
 */
function effects(recording: Recording, plan: Plan): string[] {
  const map = createTimeMap(recording, plan);
  const withoutHolds = createTimeMap(recording, { ...plan, holds: [] });
  const withoutSpeed = createTimeMap(recording, { ...plan, holds: [], speedRegions: [] });
  const cutMicros = totalLength(plan.cuts, map);
  const idleMicros = map.sourceDuration - cutMicros - withoutSpeed.resultDuration;
  const speedMicros = withoutSpeed.resultDuration - withoutHolds.resultDuration;
  const holdMicros = map.resultDuration - withoutHolds.resultDuration;
  const lines = [
    plan.cuts.length > 0 && `${count(plan.cuts.length, 'cut')}: ${duration(cutMicros)} removed`,
    plan.idleCapMicros != null && `idle cap of ${duration(plan.idleCapMicros)}: ${duration(idleMicros)} removed`,
    plan.speedRegions.length > 0 && `${count(plan.speedRegions.length, 'speed region')}: ${change(speedMicros)}`,
    plan.holds.length > 0 && `${count(plan.holds.length, 'hold')}: ${duration(holdMicros)} added`,
    `result: ${duration(map.sourceDuration)} → ${duration(map.resultDuration)}`,
  ];
  return lines.filter((line) => line !== false);
}

async function maskWarnings(prepared: PreparedPlan, whole: Plan): Promise<string[]> {
  if (whole.redactions.length === 0) return [];
  const { leftoverWarnings, planTextWarnings, resultFile } = await import('./mask-lines.ts');
  return [...planTextWarnings(whole, prepared), ...leftoverWarnings(resultFile(prepared), whole, prepared)];
}

async function masksAndScreens({ recording, plan, cuts, seams }: PreparedPlan, redactionCount: number): Promise<string[]> {
  const masked = redactionCount > 0 ? [`${count(redactionCount, 'redaction')}: nothing is left of what they name`] : [];
  if (cuts.length === 0) return masked;
  const { screensAfterCuts } = await import('#core/screen/seams/check-cuts.ts');
  return [...masked, ...cutLines(cuts, seams, screensAfterCuts(recording, plan, seams))];
}

/** Of cuts, which do not overlap, as far as they lie within the recording. */
function totalLength(ranges: readonly Range[], { sourceDuration }: TimeMap): number {
  return ranges.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, sourceDuration) - start), 0);
}

function notes(kind: string, lines: Recording['report']['unreadable'], total: number): string[] {
  return total === 0 ? [] : [`${count(total, `${kind} line`)}:`, ...firstLines(lines, total).map((line) => `  ${line}`)];
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const duration = (micros: number): string => `${formatTime(micros)} (${Number((micros / 1e6).toFixed(3))} s)`;

/** Slow motion adds time. */
const change = (removedMicros: number): string =>
  removedMicros >= 0 ? `${duration(removedMicros)} removed` : `${duration(-removedMicros)} added`;

function list(parts: readonly (string | false | undefined)[]): string {
  const named = parts.filter((part) => typeof part === 'string');
  return named.length > 0 ? named.join(', ') : 'no edits';
}
