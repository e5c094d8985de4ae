import { sourceTime } from '../../cast/time.ts';
import { lowerBound } from '../../lib/binary-search.ts';
import { steadyFactor } from '../flash-rule.ts';
import { SHORTEST_BRIDGE_MICROS } from './allot.ts';
import { calmWindow, FLASHES_IN_PART, type Played, withoutCrumbs } from './calm-window.ts';
import type { Gap } from './gap.ts';
import { pacedParts, type WantedPart } from './paced-parts.ts';
import type { Stage } from './showing.ts';
import type { Part } from './shown.ts';

/** What of a gap is played; the rest is cut. */
export interface Bridge {
  readonly played: readonly Played[];
  /** Some of it is cut because it would have flashed. */
  readonly wouldFlash: boolean;
}

export interface BridgeWish {
  /** How long the gap is to be played. */
  readonly micros: number;
  /** Whether of what flashes a part is rather shown as slowly as it must be than nothing. */
  readonly isGenerous: boolean;
  /** Whether nothing that flashes is played fast: its flashes have come too close to those around the gap. */
  readonly isBarred: boolean;
}

/** Played at a lower factor, a bridge does not look as if time passed. */
const LEAST_FACTOR = 2;

/** A factor is written with two decimals where that changes the length by less than this. */
export const HARMLESS_MICROS = 20_000;

const UNPLAYED: Bridge = { played: [], wouldFlash: false };

export function bridge(gap: Gap, stage: Stage, wish: BridgeWish): Bridge {
  const { maxFactor, shortestCutMicros } = stage.settings;
  const isWhole = gap.leadFactor !== undefined || (wish.micros > 0 && wish.micros >= gap.micros);
  if (!isWhole && wish.micros < SHORTEST_BRIDGE_MICROS) return UNPLAYED;
  const whole = { ...gap, wantedMicros: Math.min(wish.micros, gap.micros), highestFactor: gap.leadFactor ?? maxFactor };
  if (isWhole) return { played: [whole], wouldFlash: false };
  const isTooLong = wish.isGenerous ? wish.micros * maxFactor < gap.livelyMicros : wish.micros * LEAST_FACTOR < gap.micros;
  if (isTooLong) return calmer(whole, stage, wish);
  const bridges = pacedParts(gap, wish.micros, stage).map((part) => {
    const calm = calmPart(part, stage, wish.isBarred);
    return calm ? { played: [calm], wouldFlash: false } : calmer(part, stage, wish);
  });
  return {
    played: withRoomForCuts(
      bridges.flatMap(({ played }) => played),
      gap,
      shortestCutMicros,
    ),
    wouldFlash: bridges.some(({ wouldFlash }) => wouldFlash),
  };
}

/** Parts of a gap without those beside which too little is left for a cut: where some are not played, those around may have to go too. */
function withRoomForCuts(parts: readonly Played[], gap: Gap, shortestMicros: number): Played[] {
  const played = [...parts];
  for (let next = 0; next <= played.length; ) {
    const left = (played[next]?.start ?? gap.end) - (played[next - 1]?.end ?? gap.start);
    if (left <= 0 || left >= shortestMicros) {
      next += 1;
    } else {
      next = Math.max(0, next - 1);
      played.splice(next, 1);
    }
  }
  return played;
}

/** Less than a microsecond is the error of the arithmetic. */
const isAsRecorded = ({ micros, wantedMicros }: Played): boolean => micros > 0 && micros - wantedMicros < 1;

/** The part as it was wanted, and no faster than it may be; undefined where that would flash. */
function calmPart(part: WantedPart, { settings, ...stage }: Stage, isBarred: boolean): Played | undefined {
  const steady = steadyIn(part, stage, isBarred ? 0 : FLASHES_IN_PART);
  const isCalm = isAsRecorded(part) || steady > (part.micros / part.wantedMicros) * 1.03;
  return isCalm ? { ...part, highestFactor: Math.max(1, Math.min(settings.maxFactor, steady)) } : undefined;
}

function steadyIn(
  { start, end }: WantedPart,
  { flashTimes, flashResults }: Pick<Stage, 'flashTimes' | 'flashResults'>,
  allowed: number,
): number {
  const from = lowerBound(flashTimes, start);
  return steadyFactor(flashResults, from, lowerBound(flashTimes, end, from), allowed);
}

/** As long as the part was to be played, but what of it does not flash; else, where there is time, its end as slowly as it must be. */
function calmer(part: WantedPart, stage: Stage, { isBarred, isGenerous }: BridgeWish): Bridge {
  const window = isBarred ? undefined : calmWindow(part, part.wantedMicros, isGenerous ? 1 : LEAST_FACTOR, stage);
  const isEnough = window !== undefined && (!isGenerous || window.wantedMicros >= part.wantedMicros);
  const played = isEnough ? window : isGenerous ? slowEnd(part, stage, isBarred) : undefined;
  return { played: played ? [played] : [], wouldFlash: !isEnough && steadyIn(part, stage, 0) < 1 };
}

function slowEnd(part: WantedPart, stage: Stage, isBarred: boolean): Played | undefined {
  const steady = steadyIn(part, stage, isBarred ? 0 : FLASHES_IN_PART);
  const factor = Math.max(1, Math.floor(Math.min(steady, part.micros / part.wantedMicros, stage.settings.maxFactor) * 10) / 10);
  const latest = Math.max(part.start, stage.free.before(part.end, part.wantedMicros * factor));
  const { start, end } = withoutCrumbs({ start: sourceTime(latest), end: part.end }, part, stage.settings.shortestCutMicros);
  const micros = stage.free.lengthOf(start, end);
  return start < end ? { start, end, micros, wantedMicros: micros / factor, highestFactor: factor } : undefined;
}

/** With factors that are short to write. What one part gains by that, the next one loses, unless it is as fast or as slow as it may be. */
export function withFactors(played: readonly Played[]): Part[] {
  let owed = 0;
  return played.map((part) => {
    const { start, end, micros, wantedMicros, highestFactor } = part;
    if (isAsRecorded(part)) return { start, end, factor: 1 };
    const wanted = Math.max(1, wantedMicros + owed);
    // As fast as it may be it stays. Where an idle cap takes all of it, cuts around it may bring some back.
    const isHighest = micros <= 0 || micros / wantedMicros > highestFactor - 0.001;
    const exact = isHighest ? highestFactor : Math.min(highestFactor, Math.max(1, micros / wanted));
    const hundredths = Math.min(Math.round(exact * 100), Math.floor(highestFactor * 100));
    const short = Math.max(100, hundredths) / 100;
    const isHarmless = Math.abs(micros / short - micros / exact) < HARMLESS_MICROS;
    const factor = isHarmless ? short : Math.min(highestFactor, Math.round(exact * 1e6) / 1e6);
    owed += wantedMicros - micros / factor;
    return { start, end, factor };
  });
}
