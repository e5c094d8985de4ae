import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { SearchHit, SearchQuery } from '#core/screen/search/search.ts';

/** What is looked for on the screens of the recording, and where it was found. */
export interface Search {
  /** Closed it is kept, to be gone on with, and nothing of it is shown. */
  readonly isOpen: boolean;
  /** Its field should take the focus. */
  readonly isAskedFor: boolean;
  readonly query: SearchQuery;
  readonly status: 'idle' | 'searching' | 'done' | 'failed';
  /** In order of their starts. Until the answer to another query comes, those of the one before. */
  readonly hits: readonly SearchHit[];
  /** Whether there can be no more of them. */
  readonly isComplete: boolean;
  /** Why it failed, for people. */
  readonly message: string;
  /** Index of the hit that was gone to; −1 for none. */
  readonly current: number;
  /** From where on the first hit of a new query is looked for. */
  readonly origin: SourceTime;
  /** The preview was turned to the source for a hit inside a cut; it is turned back afterwards. */
  readonly showsSource: boolean;
}

export const NO_SEARCH: Search = {
  isOpen: false,
  isAskedFor: false,
  query: { text: '', isRegex: false, matchesCase: false },
  status: 'idle',
  hits: [],
  isComplete: true,
  message: '',
  current: -1,
  origin: sourceTime(0),
  showsSource: false,
};

export const currentHit = ({ hits, current }: Search): SearchHit | undefined => hits[current];

/** Index of a hit in the answer to the same query of a larger index: its line may have been written on. −1 for none. */
export function sameHit(hits: readonly SearchHit[], hit: SearchHit | undefined): number {
  if (!hit) return -1;
  const index = hits.findIndex(({ start, line }) => start === hit.start && line === hit.line);
  return index >= 0 ? index : hits.findIndex(({ start }) => start === hit.start);
}

/** Index of the first hit that appears at an instant or after it; of the first of all where there is none, −1 for no hits. */
export function firstHitFrom(hits: readonly SearchHit[], time: SourceTime): number {
  const index = hits.findIndex(({ start }) => start >= time);
  return index >= 0 ? index : Math.min(0, hits.length - 1);
}

/**
 * Index of the hit after or before: in the list, as long as the playhead is still where the current one was gone to, and
 * else in time. Goes around at the ends.
 */
export function hitBeside({ hits, current }: Search, playhead: SourceTime, direction: 1 | -1): number {
  const isThere = hits[current]?.start === playhead;
  const after = hits.findIndex(({ start }) => start > playhead);
  const before = hits.findLastIndex(({ start }) => start < playhead);
  const index = isThere ? current + direction : direction > 0 ? after : before;
  if (isThere) return (index + hits.length) % hits.length;
  return index >= 0 ? index : direction > 0 ? Math.min(0, hits.length - 1) : hits.length - 1;
}
