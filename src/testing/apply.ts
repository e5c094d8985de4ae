import { unfinishedBefore } from '#core/cast/escape-sequence.ts';
import { readCast } from '#core/cast/reader.ts';
import type { Recording } from '#core/cast/recording.ts';
import { decodeUtf8 } from '#core/lib/text.ts';
import { applyPlan } from '#core/plan/apply-plan.ts';
import { cutSpans } from '#core/plan/cut-spans.ts';
import { planFromJson } from '#core/plan/parse-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
import type { Seam } from '#core/plan/seam.ts';
import { drawCast } from './draw-cast.ts';
import { bytesOf, castText, type DrawnOptions } from './recordings.ts';

/** All chunks as one. */
export function concatenated(chunks: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> {
  const all = [...chunks];
  const whole = new Uint8Array(all.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of all) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/**
 * Seams for every cut that jumps. Their repaints are no repaints: CAN, which is all that is asked of every one, a name
 * to know them by, and the sequence that is unfinished at the end of the cut. Every other one has none.
 */
export function drawnSeams(recording: Recording, plan: Pick<Plan, 'cuts'>): Seam[] {
  const jumps = cutSpans(recording, plan).filter(({ mode, hasSeamEvent }) => mode === 'jump' && hasSeamEvent);
  return jumps.map(({ from, to }, index) => {
    if (index % 2 === 1) return { from, to, problem: 'it is an odd one' };
    return { from, to, repaint: `\x18<repaint>${unfinishedBefore(recording, to, { event: 0, unfinished: '' })}` };
  });
}

/** The text that a plan makes of the text of a recording. */
export function appliedText(text: string, plan: Plan, version?: 2 | 3): string {
  const recording = readCast(bytesOf(text));
  const chunks = applyPlan(recording, plan, { seams: drawnSeams(recording, plan), ...(version !== undefined && { version }) });
  return decodeUtf8(concatenated(chunks));
}

/** The events that a plan, as JSON, makes of drawn ones, drawn. */
export function appliedEvents(events: string, plan: object, options: DrawnOptions & { readonly to?: 2 | 3 } = {}): string {
  return drawCast(appliedText(castText(events, options), planFromJson(plan), options.to));
}
