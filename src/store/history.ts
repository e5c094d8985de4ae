import type { SourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import type { EditDocument, EditRef } from '#core/plan/document.ts';
import type { StepName } from './step-name.ts';

/** What a step brings back: the document, and what was selected in it. */
export interface Standing {
  readonly document: EditDocument;
  readonly selected: readonly EditRef[];
  readonly selection: Range<SourceTime> | null;
}

/** One undoable step: what it was called, and what was before it (in `done`) or after it (in `undone`). */
export interface HistoryStep extends Standing, StepName {}

/**
 * Undo keeps whole documents: they are small, share their unchanged parts, and bring back exactly what was there.
 * Keeping inverted changes instead would only pay off where several people edit one document.
 */
export interface History {
  readonly done: readonly HistoryStep[];
  readonly undone: readonly HistoryStep[];
}

export const EMPTY_HISTORY: History = { done: [], undone: [] };

/** Whether anything was done, be it undone since. */
export const hasSteps = ({ done, undone }: History): boolean => done.length + undone.length > 0;

/** More steps than anybody goes back by hand; bounds the memory of a day of dragging. */
export const MAX_STEPS = 1000;

export function recordStep(history: History, name: StepName, before: Standing): History {
  return { done: [...history.done, stepOf(name, before)].slice(-MAX_STEPS), undone: [] };
}

/** What is done once so many steps are, from the `current` standing; undefined where it is so already, or there are no such steps. */
export function travel(
  { done, undone }: History,
  doneCount: number,
  current: Standing,
): { history: History; standing: Standing } | undefined {
  if (doneCount === done.length || doneCount < 0 || doneCount > done.length + undone.length) return undefined;
  // All standings there are, in the order in which they came about: with one more than there are steps.
  const steps = [...done, ...undone.toReversed()];
  const standings = [...done, current, ...undone.toReversed()];
  const named = (step: HistoryStep, standing: Standing | undefined): HistoryStep => stepOf(step, standing as Standing);
  const standing = standings[doneCount] as Standing;
  const history = {
    done: steps.slice(0, doneCount).map((step, index) => named(step, standings[index])),
    undone: steps
      .slice(doneCount)
      .map((step, index) => named(step, standings[doneCount + index + 1]))
      .reverse(),
  };
  return { history, standing };
}

const stepOf = ({ label, spoken }: StepName, { document, selected, selection }: Standing): HistoryStep => ({
  label,
  spoken,
  document,
  selected,
  selection,
});
