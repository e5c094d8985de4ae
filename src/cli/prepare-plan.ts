import type { Recording } from '#core/cast/recording.ts';
import { type CutSpan, cutSpans } from '#core/plan/cut-spans.ts';
import type { Plan } from '#core/plan/plan.ts';
import type { Seam } from '#core/plan/seam.ts';
import type { SeenGroup } from '#core/screen/redact/seen-texts.ts';
import { describeContentError } from './failure.ts';

/** A recording, and a plan that can be applied to it. */
export interface PreparedPlan {
  /** Masked, where the plan has redactions. */
  readonly recording: Recording;
  /** Without its redactions, which have been carried out, on its own texts too. */
  readonly plan: Plan;
  readonly cuts: readonly CutSpan[];
  readonly seams: readonly Seam[];
  /** What was masked. */
  readonly seen: readonly SeenGroup[];
}

/**
 * Carries out the redactions, then makes the seams of what is masked. Throws `Failure`, naming the recording, where something could not be masked.
 *
 * The terminal that this takes is loaded only where it is needed: that takes as long as to edit a recording of 10 MB.
 */
export async function preparePlan(source: Recording, whole: Plan, name: string): Promise<PreparedPlan> {
  const cuts = cutSpans(source, whole);
  const jumps = cuts.some(({ mode, hasSeamEvent }) => mode === 'jump' && hasSeamEvent);
  if (whole.redactions.length === 0 && !jumps) return { recording: source, plan: whole, cuts, seams: [], seen: [] };
  const [{ redactRecording }, { maskPlanTexts }, { makeSeams }] = await Promise.all([
    import('#core/screen/redact/redact-recording.ts'),
    import('#core/screen/redact/mask-plan.ts'),
    import('#core/screen/seams/seams.ts'),
  ]);
  try {
    const { recording, seen } = redactRecording(source, whole.redactions);
    const plan: Plan = { ...maskPlanTexts(whole, seen), redactions: [] };
    return { recording, plan, cuts, seams: makeSeams(recording, plan), seen };
  } catch (error) {
    throw describeContentError(error, name);
  }
}
