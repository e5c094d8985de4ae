import type { Analysis, Moment } from '../analysis.ts';
import { heldMicros, type LastScreen, lastMoments } from './last-screen.ts';
import { ranked } from './ranking.ts';
import { type Showing, type Stage, showingOf } from './showing.ts';
import { grant, type Shown, type Wish } from './shown.ts';

/** What is shown of a recording, before the time that is left is spent on what lies between. */
export interface Choice {
  /** In order of time. */
  readonly showings: readonly Showing[];
  readonly shown: Shown;
  /** How long the last screen is held. */
  readonly heldMicros: number;
}

export interface Choices {
  /** The moments that the user's own edits show. */
  readonly seen: readonly Moment[];
  /** All others that can be shown, in the order in which they are given room. */
  readonly order: readonly Showing[];
  /** The best so many of them. */
  first(count: number): Choice;
}

/**
 * For what lies between moments so much is put by for each gap, or an eighth of what is in it, but never more than a quarter
 * of all. Nothing leads up to a moment at a factor of more than eight: so a gap never takes more time than what fills it.
 */
const BRIDGE_MICROS = 400_000;
const BRIDGE_SHARE = 1 / 8;
const BRIDGES_SHARE = 1 / 4;

/** `must`: what is shown whatever is chosen. */
export function choicesFor(stage: Stage, analysis: Analysis, last: LastScreen, must: readonly Wish[]): Choices {
  const { moments } = analysis;
  const lastOnes = lastMoments(stage, analysis, last);
  const found = moments.map((moment) => showingOf(moment, stage, lastOnes.has(moment)));
  const seen = moments.filter((_, index) => found[index] === 'seen');
  const showings = new Map(found.filter((one) => typeof one === 'object').map((one) => [one.moment, one]));
  const order = ranked([...showings.keys()], seen, stage.free.end).map((moment) => showings.get(moment) as Showing);
  const wishes = [...must, ...order.flatMap(wishesOf)].sort((one, other) => one.start - other.start);
  return {
    seen,
    order,
    first(count) {
      const chosen = order.slice(0, count).sort((one, other) => one.time - other.time);
      const shown = grant(wishes, count - 1, stage.free.ranges, stage.settings);
      return { showings: chosen, shown, heldMicros: heldMicros(last, chosen, stage) };
    },
  };
}

function wishesOf({ start, leadFactor, time, end, range }: Showing, rank: number): Wish[] {
  const wishes =
    leadFactor === 1
      ? [{ start, end, factor: 1, range, rank }]
      : [
          { start, end: time, factor: leadFactor, range, rank },
          { start: time, end, factor: 1, range, rank },
        ];
  return wishes.filter((wish) => wish.start < wish.end);
}

/** How many moments there is room for in `roomMicros`. More of them never take less time: see `grant`. */
export function countFor(choices: Choices, stage: Stage, last: LastScreen, roomMicros: number): number {
  const mostForBridges = (roomMicros - last.micros) * BRIDGES_SHARE;
  let low = 0;
  let high = choices.order.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const choice = choices.first(middle);
    const isRoom = shownMicros(choice, stage) + Math.min(mostForBridges, bridgesMicros(choice, stage)) <= roomMicros;
    if (isRoom) low = middle;
    else high = middle - 1;
  }
  return low;
}

function shownMicros({ showings, shown, heldMicros: held }: Choice, { free }: Stage): number {
  return shown.parts.reduce((sum, { start, end, factor }) => sum + free.lengthOf(start, end) / factor, holdsMicros(showings) + held);
}

const bridgesMicros = ({ shown }: Choice, { free }: Stage): number =>
  shown.gaps.reduce((sum, { start, end }) => sum + Math.min(BRIDGE_MICROS, free.lengthOf(start, end) * BRIDGE_SHARE), 0);

/** Of several holds at one instant the longest counts. */
function holdsMicros(showings: readonly Showing[]): number {
  const longest = new Map<number, number>();
  for (const { time, holdMicros } of showings) longest.set(time, Math.max(holdMicros, longest.get(time) ?? 0));
  return [...longest.values()].reduce((sum, micros) => sum + micros, 0);
}
