import { describe, expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { keepHits } from '#core/analyze/keep-hits.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { documentFromPlan } from '#core/plan/document.ts';
import { type CutMode, EMPTY_PLAN } from '#core/plan/plan.ts';
import { findCommand } from '#store/commands.ts';
import { NO_SEARCH, type Search } from '#store/search.ts';
import { type EditorState, INITIAL_STATE } from '#store/state.ts';
import { bytesOf, castText } from '#testing/recordings.ts';
import { hitCount, lineAround, proposalText, spokenHit, whyNotKept } from './search-words.ts';

const recording = readCast(bytesOf(castText('a@1 b@20 c@40 d@100')));
const WHOLE = { position: 4, changes: Uint32Array.of(1, 2, 3, 4) };
const HALF = { position: 2, changes: null };

const hitsAt = (...seconds: number[]) =>
  seconds.map((second) => ({
    start: sourceTime(second * 1e6),
    end: sourceTime(100e6),
    line: '  make all',
    matchStart: 7,
    matchEnd: 10,
  }));

const stateOf = (search: Partial<Search>, rest: Partial<EditorState> = {}): EditorState => ({
  ...INITIAL_STATE,
  opened: { fileName: 'a.cast', recording, activity: buildActivity(recording) },
  screenIndex: WHOLE,
  search: { ...NO_SEARCH, status: 'done', query: { ...NO_SEARCH.query, text: 'a' }, ...search },
  ...rest,
});

const FEW = { hits: hitsAt(1, 20, 40), current: 1 };
const MANY = { hits: Array.from({ length: 10_000 }, () => hitsAt(1)[0] as (typeof FEW.hits)[number]), isComplete: false };
const CUT = documentFromPlan({ ...EMPTY_PLAN, cuts: [{ start: sourceTime(15e6), end: sourceTime(30e6), mode: 'jump' }] });

describe('the count of the hits', () => {
  it.each([
    ['nothing to look for', stateOf({ query: NO_SEARCH.query, status: 'idle' }), '', ''],
    ['a first look', stateOf({ status: 'searching' }), '', ''],
    ['another look', stateOf({ ...FEW, status: 'searching' }), '2 of 3', ''],
    ['hits', stateOf(FEW), '2 of 3', 'Hit 2 of 3 at 20 seconds: make all'],
    ['hits, none of which is shown', stateOf({ ...FEW, current: -1 }), '3 hits', '3 hits'],
    ['no hits', stateOf({}), 'No hits', 'No hits'],
    ['more than are shown', stateOf({ ...MANY, current: 2 }), '3 of the nearest 10,000', 'Hit 3 of 10,000 at 1 second: make all'],
    ['half an index without one', stateOf({ isComplete: false }, { screenIndex: HALF }), 'Searching the first 50 %…', 'No hits so far'],
    [
      'half an index',
      stateOf({ ...FEW, isComplete: false }, { screenIndex: HALF }),
      '2 of 3 in the first 50 %…',
      'Hit 2 at 20 seconds: make all',
    ],
    ['an index that ends early', stateOf({ isComplete: false }), 'No hits in what could be searched', 'No hits in what could be searched'],
    [
      'a hit inside a cut',
      stateOf(FEW, { document: CUT, playing: 'source', playhead: sourceTime(20e6) }),
      '2 of 3 · in a cut, shown from the source',
      'Hit 2 of 3 at 20 seconds, inside a cut: shown as it was recorded: make all',
    ],
    [
      'a hit inside a cut that was left',
      stateOf(FEW, { document: CUT, playing: 'source', playhead: sourceTime(40e6) }),
      '2 of 3 · in a cut',
      'Hit 2 of 3 at 20 seconds, inside a cut: shown as it was recorded: make all',
    ],
    [
      'a hit inside a cut, while the result is shown',
      stateOf(FEW, { document: CUT, playhead: sourceTime(20e6) }),
      '2 of 3 · in a cut',
      'Hit 2 of 3 at 20 seconds, inside a cut: make all',
    ],
    [
      'half an index with hits before the playhead only',
      stateOf({ ...FEW, current: -1, isComplete: false }, { screenIndex: HALF }),
      '3 hits in the first 50 %…',
      'Hits before here, none after so far',
    ],
    ['a query that cannot be looked for', stateOf({ status: 'failed', message: 'No.' }), '', ''],
  ])('for %s', (_, state, shown, spoken) => {
    expect(hitCount(state)).toBe(shown);
    expect(spokenHit(state)).toBe(spoken);
  });
});

it('a long line is shown around its match', () => {
  const line = `${'a'.repeat(50)}match${'b'.repeat(500)}`;
  const { before, match, after } = lineAround({ ...(hitsAt(1)[0] as (typeof FEW.hits)[number]), line, matchStart: 50, matchEnd: 55 });
  expect(before).toBe(`…${'a'.repeat(24)}`);
  expect(match).toBe('match');
  expect(after).toBe('b'.repeat(131));
  const all = lineAround({ ...(hitsAt(1)[0] as (typeof FEW.hits)[number]), line, matchStart: 0, matchEnd: 555 });
  expect(all).toEqual({ before: '', match: line.slice(0, 160), after: '' });
});

it.each([
  ['', stateOf(FEW)],
  ['', stateOf({ query: NO_SEARCH.query, status: 'idle' })],
  ['The search is not done yet', stateOf({ ...FEW, status: 'searching' })],
  ['The recording is not searched to its end yet', stateOf({ ...FEW, isComplete: false }, { screenIndex: HALF })],
  ['There are no hits to keep', stateOf({})],
  ['Too many hits: look for something rarer', stateOf(MANY)],
  ['Not all of this recording can be searched: hits would be cut', stateOf({ ...FEW, isComplete: false })],
])('why hits cannot be kept: "%s"', (reason, state) => {
  expect(whyNotKept(state)).toBe(reason);
  const applies = findCommand('keepHits').run({ ...state, search: { ...state.search, isOpen: true } });
  expect(applies).toBe(reason === '' && state.search.hits.length > 0);
});

describe('what is proposed', () => {
  const proposal = keepHits(hitsAt(20, 60), sourceTime(100e6));

  it('is nothing as long as nothing is', () => expect(proposalText(stateOf(FEW))).toBe(''));

  it('tells how long the result is now, and would be', () => {
    expect(proposalText(stateOf(FEW, { proposal }))).toBe('Keeps 2 moments · result 1:40.0 → 0:09.0');
  });

  it('counts with the edits that there are', () => {
    expect(proposalText(stateOf(FEW, { proposal, document: CUT }))).toBe('Keeps 1 moment · 1 in cuts · result 1:25.0 → 0:04.5');
  });

  it('counts what is left of a moment, and what two cuts hold together', () => {
    const cuts = (...drawn: readonly (readonly [number, number, CutMode])[]) => {
      const ranges = drawn.map(([start, end, mode]) => ({ start: sourceTime(start * 1e6), end: sourceTime(end * 1e6), mode }));
      return proposalText(stateOf(FEW, { proposal, document: documentFromPlan({ ...EMPTY_PLAN, cuts: ranges }) })).split(' · result')[0];
    };
    expect(cuts([0, 18.5, 'jump'], [23, 58.5, 'jump'])).toBe('Keeps 2 moments');
    expect(cuts([19, 23, 'jump'], [58.5, 62, 'drop'])).toBe('Keeps 2 moments');
    expect(cuts([10, 20, 'jump'], [20, 23, 'drop'])).toBe('Keeps 1 moment · 1 in cuts');
    expect(cuts([0, 100, 'drop'])).toBe('Keeps 0 moments · 2 in cuts');
  });
});
