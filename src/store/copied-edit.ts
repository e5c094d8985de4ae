import * as v from 'valibot';
import { formatSeconds } from '#core/cast/format-time.ts';
import { findRegion, isRegionRef } from '#core/plan/document.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { CUT_MODES, MAX_FACTOR, MIN_FACTOR } from '#core/plan/plan.ts';
import type { EditorState } from './state.ts';
import { CUT_MODE_NAMES } from './step-name.ts';

const copiedEdit = v.variant('castfoldEdit', [
  v.object({ castfoldEdit: v.literal('speed'), factor: v.pipe(v.number(), v.minValue(MIN_FACTOR), v.maxValue(MAX_FACTOR)) }),
  v.object({ castfoldEdit: v.literal('cut'), mode: v.picklist(CUT_MODES) }),
  v.object({ castfoldEdit: v.literal('hold'), durationMicros: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
]);

/** What one edit can hand on to others of its kind, as the clipboard has it: one line of JSON, neither a plan nor a recording. */
export type CopiedEdit = v.InferOutput<typeof copiedEdit>;

/** What the edit that is looked at can hand on; undefined where there is none, or it is a marker. */
export function copyOfSelected({ document, selected }: EditorState): CopiedEdit | undefined {
  const last = selected.at(-1);
  if (!last) return undefined;
  if (last.kind === 'hold') {
    const hold = document.holds.find(({ id }) => id === last.id);
    return hold && { castfoldEdit: 'hold', durationMicros: hold.durationMicros };
  }
  const region = isRegionRef(last) ? findRegion(document, last) : undefined;
  if (!region) return undefined;
  return 'factor' in region ? { castfoldEdit: 'speed', factor: region.factor } : { castfoldEdit: 'cut', mode: region.mode };
}

/** Undefined for all that was not copied from an edit. */
export function parseCopied(text: string): CopiedEdit | undefined {
  if (!text.trimStart().startsWith('{"castfoldEdit"')) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), copiedEdit), text);
  return parsed.success ? parsed.output : undefined;
}

/** For people: what is copied. */
export function copiedName(copied: CopiedEdit): string {
  if (copied.castfoldEdit === 'speed') return `speed ${formatFactor(copied.factor)}`;
  return copied.castfoldEdit === 'cut' ? `cut mode ${CUT_MODE_NAMES[copied.mode]}` : `hold of ${formatSeconds(copied.durationMicros)}`;
}
