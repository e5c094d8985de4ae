import { fitToTarget } from '#core/analyze/fit/fit.ts';
import type { FitOutcome } from '#core/analyze/fit/outcome.ts';
import type { EditDocument } from '#core/plan/document.ts';
import { pinsOf, withFitted } from '#core/plan/made-edits.ts';
import { EMPTY_PLAN, type Plan } from '#core/plan/plan.ts';
import { rememberLast, selectEditSettings } from './selectors.ts';
import type { EditorState } from './state.ts';

type Known = Pick<EditorState, 'opened' | 'analysis'>;

/** What comes of fitting a document to its target; undefined without a target, or an analysis. */
export function outcomeOf({ opened, analysis: { analysis } }: Known, document: EditDocument): FitOutcome | undefined {
  const { targetMicros } = document;
  if (!opened || !analysis || targetMicros === undefined) return undefined;
  return solve(opened.recording, analysis, knownPins(document), targetMicros, selectEditSettings({ document }));
}

/** A document with what is made for its target made anew: itself, where that is nothing else. */
export function fitted(state: Known, document: EditDocument): EditDocument {
  const outcome = outcomeOf(state, document);
  return outcome ? withFitted(document, outcome.edits) : document;
}

const solve = rememberLast(fitToTarget);

let lastPins: { readonly text: string; readonly pins: Plan } = { text: '', pins: EMPTY_PLAN };

/** The very same pins for documents that differ in others only: what was solved for the one need not be solved for the other. */
const knownPins = rememberLast((document: EditDocument): Plan => {
  const pins = pinsOf(document);
  const text = JSON.stringify(pins);
  if (text !== lastPins.text) lastPins = { text, pins };
  return lastPins.pins;
});
