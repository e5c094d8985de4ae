import { selectSuggestions } from '#store/analysis-selectors.ts';
import type { Editor } from '#store/editor-store.ts';
import { isSameSuggestion, suggestionAt } from './ghost-boxes.ts';

/** Says which suggestion the mouse is over, so that the list can show it too. Not while something is dragged. Answers how to stop. */
export function pointAtGhosts(lane: HTMLElement, { store, actions }: Editor, timeAt: (clientX: number) => number): () => void {
  function onPointerMove({ clientX, buttons, pointerType }: PointerEvent): void {
    if (buttons !== 0 || pointerType === 'touch') return;
    const state = store.getState();
    const pointed = state.proposal ? null : (suggestionAt(selectSuggestions(state), timeAt(clientX)) ?? null);
    if (!isSameSuggestion(pointed, state.pointedSuggestion)) actions.pointAt(pointed);
  }
  function onPointerLeave(): void {
    if (store.getState().pointedSuggestion) actions.pointAt(null);
  }
  lane.addEventListener('pointermove', onPointerMove);
  lane.addEventListener('pointerleave', onPointerLeave);
  return () => {
    lane.removeEventListener('pointermove', onPointerMove);
    lane.removeEventListener('pointerleave', onPointerLeave);
  };
}
