import type { StoreApi } from 'zustand/vanilla';
import { keepHits } from '#core/analyze/keep-hits.ts';
import type { SourceTime } from '#core/cast/time.ts';
import { inCut } from '#core/plan/document.ts';
import type { SearchHit, SearchQuery } from '#core/screen/search/search.ts';
import { createEditActions } from './edit-actions.ts';
import { selectMoments } from './proposal.ts';
import { currentHit, firstHitFrom, hitBeside, type Search, sameHit } from './search.ts';
import { selectDuration } from './selectors.ts';
import { createSessionActions } from './session-actions.ts';
import type { EditorState } from './state.ts';

/** Looking for text on the screens of the recording, and keeping what was found. */
export interface SearchActions {
  /** Asks for what to look for; text that is marked in the preview is taken over. */
  openSearch(): void;
  /** The field has the focus that it was asked to take. */
  enteredSearch(): void;
  closeSearch(): void;
  /** Looks for something else, or in another way. The first hit from where the search began is gone to. */
  search(change: Partial<SearchQuery>): void;
  goToHit(direction: 1 | -1): void;
  /** Proposes cuts that leave the moments in which hits appear. */
  proposeKeeping(): void;
  /** Makes the proposed cuts, as one step. */
  acceptProposal(): void;
  rejectProposal(): void;
}

/** How long typing rests before it is looked for. */
const TYPING_REST_MILLIS = 80;

/** How often it is looked again while the screens are being indexed. */
const LOOK_AGAIN_MILLIS = 500;

/** Nobody types more, and no line of a screen is longer. */
const MAX_QUERY_CHARACTERS = 1000;

