import { DEFAULT_ANALYSIS } from '#core/analyze/analysis.ts';
import { analyze } from '#core/analyze/analyze.ts';
import { withEdits } from '#core/analyze/fit/edits.ts';
import { fitToTarget } from '#core/analyze/fit/fit.ts';
import { type Infeasible, MIN_TARGET_MICROS } from '#core/analyze/fit/outcome.ts';
import { seeRecording } from '#core/analyze/see-recording.ts';
import type { Recording } from '#core/cast/recording.ts';
import { encodeUtf8 } from '#core/lib/text.ts';
import { DEFAULT_EDITS } from '#core/plan/edit-settings.ts';
import { EMPTY_PLAN, type Plan } from '#core/plan/plan.ts';
import { planWarnings } from '#core/plan/plan-warnings.ts';
import { serializePlan } from '#core/plan/serialize-plan.ts';
import { maskPlanTexts } from '#core/screen/redact/mask-plan.ts';
import { type RedactedRecording, redactRecording } from '#core/screen/redact/redact-recording.ts';
import { describeContentError, Failure } from './failure.ts';
import { fitReport } from './fit-report.ts';
import { planSource } from './plan-source.ts';
import { inputName, readPlan, readRecording } from './read-input.ts';
import { STANDARD_STREAM } from './standard-streams.ts';
import { UsageError } from './usage.ts';
import { readingWarnings, warn } from './warnings.ts';
import { refuseToReplace, writeOutput } from './write-output.ts';

export interface FitOptions {
  readonly inputPath: string;
  readonly targetMicros: number;
  /** A plan whose edits stay as they are. */
  readonly pinsPath?: string;
  readonly outputPath: string;
  readonly strict: boolean;
}

/**
 * Writes the plan that brings a recording to a length, and says what it does in lines for the standard error. Throws
 * `Failure`, also where there is no such plan, and `UsageError`; nothing is written then.
 */
export async function fitCommand({ inputPath, targetMicros, pinsPath, outputPath, strict }: FitOptions): Promise<string[]> {
  if (pinsPath === STANDARD_STREAM && inputPath === STANDARD_STREAM) {
    throw new UsageError('only one of PINS and IN can be the standard input');
  }
  await refuseToReplace(inputPath, outputPath, 'the recording');
  // Written over, the edits that were the user's could no longer be told from the rest.
  if (pinsPath !== undefined) await refuseToReplace(pinsPath, outputPath, 'the plan of --plan');
  const pins = pinsPath === undefined ? EMPTY_PLAN : await readPlan(pinsPath);
  const input = await readRecording(inputPath, { strict, wantsSha256: true });
  for (const warning of readingWarnings(inputName(inputPath), input.recording.report)) warn(warning);
  for (const warning of planWarnings(pins, input.recording, input.sha256)) warn(warning);

  const { recording, seen } = masked(input.recording, pins, inputName(inputPath));
  const analysis = analyze(seeRecording(recording, 'asciinema'), DEFAULT_ANALYSIS);
  const outcome = fitToTarget(recording, analysis, pins, targetMicros, DEFAULT_EDITS);
  if (outcome.kind === 'infeasible') throw new Failure(`${inputName(inputPath)}: ${waysOut(outcome)}`);
  const plan: Plan = { ...maskPlanTexts(withEdits(pins, outcome.edits), seen), source: planSource(inputPath, input) };
  await writeOutput(outputPath, [encodeUtf8(serializePlan(plan))]);
  return fitReport(recording, outcome);
}

/** What the redactions name is not to be told as a moment either. */
function masked(recording: Recording, { redactions }: Plan, name: string): Pick<RedactedRecording, 'recording' | 'seen'> {
  if (redactions.length === 0) return { recording, seen: [] };
  try {
    return redactRecording(recording, redactions);
  } catch (error) {
    throw describeContentError(error, name);
  }
}

/** One line: the fact, then what can be done about it. */
function waysOut({ reason, message, nearestMicros, speedUp }: Infeasible): string {
  if (reason === 'short') {
    const isLongEnough = nearestMicros >= MIN_TARGET_MICROS;
    return `${message} ${isLongEnough ? `Ask for --target ${tenths(Math.floor, nearestMicros)} or less` : 'There is nothing to fit'}.`;
  }
  const faster = speedUp === undefined ? '' : `, or let the speed regions of the plan run ${Number(speedUp.toFixed(2))} times as fast`;
  return `${message} Ask for --target ${tenths(Math.ceil, nearestMicros)} or more${faster}, or take edits out of the plan.`;
}

/** Seconds that, asked for, can be met. */
const tenths = (round: (value: number) => number, micros: number): string => String(round(micros / 100_000) / 10);
