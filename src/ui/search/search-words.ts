import { formatTime, speakTime } from '#core/cast/format-time.ts';
import { inCut } from '#core/plan/document.ts';
import { MAX_HITS, type SearchHit } from '#core/screen/search/search.ts';
import { selectMoments, selectProposedMicros } from '#store/proposal.ts';
import { currentHit } from '#store/search.ts';
import { momentCount } from '#store/search-actions.ts';
import { selectTimeMap } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';

/** Shown before the match, and in all. */
const LEAD_CHARACTERS = 24;
const LINE_CHARACTERS = 160;

/** How many hits there are and which is shown: `3 of 17`; while another query is looked for, those of the one before. Empty for nothing to say. */
export function hitCount(state: EditorState): string {
  const { query, status, hits, current, isComplete } = state.search;
  if (query.text === '' || status === 'idle' || status === 'failed') return '';
  const percent = indexedPercent(state);
  if (hits.length === 0) {
    if (status === 'searching') return '';
    if (isComplete) return 'No hits';
    return percent === undefined ? 'No hits in what could be searched' : `Searching the first ${percent} %…`;
  }
  const count = hits.length.toLocaleString('en');
  const part = percent !== undefined ? ` in the first ${percent} %…` : '';
  const all = isComplete || percent !== undefined ? count : `the nearest ${count}`;
  const text = current < 0 ? `${all} ${hits.length === 1 ? 'hit' : 'hits'}` : `${(current + 1).toLocaleString('en')} of ${all}`;
  return `${text}${part}${cutText(state)}`;
}

/** The same for assistive technology: once for each hit that is gone to, and not for every percent. */
export function spokenHit(state: EditorState): string {
  const { query, status, hits, current } = state.search;
  if (query.text === '' || status !== 'done') return '';
  const isIndexed = indexedPercent(state) === undefined;
  const hit = currentHit(state.search);
  if (!hit && !isIndexed) return hits.length > 0 ? 'Hits before here, none after so far' : 'No hits so far';
  if (!hit) return hitCount(state);
  const asRecorded = state.playing === 'source' ? ': shown as it was recorded' : '';
  const where = isCurrentCut(state) ? `, inside a cut${asRecorded}` : '';
  const all = isIndexed ? ` of ${hits.length.toLocaleString('en')}` : '';
  const { before, match, after } = lineAround(hit);
  return `Hit ${(current + 1).toLocaleString('en')}${all} at ${speakTime(hit.start)}${where}: ${before}${match}${after}`;
}

/** The line of a hit, or as much of a long one as can be read around its match. */
export function lineAround({ line, matchStart, matchEnd }: SearchHit): { before: string; match: string; after: string } {
  const from = Math.max(0, matchStart - LEAD_CHARACTERS);
  const to = Math.min(matchEnd, matchStart + LINE_CHARACTERS);
  return {
    before: `${from > 0 ? '…' : ''}${line.slice(from, matchStart).trimStart()}`,
    match: line.slice(matchStart, to),
    after: line.slice(to, from + LINE_CHARACTERS),
  };
}

/** Why the hits cannot be kept, though there is something to look for; empty where they can. */
export function whyNotKept(state: EditorState): string {
  const { query, status, hits, isComplete } = state.search;
  if (query.text === '' || status === 'failed') return '';
  if (status !== 'done') return 'The search is not done yet';
  if (indexedPercent(state) !== undefined) return 'The recording is not searched to its end yet';
  if (hits.length === 0) return 'There are no hits to keep';
  if (isComplete) return '';
  return hits.length === MAX_HITS
    ? 'Too many hits: look for something rarer'
    : 'Not all of this recording can be searched: hits would be cut';
}

/** What keeping the hits would come to: `Keeps 12 moments · result 1:25:00 → 0:47.0`. Empty while nothing is proposed. */
export function proposalText(state: EditorState): string {
  const proposed = selectProposedMicros(state);
  const map = selectTimeMap(state);
  const moments = selectMoments(state);
  if (!moments || proposed === undefined || !map) return '';
  const inCuts = moments.cut > 0 ? ` · ${moments.cut.toLocaleString('en')} in cuts` : '';
  return `Keeps ${momentCount(moments.left)}${inCuts} · result ${formatTime(map.resultDuration)} → ${formatTime(proposed)}`;
}

/** How much of the recording can be searched; undefined once all of it can. */
function indexedPercent({ opened, screenIndex }: EditorState): number | undefined {
  const events = opened?.recording.events.length ?? 0;
  if (screenIndex.changes || events === 0) return undefined;
  return Math.floor((100 * screenIndex.position) / events);
}

/** Whether the preview shows the hit, though the result does not hold it. */
function cutText(state: EditorState): string {
  if (!isCurrentCut(state)) return '';
  const isShown = state.playing === 'source' && state.playhead === currentHit(state.search)?.start;
  return isShown ? ' · in a cut, shown from the source' : ' · in a cut';
}

function isCurrentCut({ search, document }: EditorState): boolean {
  const hit = currentHit(search);
  return hit !== undefined && inCut(document, hit.start);
}
