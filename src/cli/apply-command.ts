import { applyPlan } from '#core/plan/apply-plan.ts';
import { PlanError } from '#core/plan/plan-error.ts';
import { planWarnings } from '#core/plan/plan-warnings.ts';
import { describeContentError } from './failure.ts';
import { inputName, readPlan, readRecording } from './read-input.ts';
import { STANDARD_STREAM } from './standard-streams.ts';
import { UsageError } from './usage.ts';
import { readingWarnings, warn } from './warnings.ts';
import { refuseToReplace, writeOutput } from './write-output.ts';

export interface ApplyOptions {
  readonly planPath: string;
  readonly inputPath: string;
  readonly outputPath: string;
  /** That of the recording where absent. */
  readonly version?: 2 | 3;
  readonly strict: boolean;
}

/** Writes the recording that the plan makes of another. Warnings go to the standard error. Throws `Failure` and `UsageError`. */
export async function applyCommand({ planPath, inputPath, outputPath, version, strict }: ApplyOptions): Promise<void> {
  if (planPath === STANDARD_STREAM && inputPath === STANDARD_STREAM) {
    throw new UsageError('only one of PLAN and IN can be the standard input');
  }
  await refuseToReplace(planPath, outputPath);
  const plan = await readPlan(planPath);
  const { recording, sha256 } = await readRecording(inputPath, { strict, wantsSha256: plan.source?.sha256 !== undefined });
  for (const warning of [...readingWarnings(inputName(inputPath), recording.report), ...planWarnings(plan, recording, sha256)])
    warn(warning);
  try {
    await writeOutput(outputPath, applyPlan(recording, plan, version === undefined ? {} : { version }));
  } catch (error) {
    throw describeContentError(error, inputName(error instanceof PlanError ? planPath : inputPath));
  }
}
