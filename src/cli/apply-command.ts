import { applyPlan, type FileChunks } from '#core/plan/apply-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import { PlanError } from '#core/plan/plan-error.ts';
import { planWarnings } from '#core/plan/plan-warnings.ts';
import { fallBackWarnings } from './cut-lines.ts';
import { describeContentError } from './failure.ts';
import { type PreparedPlan, preparePlan } from './prepare-plan.ts';
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
  await refuseToReplace(planPath, outputPath, 'the plan');
  const plan = await readPlan(planPath);
  const { recording: source, sha256 } = await readRecording(inputPath, { strict, wantsSha256: plan.source?.sha256 !== undefined });
  const prepared = await preparePlan(source, plan, inputName(inputPath));
  const warnings = [
    ...readingWarnings(inputName(inputPath), source.report),
    ...planWarnings(plan, source, sha256),
    ...fallBackWarnings(prepared.cuts, prepared.seams),
  ];
  for (const warning of warnings) warn(warning);
  try {
    await writeOutput(outputPath, await searchedChunks(prepared, plan, version));
  } catch (error) {
    throw describeContentError(error, inputName(error instanceof PlanError ? planPath : inputPath));
  }
}

/** Where something is masked, the result is made as a whole, and looked through before any of it is written. */
async function searchedChunks(prepared: PreparedPlan, whole: Plan, version: ApplyOptions['version']): Promise<FileChunks | Uint8Array[]> {
  if (whole.redactions.length > 0) {
    const { leftoverWarnings, planTextWarnings, resultFile } = await import('./mask-lines.ts');
    const file = resultFile(prepared, version);
    for (const warning of [...planTextWarnings(whole, prepared), ...leftoverWarnings(file, whole, prepared)]) warn(warning);
    return [file];
  }
  const { recording, plan, seams } = prepared;
  return applyPlan(recording, plan, { seams, ...(version !== undefined && { version }) });
}
