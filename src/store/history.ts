import type { EditDocument } from '#core/plan/document.ts';

/** One undoable step: what it was called and the document before it (in `done`) or after it (in `undone`). */
export interface HistoryStep {
  readonly label: string;
  readonly document: EditDocument;
}

/**
 * Undo keeps whole documents: they are small, share their unchanged parts, and bring back exactly what was there.
 * Keeping inverted changes instead would only pay off where several people edit one document.
 */
export interface History {
  readonly done: readonly HistoryStep[];
  readonly undone: readonly HistoryStep[];
}

export const EMPTY_HISTORY: History = { done: [], undone: [] };

/** More steps than anybody goes back by hand; bounds the memory of a day of dragging. */
const MAX_STEPS = 1000;

export function recordStep(history: History, label: string, before: EditDocument): History {
  return { done: [...history.done, { label, document: before }].slice(-MAX_STEPS), undone: [] };
}

/** Goes one step back or forth from `current`; undefined where there is none. */
export function travel(
  history: History,
  direction: 'undo' | 'redo',
  current: EditDocument,
): { history: History; step: HistoryStep } | undefined {
  const from = direction === 'undo' ? history.done : history.undone;
  const step = from.at(-1);
  if (!step) return undefined;
  const left = from.slice(0, -1);
  const reverse = { label: step.label, document: current };
  return direction === 'undo'
    ? { step, history: { done: left, undone: [...history.undone, reverse] } }
    : { step, history: { done: [...history.done, reverse], undone: left } };
}
