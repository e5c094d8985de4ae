import { readCast } from '#core/cast/reader.ts';
import { decodeUtf8 } from '#core/lib/text.ts';
import { applyPlan } from '#core/plan/apply-plan.ts';
import { planFromJson } from '#core/plan/parse-plan.ts';
import type { Plan } from '#core/plan/plan.ts';
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

/** The text that a plan makes of the text of a recording. */
export function appliedText(text: string, plan: Plan, version?: 2 | 3): string {
  const chunks = applyPlan(readCast(bytesOf(text)), plan, version === undefined ? {} : { version });
  return decodeUtf8(concatenated(chunks));
}

/** The events that a plan, as JSON, makes of drawn ones, drawn. */
export function appliedEvents(events: string, plan: object, options: DrawnOptions & { readonly to?: 2 | 3 } = {}): string {
  return drawCast(appliedText(castText(events, options), planFromJson(plan), options.to));
}
