import type { Keeping } from '#core/analyze/keep-hits.ts';
import type { Recording } from '#core/cast/recording.ts';
import { addCuts, type EditDocument } from '#core/plan/document.ts';
import type { Cut } from '#core/plan/plan.ts';
import { createTimeMap } from '#core/plan/time-map.ts';
import { NEW_CUT_MODE } from './edit-actions.ts';
import { rememberLast } from './selectors.ts';
import type { EditorState } from './state.ts';

/** How long the result would be with the proposed cuts, beside all other edits; undefined while nothing is proposed. */
export const selectProposedMicros = ({ opened, document, proposal }: EditorState): number | undefined =>
  opened && proposal ? proposedMicros(opened.recording, document, proposal) : undefined;

/** How many of the proposed moments the result would hold, and how many are cut already, as a whole; undefined while nothing is proposed. */
export const selectMoments = ({ document, proposal }: EditorState): { readonly left: number; readonly cut: number } | undefined =>
  proposal ? countMoments(document.cuts, proposal) : undefined;

const countMoments = rememberLast((cuts: EditDocument['cuts'], { moments }: Keeping) => {
  let cut = 0;
  let next = 0;
  for (const { start, end } of moments) {
    while (next < cuts.length && (cuts[next] as Cut).end <= start) next++;
    // Cuts of two modes may stand side by side.
    let cutUntil = start;
    for (let at = next; at < cuts.length && (cuts[at] as Cut).start <= cutUntil; at++) cutUntil = (cuts[at] as Cut).end;
    if (cutUntil >= end) cut += 1;
  }
  return { left: moments.length - cut, cut };
});

const proposedMicros = rememberLast(
  (recording: Recording, document: EditDocument, { cuts }: Keeping) =>
    createTimeMap(recording, addCuts(document, cuts, NEW_CUT_MODE)).resultDuration as number,
);