export function createSearchActions(store: StoreApi<EditorState>): SearchActions {
  const get = store.getState;
  const edits = createEditActions(store);
  const session = createSessionActions(store);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The query whose hits are there. */
  let answered: SearchQuery | undefined;
  /** Where the playhead waits for the first hit of a new query: nothing is known yet of what comes after it. */
  let waitingAt: SourceTime | undefined;
  /** Which way to go on once the hits around the playhead are there. */
  let towards: 1 | -1 | undefined;

  function update(change: Partial<Search>): void {
    store.setState({ search: { ...get().search, ...change } });
  }

  function lookIn(millis: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void look();
    }, millis);
  }

  async function look(): Promise<void> {
    const { screens, search } = get();
    const { query, origin } = search;
    if (!screens) {
      update({ status: 'failed', hits: [], current: -1, message: 'The screens of this recording could not be worked out.' });
      return;
    }
    const isWhole = isIndexed();
    const outcome = await screens.ask({ kind: 'search', query, around: origin }, 'search').then(
      (answer) => answer && ({ status: 'done', message: '', ...answer } as const),
      (error: unknown) => ({ status: 'failed', message: messageOf(error), hits: [], isComplete: true }) as const,
    );
    // Another query, or another recording, has an answer of its own.
    if (!outcome || get().screens !== screens || get().search.query !== query) return;
    if (get().proposal && outcome.hits.length !== get().search.hits.length) store.setState({ proposal: null });
    if (query === answered) {
      update({ ...outcome, current: sameHit(outcome.hits, currentHit(get().search)) });
    } else {
      answered = query;
      waitingAt = get().playhead;
      update({ ...outcome, current: -1 });
    }
    // While it was on its way the index has become whole: there may be more.
    if (!isWhole && isIndexed() && wantsMore(get().search)) lookIn(0);
    if (towards !== undefined) goTowards(towards, isWhole);
    else if (get().playhead === waitingAt) goToFirst();
    else waitingAt = undefined;
  }

  const isIndexed = (): boolean => get().screenIndex.changes !== null;

  /** Goes to the first hit of a new query from where it began, or around the end once it is sure that there is none. */
  function goToFirst(): void {
    const { search, screenIndex } = get();
    const first = firstHitFrom(search.hits, search.origin);
    const isAround = (search.hits[first]?.start ?? 0) < search.origin;
    if (!isAround || search.isComplete || screenIndex.changes) goTo(first);
  }

  /** Shows the first instant of a hit: where the result does not hold it, as it was recorded. */
  function goTo(current: number): void {
    const { search, document, playing } = get();
    const hit = search.hits[current];
    if (!hit) return;
    waitingAt = undefined;
    session.pause();
    session.seek(hit.start, true);
    const isCut = inCut(document, hit.start);
    const showsSource = isCut && (search.showsSource || playing === 'result');
    if (showsSource) session.setPlaying('source');
    else if (search.showsSource) session.setPlaying('result');
    update({ current, showsSource });
  }

  /** Goes on to the next hit: around the end only once it is sure that none comes before it. */
  function goTowards(direction: 1 | -1, isSure: boolean): void {
    const { search, playhead } = get();
    const index = hitBeside(search, playhead, direction);
    if (isSure || search.isComplete || !goesAround(search.hits[index], playhead, direction)) goOn(index);
  }

  function goOn(index: number): void {
    towards = undefined;
    goTo(index);
    update({ origin: get().playhead });
  }

  store.subscribe((state, before) => {
    const { screens, screenIndex, search } = state;
    if (screens !== before.screens) {
      // Others are known now, or none any more.
      if (search.status !== 'idle') lookIn(0);
      if (search.status === 'done') update({ status: 'searching' });
    } else if (screenIndex !== before.screenIndex && search.isOpen && wantsMore(search)) {
      // The index grows while it is searched.
      if (screenIndex.changes) lookIn(0);
      else if (timer === undefined) lookIn(LOOK_AGAIN_MILLIS);
    }
    // Whoever turns to the result, and back, has chosen that.
    if (state.playing === 'result' && before.playing === 'source' && search.showsSource) update({ showsSource: false });
  });

  function search(change: Partial<SearchQuery>): void {
    const { search, playhead } = get();
    const query = { ...search.query, ...change };
    query.text = query.text.slice(0, MAX_QUERY_CHARACTERS);
    // Typing on must not go on from what was found half-way.
    const origin = currentHit(search)?.start === playhead ? search.origin : playhead;
    towards = undefined;
    store.setState({ proposal: null });
    if (query.text === '') {
      clearTimeout(timer);
      timer = undefined;
      update({ query, origin, status: 'idle', hits: [], current: -1, message: '' });
    } else {
      update({ query, origin, status: 'searching' });
      lookIn(TYPING_REST_MILLIS);
    }
  }

  return {
    openSearch() {
      const text = firstLine(get().markedText);
      update({ isOpen: true, isAskedFor: true });
      if (text !== '') search({ text, isRegex: false });
      else if (wantsMore(get().search)) lookIn(0);
    },
    enteredSearch: () => update({ isAskedFor: false }),
    closeSearch() {
      if (get().search.showsSource) session.setPlaying('result');
      update({ isOpen: false, isAskedFor: false, showsSource: false });
      store.setState({ proposal: null });
    },
    search,
    goToHit(direction) {
      const { search, playhead } = get();
      // The hits are those of another query, and what is found of this one will be gone to.
      if (search.status !== 'done') {
        // Looked for once more, as others are known now: it is gone on when they are.
        if (search.query === answered) towards = direction;
        return;
      }
      const index = hitBeside(search, playhead, direction);
      if (isAmongMore(search) && (leavesHits(search, playhead) || goesAround(search.hits[index], playhead, direction))) {
        towards = direction;
        update({ origin: playhead, status: 'searching' });
        lookIn(0);
      } else goOn(index);
    },
    proposeKeeping() {
      const proposal = keepHits(get().search.hits, selectDuration(get()));
      if (proposal.cuts.length > 0) store.setState({ proposal });
      else store.setState({ announcement: 'The hits are everywhere: there is nothing to cut between them.' });
    },
    acceptProposal() {
      const { proposal, gesture } = get();
      const moments = selectMoments(get());
      if (!proposal || !moments || gesture) return;
      store.setState({ proposal: null });
      edits.cutAll(proposal.cuts, `Keep ${momentCount(moments.left)}`);
    },
    rejectProposal: () => store.setState({ proposal: null }),
  };
}

/** Whether there may be more hits than when it was answered. */
const wantsMore = ({ status, isComplete }: Search): boolean => status === 'done' && !isComplete;

/** Whether there may be more hits before or after these: there are too many, or they are still being found. */
const isAmongMore = ({ isComplete }: Search): boolean => !isComplete;

const leavesHits = ({ hits }: Search, playhead: SourceTime): boolean =>
  playhead < (hits[0]?.start ?? 0) || playhead > (hits.at(-1)?.start ?? 0);

const goesAround = (hit: SearchHit | undefined, playhead: SourceTime, direction: 1 | -1): boolean =>
  hit !== undefined && (hit.start - playhead) * direction <= 0;

export const momentCount = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'moment' : 'moments'}`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A line of the screen is the most that can be found. */
function firstLine(text: string): string {
  return (
    text
      .split('\n')
      .map((line) => line.trim())
      .find(Boolean) ?? ''
  );
}
