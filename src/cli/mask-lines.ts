import { finished } from '#core/lib/finished.ts';
import { applyPlan } from '#core/plan/apply-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import { maskedTextCount } from '#core/screen/redact/mask-plan.ts';
import { countingLeftovers } from '#core/screen/redact/result-leftovers.ts';
import type { PreparedPlan } from './prepare-plan.ts';

/** What the redactions of a plan find in its own texts, which the plan still has. */
export function planTextWarnings(whole: Plan, { seen }: PreparedPlan): string[] {
  const count = maskedTextCount(whole, seen);
  if (count === 0) return [];
  const texts = count === 1 ? '1 title or label' : `${count} titles or labels`;
  return [`${texts} of the plan said what its redactions mask; the result has masks there, but the plan should not be passed on`];
}

/** What can be read again in the result: cuts may bring together what was apart. */
export function leftoverWarnings(file: Uint8Array<ArrayBuffer>, { redactions }: Plan, { seen }: PreparedPlan): string[] {
  const left = finished(countingLeftovers(file, redactions, seen));
  if (left === 0) return [];
  const places = left === 1 ? 'is 1 place' : `are ${left} places`;
  return [`there ${places} in the result where what the redactions name can be read again: look at what its cuts bring together`];
}

/** The result in one piece, to look through: without redactions there is no need to. */
export function resultFile({ recording, plan, seams }: PreparedPlan, version?: 2 | 3): Uint8Array<ArrayBuffer> {
  const chunks = [...applyPlan(recording, plan, { seams, ...(version !== undefined && { version }) })];
  const file = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    file.set(chunk, at);
    at += chunk.length;
  }
  return file;
}
