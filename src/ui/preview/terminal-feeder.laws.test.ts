import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { createFeed, type FeedStep, shownSteps } from '#core/plan/feed.ts';
import { CUT_MODES, EMPTY_PLAN } from '#core/plan/plan.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { TerminalFeeder } from './terminal-feeder.ts';

const event = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', '\\u001b[2J', 'word', 'x'.repeat(70_000)) },
  { weight: 1, arbitrary: fc.constantFrom('i:k', 'm:here', 'r:100x30', 'r:90x20', 'r:0x0') },
);
const recordings = fc
  .array(event, { maxLength: 30 })
  .map((events) => readCast(bytesOf(castV2(events.map((drawn, index) => `${drawn}@${index}`).join(' ')))));
const cuts = fc
  .tuple(fc.integer({ min: 0, max: 28 }), fc.integer({ min: 1, max: 10 }), fc.constantFrom(...CUT_MODES))
  .map(([start, length, mode]) => [{ start: sourceTime(start * 1e6), end: sourceTime((start + length) * 1e6), mode }]);

/** Somewhere to go under a plan of its own, and how many pieces may be told before the next place is named. */
const visits = fc.array(fc.record({ at: fc.integer({ min: 0, max: 30 }), cuts, pieces: fc.integer({ min: 1, max: 4 }) }), {
  minLength: 1,
  maxLength: 12,
});

/** A terminal that knows what it was told since it was new. */
function rememberingTerminal() {
  let told = '';
  return {
    told: () => told,
    restart: () => (told = ''),
    resize: ({ cols, rows }: { cols: number; rows: number }) => (told += `<${cols}x${rows}>`),
    output: (text: string) => (told += text),
  };
}

it('a terminal knows what a new one would, however it came there', () => {
  fc.assert(
    fc.property(recordings, visits, (recording, places) => {
      const travelled = rememberingTerminal();
      const feeder = new TerminalFeeder(recording, travelled);
      let goal: readonly FeedStep[] = [];
      for (const { at, cuts: placeCuts, pieces } of places) {
        goal = shownSteps(createFeed(recording, { ...EMPTY_PLAN, cuts: placeCuts }), sourceTime(at * 1e6));
        let left = pieces;
        feeder.feed(goal, () => --left <= 0);
      }
      expect(feeder.feed(goal, () => false)).toBe(true);

      const fresh = rememberingTerminal();
      new TerminalFeeder(recording, fresh).feed(goal, () => false);
      expect(travelled.told()).toBe(fresh.told());
    }),
  );
});
